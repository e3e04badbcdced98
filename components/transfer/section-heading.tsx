import { useTranslations } from "next-intl";
import type { CountryOption } from "@/lib/i18n/country-options";

type SectionHeadingProps = {
  /** Its key under `transfer.headings`; nothing is shown without one. */
  of: string | undefined;
  country: string | null;
  countries: readonly CountryOption[];
  /** In the form, where it stands right below the page's title: beneath it, how to answer. */
  isHinted?: boolean;
};

/** A heading within a section; that of access names the country whose authorities are meant. */
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
