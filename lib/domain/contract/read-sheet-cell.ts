import { fold } from "@/lib/domain/import/fold";
import { findPlace } from "@/lib/domain/import/places";
import { readAnswer } from "@/lib/domain/import/values/answer";
import { readPartialDate } from "@/lib/domain/time/read-partial-date";
import type { FieldKind } from "./deed-fields";
import type { SheetVocabulary } from "./sheet-fields";

/** Why a cell was not read; sentences stand under `contract.import.cells`. */
export type CellRefusal =
  | "day"
  | "count"
  | "answer"
  | "choice"
  | "country"
  | "email"
  | "clause"
  | "instructor"
  | "limits"
  | "amended"
  | "amendment";

/** A cell with its place, for the sentence beside it. */
export type SaidCell = { sheet: string; line: number; head: string; cell: string };
export type CellIssue = SaidCell & { key: CellRefusal };

export type CellReading = { ok: true; value: unknown } | { ok: false; key: CellRefusal };

/** A cell as the document keeps it, or why not: nothing is guessed of it. */
export function readSheetCell(kind: FieldKind, cell: string, { choices }: SheetVocabulary): CellReading {
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
    case "tick": {
      const { answer } = readAnswer(written).value;
      return answer === "unanswered" ? refused("answer") : found(answer === "yes");
    }
    case "choice":
      return orRefused(choices.get(kind.words)?.get(fold(written)), "choice");
    case "country":
      return orRefused(countryOf(written), "country");
    case "countries": {
      const countries = splitCell(written, /[\n;,]/).map(countryOf);
      return countries.includes(undefined) ? refused("country") : found([...new Set(countries)]);
    }
  }
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
