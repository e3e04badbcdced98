import type { Doubt } from "./types";

/** Words: `import.doubts`. */
export const DOUBT_KEYS = [
  "answerNotRead",
  "charactersRemoved",
  "unreadableByte",
  "quoteLeftOpen",
  "quoteMaybeOpen",
  "textStruck",
  "strikeLost",
  "formulaWithoutValue",
  "rowHidden",
  "rowFiltered",
  "describesNothing",
  "measureNotInForce",
  "assessmentUndated",
  "bankDetailsNotArticle9",
  "countryGuessed",
  "countryUnknown",
  "countryUnnamed",
  "dateAhead",
  "dateNoSuchDay",
  "dateNotRead",
  "dateQuarter",
  "dateSerial",
  "dateWithin",
  "endBeforeState",
  "formerName",
  "healthSuggested",
  "instrumentUnknown",
  "instrumentWithoutCountry",
  "noButSpecial",
  "procedureUnknown",
  "noneButPlace",
  "referenceRepeated",
  "referenceUsed",
  "sameCategory",
  "sccModuleAlone",
  "severalControllers",
  "severalInstruments",
  "severalModules",
  "specialKindUnsaid",
  "subProcessorPlaceUnknown",
  "textCut",
  "wordsUnsettled",
  "placeHomonym",
  "dateOrder",
  "namesUnsettled",
  "refersElsewhere",
  "dittoFilled",
  "dittoWithoutRow",
  "cellError",
  "linesOfOneEntry",
  "subProcessorSeat",
  "subProcessorSeatUnsaid",
  "severalPersons",
  "severalTerms",
  "severalDates",
  "companiesAlike",
  "companyCountries",
  "controllerCountries",
  "controllerDiffers",
  "otherRole",
] as const;
export type DoubtKey = (typeof DOUBT_KEYS)[number];

/** Doubts that a person settles before their row is written; `params.cell` is the whole cell. */
const QUESTIONS: ReadonlySet<string> = new Set<DoubtKey>([
  "wordsUnsettled",
  "textStruck",
  "placeHomonym",
  "dateOrder",
  "dateNotRead",
  "dateNoSuchDay",
  "namesUnsettled",
  "linesOfOneEntry",
  "subProcessorSeat",
  "severalPersons",
  "severalTerms",
  "severalDates",
  "severalInstruments",
  "companiesAlike",
  "companyCountries",
  "controllerCountries",
  "otherRole",
]);

export function isQuestion({ key }: { key: string }): boolean {
  return QUESTIONS.has(key);
}

/** A doubt about one cell, before it is known which field the cell is for. */
export type CellDoubt = Omit<Doubt, "field"> & { key: DoubtKey };

/** Result of reading a cell. `leftover` is the text without a place in `value`: it goes to the notes. */
export type Reading<T> = { value: T; doubts: CellDoubt[]; leftover: string };

export function reading<T>(value: T, doubts: CellDoubt[] = [], leftover = ""): Reading<T> {
  return { value, doubts, leftover };
}

/** A doubt that quotes what was written, cut to a sentence's length; `text` is left out when nothing is quoted. */
export function doubt(key: DoubtKey, text = "", params: Record<string, string> = {}): CellDoubt {
  const line = Array.from(text.replace(/\s+/g, " ").trim());
  const quoted = line.length <= 120 ? line.join("") : `${line.slice(0, 119).join("")}…`;
  return { key, params: text === "" ? params : { text: quoted, ...params } };
}

/**
 * A question about a cell: `words` change what it says, or several readings are possible. `options` are the values to
 * choose from, "|" between them; none where the reading is taken or left.
 */
export function question(key: DoubtKey, cell: string, params: Record<string, string> = {}): CellDoubt {
  return doubt(key, cell, { ...params, cell: cell.trim() });
}

/** A doubt about a text that the register holds in part. */
export function doubtCut(field: Doubt["field"], maximum: number): Doubt {
  return { field, ...doubt("textCut", "", { characters: String(maximum) }) };
}
