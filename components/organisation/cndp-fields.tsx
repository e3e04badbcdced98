"use client";

import { useTranslations } from "next-intl";
import { useFormAround } from "@/components/form/form-context";
import { PartialDateInput, Select, TextInput } from "@/components/ui/text-input";
import { FILING_KINDS } from "@/lib/domain/organisation/profile";
import { RowsField } from "./rows-field";

/** Filings under law 09-08 and the DATA-TIKA convention. */
export function CndpFields() {
  const t = useTranslations("organisation");
  const { field } = useFormAround();
  return (
    <>
      <RowsField name="cndpFilings">{(at) => <FilingFields at={at} />}</RowsField>
      <TextInput
        {...field("dataTikaReference")}
        label={t("fields.dataTikaReference")}
        hint={t("hints.dataTikaReference")}
        narrow
        dir="ltr"
        optional
      />
      <div className="pair">
        <PartialDateInput {...field("dataTikaFrom")} label={t("fields.dataTikaFrom")} optional />
        <PartialDateInput {...field("dataTikaUntil")} label={t("fields.dataTikaUntil")} optional />
      </div>
    </>
  );
}

function FilingFields({ at }: { at: string }) {
  const t = useTranslations("organisation");
  const { field } = useFormAround();
  const of = (part: "kind" | "number" | "date" | "subject") => ({
    ...field(`${at}.${part}`),
    label: t(`rows.cndpFilings.${part}`),
  });
  const kinds = FILING_KINDS.map((value) => ({ value, label: t(`filings.${value}`) }));
  return (
    <>
      <div className="pair">
        <Select {...of("kind")} options={kinds} blank={t("chooseKind")} />
        <TextInput {...of("number")} hint={t("rows.cndpFilings.numberHint")} dir="ltr" />
      </div>
      <div className="pair">
        <PartialDateInput {...of("date")} optional />
        <TextInput {...of("subject")} optional />
      </div>
    </>
  );
}
