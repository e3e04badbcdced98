import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/text-input";
import { COUNTRY_COLUMNS } from "@/lib/domain/choice/country-column";

/** Refusal of a file whose numbers are not of the country of their line. */
export const OTHER_COUNTRY = "otherCountry";

type Props = { isRefused: boolean; defaultValue?: string };

/** Asks once for a whole file what its column of countries says, where numbers contradict it. */
export function CountryColumnQuestion({ isRefused, defaultValue }: Props) {
  const t = useTranslations("form.countryColumn");
  return (
    <Select
      name="countryColumn"
      label={t("label")}
      hint={t("hint")}
      blank={t("blank")}
      defaultValue={defaultValue}
      error={isRefused ? t("refused") : undefined}
      options={COUNTRY_COLUMNS.map((value) => ({ value, label: t(`options.${value}`) }))}
    />
  );
}
