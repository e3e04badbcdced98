"use client";

import { useTranslations } from "next-intl";
import { FileForm } from "@/components/form/file-form";
import { RadioChoice } from "@/components/ui/choice";
import { CONSENT_EXTENTS } from "@/lib/features/choice/schema";

export function ConsentUpload({ org, id, error }: { org: string; id: string; error?: string }) {
  const t = useTranslations("choice.consents");
  const reason = error && (t.has(`errors.${error}`) ? t(`errors.${error}`) : t("errors.failed"));
  const isOfExtent = error === "extent";
  return (
    <FileForm
      action={`/api/consents/${org}/${id}`}
      send={t("send")}
      label={t("file")}
      hint={t("fileHint")}
      error={isOfExtent ? undefined : reason}
      accept=".csv,text/csv"
    >
      <RadioChoice
        name="extent"
        label={t("extent")}
        error={isOfExtent ? reason : undefined}
        choices={CONSENT_EXTENTS.map((value) => ({
          ...{ value, label: t(`extents.${value}`), hint: t(`extentHints.${value}`) },
        }))}
      />
    </FileForm>
  );
}
