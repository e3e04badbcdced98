import { fold } from "@/lib/domain/text/fold";
import { findPlace } from "@/lib/domain/country/places";
import { readAnswer } from "@/lib/domain/import/values/answer";
import { readPartialDate } from "@/lib/domain/time/read-partial-date";
import type { FieldKind } from "@/lib/domain/contract/contract-fields";
import type { SheetVocabulary } from "./sheet-fields";

/** Refused cells. Words: `contract.import.cells`. */
export type CellRefusal =
  | "day"
  | "dayOrder"
  | "count"
  | "answer"
  | "answerMore"
  | "choice"
  | "clauseAnswer"
  | "contradiction"
  | "twoColumns"
  | "controller"
  | "reference"
  | "country"
  | "email"
  | "clause"
  | "instructor"
  | "limits"
  | "amended"
  | "amendment"
  | "ditto"
  | "struck"
  | "unsettled";

/** Cells set aside while the rest of their contract is read. Words: `contract.import.asides`. */
export type CellAside =
  | "placeholder"
  | "notApplicable"
  | "matrix"
  | "state"
  | "clauseTitle"
  | "sheetError"
  | "comment"
  | "formulaWithoutValue"
  | "rowHidden"
  | "rowFiltered";

/** A cell with its place, for the sentence beside it. */
export type ReadCell = {
  sheet: string;
  line: number;
  head: string;
  cell: string;
  /** A day in figures of which nothing in its table says whether the month comes first. */
  isOrderOpen?: boolean;
  /** Words of it that are struck through. */
  struck?: string;
  /** Its comment; the first cell of a row tells the marks of the row too. */
  told?: readonly { key: CellAside; text: string }[];
  /** Cells of the row under other columns with the same target. */
  others?: readonly ReadCell[];
};
/** `target` is the field that the cell was read as, where what it may hold is a list. */
export type CellIssue = ReadCell & { key: CellRefusal; target?: string };
export type CellSetAside = ReadCell & { key: CellAside };

export type CellReading = { ok: true; value: unknown } | { ok: false; key: CellRefusal };

const PLACEHOLDERS = new Set(
  (
    "à compléter | à définir | à renseigner | à préciser | à confirmer | à déterminer | à vérifier | à venir | non renseigné | " +
    "tbd | tbc | to be defined | to be completed | to be confirmed | to do | يحدد لاحقا | سيحدد لاحقا | لم يحدد بعد | للاستكمال"
  )
    .split(" | ")
    .map(fold),
);

/** True of what only fills a place: "-", "?", "à compléter". "Non", "0" and "aucun" are answers. */
export function isPlaceholder(cell: string): boolean {
  return !/[\p{L}\p{N}✓✔☑☒✗✘☐]/u.test(cell) || PLACEHOLDERS.has(fold(cell));
}

/**
 * A cell as the document keeps it, or why not: nothing is guessed of it. Under the head of a tacit renewal, a yes or a no
 * says which renewal is meant; under any other it does not.
 */
export function readSheetCell(
  kind: FieldKind,
  cell: string,
  { choices }: SheetVocabulary,
  head = "",
): CellReading {
  const written = cell.trim();
  switch (kind.kind) {
    case "line":
    case "text":
      return found(written);
    case "lines":
      return found(splitCell(written, written.includes("\n") ? /\n/ : /;/));
    case "day":
      return readDay(written);
    case "count":
      return /^\d{1,6}$/.test(written) ? found(Number(written)) : refused("count");
    case "tick":
      return readTick(written);
    case "choice":
      return orRefused(
        choices.get(kind.words)?.get(fold(written)) ??
          (kind.words === "renewal" ? readTacit(written, head) : undefined),
        "choice",
      );
    case "country":
      return orRefused(countryOf(written), "country");
    case "countries": {
      const countries = splitCell(written, /[\n;,]/).map(countryOf);
      return countries.includes(undefined) ? refused("country") : found([...new Set(countries)]);
    }
  }
}

/** "Oui, sauf annexe 2" says more than a box can hold. */
function readTick(written: string): CellReading {
  const { answer, text } = readAnswer(written).value;
  if (answer === "unanswered") return refused("answer");
  return text === "" ? found(answer === "yes") : refused("answerMore");
}

function readTacit(written: string, head: string): string | undefined {
  if (!/tacit|auto|ضمني|تلقائي/iu.test(head)) return undefined;
  const read = readTick(written);
  if (!read.ok) return undefined;
  return read.value === true ? "tacit" : "none";
}

/** A whole day; a month or a year is none. */
export function readDay(cell: string): CellReading {
  const date = readPartialDate(cell);
  return date?.value.length === "2026-01-01".length ? found(date.value) : refused("day");
}

function splitCell(text: string, at: RegExp): string[] {
  return text
    .split(at)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** A town is no country here: the contract says which. */
function countryOf(text: string): string | undefined {
  const place = findPlace(text);
  return place && !place.isCity ? place.country : undefined;
}

function orRefused(value: string | undefined, key: CellRefusal): CellReading {
  return value === undefined ? refused(key) : found(value);
}

function found(value: unknown): CellReading {
  return { ok: true, value };
}

function refused(key: CellRefusal): CellReading {
  return { ok: false, key };
}
