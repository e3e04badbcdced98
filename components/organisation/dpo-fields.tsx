"use client";

import { useTranslations } from "next-intl";
import { isTicked, useFormAround } from "@/components/form/form-context";
import { Checkbox } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";

/** DPO, or the statement that there is none, articles 30(2)(a) and 37. */
export function DpoFields() {
  const t = useTranslations("organisation");
  const { field, choice, valueOf } = useFormAround();
  const { error: _shownElsewhere, ...tick } = choice("hasNoDpo");
  return (
    <>
      <TextInput {...field("dpoName")} label={t("fields.dpoName")} />
      <div className="pair">
        <TextInput {...field("dpoEmail")} label={t("fields.dpoEmail")} type="email" dir="ltr" />
        <TextInput {...field("dpoPhone")} label={t("fields.dpoPhone")} type="tel" dir="ltr" />
      </div>
      <div className="choices">
        <Checkbox
          {...tick}
          value="true"
          defaultChecked={isTicked(valueOf("hasNoDpo"))}
          label={t("fields.hasNoDpo")}
          hint={t("hints.hasNoDpo")}
        />
      </div>
    </>
  );
}
