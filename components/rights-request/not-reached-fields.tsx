"use client";

import { useTranslations } from "next-intl";
import type { useServerForm } from "@/components/form/use-server-form";
import { CheckboxList } from "@/components/ui/checkbox-list";
import { TextArea } from "@/components/ui/text-input";
import { ANSWERERS, TRIES } from "@/lib/domain/rights-request/facts";
import { Codes } from "./event-codes";

/** Asks who could not reach the person, what was tried, and why it failed. */
export function NotReachedFields({ form }: { form: ReturnType<typeof useServerForm> }) {
  const t = useTranslations("rights-request");
  return (
    <>
      <Codes form={form} name="triedBy" codes={ANSWERERS} words="answerers" />
      <CheckboxList
        name="tried"
        label={t("form.tried")}
        hint={t("form.triedHint")}
        error={form.errorOf("tried")}
        value={[form.valueOf("tried") ?? []].flat()}
        options={TRIES.map((id) => ({ id, label: t(`tries.${id}`) }))}
      />
      <TextArea
        {...form.field("notReachedReason")}
        rows={3}
        label={t("form.notReachedReason")}
        hint={t("form.notReachedReasonHint")}
        dir="auto"
      />
    </>
  );
}
