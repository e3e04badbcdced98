import { shortenArticles } from "@/components/ui/gap-articles";
import { articleOfCode, isCounted } from "@/lib/domain/processing-record/completeness";
import type { Capacity, RecordState } from "@/lib/domain/processing-record/types";
import type { loadRecords } from "@/lib/features/processing-record/loaders";
import { formatList, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import {
  countryName,
  partialDay,
  shortInstrument,
  type Translate,
} from "@/components/processing-record/sheet/words";

type RowWords = { capacity: Capacity; t: Translate; locale: Locale };
type Listed = Awaited<ReturnType<typeof loadRecords>>["rows"][number];

/** Completeness of an entry, apart from its state: required gaps, advice, or neither. */
export type Completeness = "missing" | "worth" | "complete";

/** Formatted on the server, so that the browser needs no messages for the table. */
export type RecordTableRow = {
  id: string;
  reference: string;
  /** Controller; in the own register, the activity. */
  title: string;
  /** Category; in the own register, the purposes. */
  text: string;
  access: string;
  completeness: Completeness;
  /** Examples: "3 lacunes", "3 mentions conseillées", "Complète, 2 conseils". */
  label: string;
  /** Shortened articles of the gaps; "" where none is shown. */
  articles: string;
  /** Seven gaps of article 30(1) need a second line. */
  hasManyArticles: boolean;
  state: RecordState;
  /** Examples: "Brouillon", "Suspendue". */
  stateLabel: string;
  version: number;
  reviewed: string;
};

export function formatRow(row: Listed, { capacity, t, locale }: RowWords): RecordTableRow {
  const codes = row.gapCodes.filter(isCounted);
  const isOwn = capacity === "controller";
  const completeness = completenessOf(row, codes);
  return {
    id: row.id,
    reference: row.reference,
    title: isOwn ? row.activity : row.controller,
    text: isOwn ? joinParts(row.purposes, locale, " · ") : row.activity,
    access: formatAccess(row, t, locale),
    completeness,
    label: describeCompleteness(completeness, row, codes, t),
    articles: shortenArticles(codes.flatMap((code) => articleOfCode(code) ?? [])),
    hasManyArticles: codes.length > 4,
    state: row.state,
    stateLabel: t(`lifecycle.states.${row.state}`),
    version: row.version,
    reviewed: row.reviewedOn ? partialDay(row.reviewedOn, locale) : "",
  };
}

function completenessOf({ requiredGaps }: Listed, codes: readonly string[]): Completeness {
  if (requiredGaps > 0) return "missing";
  return codes.length > 0 ? "worth" : "complete";
}

function describeCompleteness(of: Completeness, row: Listed, codes: readonly string[], t: Translate): string {
  switch (of) {
    case "missing":
      return t("ui.gaps", { count: row.requiredGaps });
    case "worth":
      return t("gaps.worthFilling", { count: codes.length });
    case "complete":
      return formatCompleteness(row.advisableGaps, t);
  }
}

/** Example: "Maroc (support), Tunisie · CCT M2"; a missing country is named as missing. */
function formatAccess(row: Listed, t: Translate, locale: Locale): string {
  const { countries, placeKinds, instruments, gapCodes } = row;
  if (countries.length === 0) return t(unnamedKey(gapCodes));
  const kindsOf = (code: string | null) => kindNames(placeKinds, code, t, locale);
  const named = countries.map((code) =>
    kindsOf(code) === ""
      ? countryName(code, t)
      : t("record.list.placeOfKind", { country: countryName(code, t), kinds: kindsOf(code) }),
  );
  const places = named.length > 2 ? formatList(named, locale) : joinParts(named, locale);
  return joinParts(
    [places, kindsOf(null), ...instruments.map((coded) => shortInstrument(coded, t))],
    locale,
    " · ",
  );
}

function kindNames(
  placeKinds: Listed["placeKinds"],
  of: string | null,
  t: Translate,
  locale: Locale,
): string {
  const kinds = placeKinds.flatMap(({ country, kind }) => (country === of ? [kind] : []));
  return joinParts(
    [...new Set(kinds)].map((kind) => t(`record.placeKinds.${kind}`)),
    locale,
  );
}

function formatCompleteness(advisable: number, t: Translate): string {
  if (advisable === 0) return t("record.list.complete");
  return t("record.list.completeButAdvice", { advice: t("record.list.advisable", { count: advisable }) });
}

/** Distinguishes no access found, none named and no answer. */
function unnamedKey(gapCodes: readonly string[]): string {
  if (gapCodes.includes("REG1-e")) return "record.answers.unanswered";
  return gapCodes.includes("REG-6") ? "record.list.unnamedCountry" : "record.list.noCountry";
}
