import { useTranslations } from "next-intl";
import type { CountryOption } from "@/lib/i18n/country-options";

type SectionHeadingProps = {
  /** Key under `transfer.headings`; renders nothing without one. */
  of: string | undefined;
  country: string | null;
  countries: readonly CountryOption[];
  /** True in the form, directly below the title: adds instructions. */
  isHinted?: boolean;
};

/** Names the country whose authorities are meant. */
export function SectionHeading({ of, country, countries, isHinted = false }: SectionHeadingProps) {
  const t = useTranslations("transfer.headings");
  if (of === undefined) return null;
  const name = countries.find(({ value }) => value === country)?.label ?? t("destination");
  const Heading = isHinted ? "h2" : "h3";
  return (
    <>
      <Heading className="mt-6 font-semibold">{t(of, { country: name })}</Heading>
      {isHinted && t.has(`${of}Hint`) && <p className="muted prose-line">{t(`${of}Hint`)}</p>}
    </>
  );
}
