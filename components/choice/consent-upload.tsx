"use client";

import { useTranslations } from "next-intl";
import { SubmissionField } from "@/components/form/submission-field";
import { SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { Field, fieldAria } from "@/components/ui/field";
import { CONSENT_EXTENTS } from "@/lib/features/choice/schema";

/** Choosing and sending a file need no JavaScript. */
export function ConsentUpload({ org, id, error }: { org: string; id: string; error?: string }) {
  const t = useTranslations("choice.consents");
  const reason = error && (t.has(`errors.${error}`) ? t(`errors.${error}`) : t("errors.failed"));
  const text = { hint: t("fileHint"), error: error === "extent" ? undefined : reason };
  return (
    <form method="post" encType="multipart/form-data" action={`/api/consents/${org}/${id}`}>
      <SubmissionField />
      <RadioChoice
        name="extent"
        label={t("extent")}
        error={error === "extent" ? reason : undefined}
        choices={CONSENT_EXTENTS.map((value) => ({
          ...{ value, label: t(`extents.${value}`), hint: t(`extentHints.${value}`) },
        }))}
      />
      <Field id="file" label={t("file")} {...text}>
        <input
          {...fieldAria("file", text)}
          id="file"
          name="file"
          type="file"
          className="inp bg-raised text-ink"
          accept=".csv,text/csv"
          required
        />
      </Field>
      <div className="form-end">
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </form>
  );
}
