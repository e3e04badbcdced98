import { FAMILIES, FAMILY_SHEETS, type Family } from "@/lib/domain/measure/types";
import { formatList } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { FamilyHead } from "./measure-table";

type Translate = (key: string, values?: Record<string, string | number>) => string;

/** Example: "CNIL, fiches 4 et 5"; null where the guide has no sheet for the family. */
export function formatCnilSheets(family: Family, t: Translate, locale: Locale): string {
  const sheets = FAMILY_SHEETS[family];
  if (sheets.length === 0) return "";
  return t("sheets", { count: sheets.length, list: formatList(sheets.map(String), locale) });
}

export function familyHeads(
  rows: readonly { family: string }[],
  words: { t: Translate; families: Translate; locale: Locale; hrefOf: (family: Family) => string },
): FamilyHead[] {
  const present = new Set(rows.map(({ family }) => family));
  return FAMILIES.filter((family) => present.has(family)).map((family) => ({
    family,
    name: words.families(family),
    sheets: formatCnilSheets(family, words.t, words.locale),
    href: words.hrefOf(family),
  }));
}
