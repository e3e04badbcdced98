import { placeLinks } from "@/lib/domain/sub-processor/chain";
import type { ListedRow } from "@/lib/features/sub-processor/read/queries";
import { formatDay, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import type { CellValue, WorkBook, WorkSheet } from "@/lib/platform/sheets/workbook";

type Words = { t: Translator; countries: Translator; locale: Locale };

export async function listWorkbook(
  rows: readonly ListedRow[],
  locale: Locale,
  createdAt: Date,
): Promise<WorkBook> {
  const [t, countries] = await Promise.all([
    translator(locale, "sub-processor"),
    translator(locale, "countries"),
  ]);
  const words = { t, countries, locale };
  return {
    isRightToLeft: locale === "ar",
    createdAt,
    sheets: [listSheet(rows, words), chainSheet(rows, words)],
  };
}

const COLUMNS: readonly [words: string, say: (row: ListedRow, words: Words) => CellValue][] = [
  ["list.reference", ({ reference }) => reference],
  ["fields.identity.name", ({ content }) => content.identity.name],
  ["fields.state", ({ state }, { t }) => t(`states.${state}`)],
  ["fields.identity.registration", ({ content }) => content.identity.registration],
  ["fields.identity.country", ({ content }, words) => country(content.identity.country, words)],
  ["fields.identity.address", ({ content }) => content.identity.address],
  ["fields.identity.contact", ({ content }) => content.identity.contact],
  ["fields.identity.dpoContact", ({ content }) => content.identity.dpoContact],
  ["fields.service.service", ({ content }) => content.service.service],
  ["fields.service.data", ({ content }) => content.service.data],
  ["fields.service.startsOn", ({ content }) => dayCell(content.service.startsOn)],
  ["fields.service.endsOn", ({ content }) => dayCell(content.service.endsOn)],
  ["fields.places.sites", sites],
  ["fields.places.accessAnswer", ({ content }, { t }) => answer(content.places.accessAnswer, t)],
  [
    "fields.places.accessCountries",
    ({ content }, words) => content.places.accessCountries.map((code) => country(code, words)).join("\n"),
  ],
  ["fields.chain.answer", ({ content }, { t }) => answer(content.chain.answer, t)],
  ["fields.guarantees.checks", ({ content }) => content.guarantees.checks],
  ["fields.guarantees.certifications", certificates],
  ["fields.contract.reference", ({ content }) => content.contract.reference],
  ["fields.contract.signedOn", ({ content }) => dayCell(content.contract.signedOn)],
  ["fields.contract.endsOn", ({ content }) => dayCell(content.contract.endsOn)],
  ["parts.transfers", ({ transferReferences }) => transferReferences.join("\n")],
];

function listSheet(rows: readonly ListedRow[], words: Words): WorkSheet {
  return {
    name: words.t("list.title"),
    columns: heads(COLUMNS.map(([name]) => words.t(name))),
    rows: rows.map((row) => COLUMNS.map(([, format]) => format(row, words))),
  };
}

function chainSheet(rows: readonly ListedRow[], words: Words): WorkSheet {
  const { t } = words;
  const fields = ["name", "activity", "country", "address", "contact"].map((name) => t(`fields.${name}`));
  return {
    name: t("fields.chain.links"),
    columns: heads([t("list.reference"), t("list.title"), t("chain.number"), ...fields]),
    rows: rows.flatMap(({ reference, content }) =>
      placeLinks(content.chain.links).map(({ number, link }) => [
        ...[reference, content.identity.name, number, link.name, link.service],
        ...[country(link.country, words), link.address, link.contact],
      ]),
    ),
  };
}

function sites({ content }: ListedRow, words: Words): string {
  return content.places.sites
    .map((site) => joinParts([site.name, site.address, country(site.country, words)], words.locale))
    .join("\n");
}

function certificates({ content }: ListedRow, { t, locale }: Words): string {
  return content.guarantees.certifications
    .map(({ kind, reference, issuer, validUntil }) => {
      const until = validUntil && t("rows.certifications.until", { day: formatDay(validUntil, locale) });
      return joinParts([t(`choices.certification.${kind}`), reference, issuer, until], locale);
    })
    .join("\n");
}

function answer(value: "yes" | "no" | null, t: Translator): string {
  return value === null ? "" : t(`choices.answer.${value}`);
}

function country(code: string | null, { countries }: Words): string {
  return code === null ? "" : countries(code);
}

function heads(names: readonly string[]): WorkSheet["columns"] {
  return names.map((head) => ({ head, width: 24 }));
}

function dayCell(isoDay: string | null): CellValue {
  return isoDay === null ? "" : new Date(`${isoDay}T00:00:00Z`);
}
