"use client";

import { useTranslations } from "next-intl";
import { FileForm } from "@/components/form/file-form";
import { Select, type Option } from "@/components/ui/text-input";
import { RadioChoice } from "@/components/ui/choice";
import { CountryColumnQuestion, OTHER_COUNTRY } from "@/components/form/country-column";
import { CONSENT_EXTENTS } from "@/lib/features/choice/schema";

type Props = { org: string; id: string; error?: string; countries: readonly Option[] };

export function ConsentUpload({ org, id, error, countries }: Props) {
  const t = useTranslations("choice.consents");
  const reason = error && (t.has(`errors.${error}`) ? t(`errors.${error}`) : t("errors.failed"));
  const isOfExtent = error === "extent";
  const isOfCountry = error === "ambiguousNumbers";
  const isOfColumn = error === OTHER_COUNTRY;
  return (
    <FileForm
      action={`/api/consents/${org}/${id}`}
      send={t("send")}
      label={t("file")}
      hint={t("fileHint")}
      error={isOfExtent || isOfCountry || isOfColumn ? undefined : reason}
      accept=".csv,text/csv"
    >
      <RadioChoice
        name="extent"
        label={t("extent")}
        error={isOfExtent ? reason : undefined}
        choices={CONSENT_EXTENTS.map((value) => ({
          value,
          label: t(`extents.${value}`),
          hint: t(`extentHints.${value}`),
        }))}
      />
      <Select
        name="numberCountry"
        label={t("numberCountry")}
        hint={t("numberCountryHint")}
        blank={t("numberCountryBlank")}
        error={isOfCountry ? reason : undefined}
        options={countries}
      />
      <CountryColumnQuestion isRefused={isOfColumn} />
    </FileForm>
  );
}
