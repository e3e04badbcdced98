import { codeOf } from "./outcomes";
import type { CallLayout } from "./layout";
import { instantText } from "./propose-layout";
import type { InstantReader } from "./read-instant";

/** Reasons for which a line is no call that can be judged. */
export const BAD_REASONS = ["columns", "number", "ambiguous", "country", "time", "ahead"] as const;
export type BadReason = (typeof BAD_REASONS)[number];

/** A call as a line tells of it. `shown` is in E.164, "masked", or "" where nobody knows. */
export type ReadCall = { number: string; at: number; code: string; shown: string; callId: string | null };

export type CallReading =
  { kind: "call"; call: ReadCall } | { kind: "bad"; reason: BadReason } | { kind: "left-out" };

/** Longest name of a call that is stored. */
const CALL_ID_LENGTH = 100;
const MASKED = /^(?:anonymous|unknown|restricted|private|withheld|masqu[eé]|anonyme|inconnu)$/i;
const LEFT_OUT: CallReading = { kind: "left-out" };

export type Readers = {
  instants: InstantReader;
  readNumber: (written: string, prefix: string, country: string) => string | null;
  /**
   * Says of a number that nobody reads whether several countries have it, or whether it is not of its line's country:
   * whoever sends the log says of which it is.
   */
  doubtOf: (written: string, prefix: string, country: string) => "ambiguous" | "country" | null;
  /** Reads the number that was shown: in E.164, "masked", or "" where nobody knows. */
  readShown: (written: string) => string;
  /** Instant of the reading: no call is later. */
  now: number;
};

/** Reads one line of a log. */
export function readCall(
  cells: readonly string[],
  { columns, onlyValue }: CallLayout,
  { instants, readNumber, doubtOf, readShown, now }: Readers,
): CallReading {
  const { filter, at: atColumn, number: numberColumn } = columns;
  if (filter !== null && onlyValue !== "" && cellAt(cells, filter) !== onlyValue) return LEFT_OUT;
  if (atColumn === null || numberColumn === null || cells.length <= Math.max(atColumn, numberColumn))
    return { kind: "bad", reason: "columns" };
  const at = instants.read(instantText(cells, atColumn, columns.clock));
  if (at === null) return { kind: "bad", reason: "time" };
  if (at > now) return { kind: "bad", reason: "ahead" };
  const [written, prefix] = [cellAt(cells, numberColumn), cellAt(cells, columns.prefix)];
  const country = cellAt(cells, columns.country);
  const number = readNumber(written, prefix, country);
  if (number === null) return { kind: "bad", reason: doubtOf(written, prefix, country) ?? "number" };
  const code = codeOf(cellAt(cells, columns.status));
  const shown = columns.shown === null ? "" : readShown(cellAt(cells, columns.shown));
  const callId = cellAt(cells, columns.callId).slice(0, CALL_ID_LENGTH) || null;
  return { kind: "call", call: { number, at, code, shown, callId } };
}

function cellAt(cells: readonly string[], column: number | null): string {
  return column === null ? "" : (cells[column] ?? "").trim();
}

/** Reads what was shown; Asterisk writes a caller as `"name" <number>`, and an exchange may know an extension alone. */
export function readShownNumber(written: string, readNumber: (written: string) => string | null): string {
  const bare = /<([^<>]*)>/.exec(written)?.[1] ?? written;
  if (MASKED.test(bare.trim())) return "masked";
  return readNumber(bare) ?? "";
}
