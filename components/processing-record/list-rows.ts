import { isMention } from "@/lib/domain/processing-record/completeness";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { loadRecords } from "@/lib/features/processing-record/loaders";
import { formatList, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { countryName, partialDay, shortInstrument, type Say } from "./words";

type RowWords = { capacity: Capacity; t: Say; locale: Locale };
type Listed = Awaited<ReturnType<typeof loadRecords>>["rows"][number];

/** A row in the words of one language: all that the browser's table has to know. */
export type RecordTableRow = {
  id: string;
  reference: string;
  /** Whom the entry is held for; in the company's own register, what it does. */
  title: string;
  /** What is done for them; in its own register, what for. */
  text: string;
  access: string;
  required: number;
  codes: string[];
  /** Of a register that nothing demands: "3 mentions à compléter", "" elsewhere. */
  worth: string;
  /** Beside the tick, when nothing is required: "Complète, 2 conseils". */
  complete: string;
  /** Its phase, "Brouillon". */
  state: string;
  /** "Close" for what has ended, "" otherwise. */
  closed: string;
  version: number;
  reviewed: string;
};

export function sayRow(row: Listed, { capacity, t, locale }: RowWords): RecordTableRow {
  const codes = row.gapCodes.filter(isMention);
  const isOwn = capacity === "controller";
  const isWorth = row.requiredGaps === 0 && codes.length > 0;
  return {
    id: row.id,
    reference: row.reference,
    title: isOwn ? row.activity : row.controller,
    text: isOwn ? joinParts(row.purposes, locale, " · ") : row.activity,
    access: sayAccess(row, t, locale),
    required: row.requiredGaps,
    codes,
    worth: isWorth ? t("gaps.worthFilling", { count: codes.length }) : "",
    complete: sayComplete(row.advisableGaps, t),
    state: t(`lifecycle.states.${row.state}`),
    closed: row.state === "ended" ? t("lifecycle.states.ended") : "",
    version: row.version,
    reviewed: row.reviewedOn ? partialDay(row.reviewedOn, locale) : "",
  };
}

/** "Maroc, Tunisie · CCT M2"; a country that is missing is named as missing. */
function sayAccess({ countries, instruments, gapCodes }: Listed, t: Say, locale: Locale): string {
  if (countries.length === 0) return t(unnamedKey(gapCodes));
  const named = countries.map((code) => countryName(code, t));
  const places = named.length > 2 ? formatList(named, locale) : joinParts(named, locale);
  return joinParts([places, ...instruments.map((coded) => shortInstrument(coded, t))], locale, " · ");
}

function sayComplete(advisable: number, t: Say): string {
  if (advisable === 0) return t("record.list.complete");
  return t("record.list.completeButAdvice", { advice: t("record.list.advisable", { count: advisable }) });
}

/** No country stands there: none was found, none was named, or nobody has answered. */
function unnamedKey(gapCodes: readonly string[]): string {
  if (gapCodes.includes("REG1-e")) return "record.answers.unanswered";
  return gapCodes.includes("REG-6") ? "record.list.unnamedCountry" : "record.list.noCountry";
}
