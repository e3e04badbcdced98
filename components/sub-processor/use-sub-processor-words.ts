import { useLocale, useTranslations } from "next-intl";
import { useFieldWords, useReadValue } from "@/components/form/use-field-words";
import { fieldsOf, type FieldKind, type FieldSection } from "@/lib/domain/sub-processor/fields";
import type { CountryOption } from "@/lib/i18n/country-options";
import { formatDay, joinParts } from "@/lib/i18n/format";

/** Returns "" where the value is unknown. */
export function useSectionWords(section: FieldSection, countries: readonly CountryOption[]) {
  const readValue = useReadValue("sub-processor", countries);
  const describeCertificate = useCertificateText();
  const locale = useLocale();
  const describeSite = ({ name, address, country }: Cells) =>
    joinParts([name, address, readValue({ kind: "country" }, country)].map(textOf), locale);
  const read = (of: FieldKind, value: unknown) => {
    if (of.kind === "sites") return inLines(value, describeSite);
    if (of.kind === "certifications") return inLines(value, describeCertificate);
    return readValue(of, value);
  };
  return useFieldWords("sub-processor", section, fieldsOf(section), read);
}

type Cells = Record<string, unknown>;

function useCertificateText() {
  const t = useTranslations("sub-processor");
  const locale = useLocale();
  return ({ kind, reference, issuer, validUntil }: Cells) =>
    joinParts(
      [
        kind ? t(`choices.certification.${String(kind)}`) : "",
        textOf(reference),
        textOf(issuer),
        validUntil ? t("rows.certifications.until", { day: formatDay(String(validUntil), locale) }) : "",
      ],
      locale,
    );
}

/** Joins rows, each on its own line. */
function inLines(value: unknown, translate: (row: Cells) => string): string {
  const rows = [value].flat().map((row) => translate((row ?? {}) as Cells));
  return rows.filter(Boolean).join("\n");
}

function textOf(value: unknown): string {
  return String(value ?? "");
}
