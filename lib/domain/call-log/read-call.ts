import { codeOf } from "./outcomes";
import type { CallLayout } from "./layout";
import { instantText } from "./propose-layout";
import type { InstantReader } from "./read-instant";

/** Reasons for which a line is no call that can be judged. */
export const BAD_REASONS = ["columns", "number", "time", "ahead"] as const;
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
  readNumber: (written: string, prefix: string) => string | null;
  /** Reads a number that was shown, of which an exchange may know an extension alone. */
  readShown: (written: string) => string | null;
  /** Instant of the reading: no call is later. */
  now: number;
};

/** Reads one line of a log. */
export function readCall(
  cells: readonly string[],
  { columns, onlyValue }: CallLayout,
  { instants, readNumber, readShown, now }: Readers,
): CallReading {
  const cell = (column: number | null) => (column === null ? "" : (cells[column] ?? "").trim());
  if (columns.filter !== null && onlyValue !== "" && cell(columns.filter) !== onlyValue) return LEFT_OUT;
  if (columns.at === null || columns.number === null || cells.length <= Math.max(columns.at, columns.number))
    return { kind: "bad", reason: "columns" };
  const at = instants.read(instantText(cells, columns.at, columns.clock));
  if (at === null) return { kind: "bad", reason: "time" };
  if (at > now) return { kind: "bad", reason: "ahead" };
  const number = readNumber(cell(columns.number), cell(columns.prefix));
  if (number === null) return { kind: "bad", reason: "number" };
  const callId = cell(columns.callId).slice(0, CALL_ID_LENGTH);
  return {
    kind: "call",
    call: {
      ...{ number, at, code: codeOf(cell(columns.status)), callId: callId || null },
      shown: columns.shown === null ? "" : shownOf(cell(columns.shown), readShown),
    },
  };
}

/** Asterisk writes a caller as `"name" <number>`. */
function shownOf(written: string, readShown: Readers["readShown"]): string {
  const bare = /<([^<>]*)>/.exec(written)?.[1] ?? written;
  if (MASKED.test(bare.trim())) return "masked";
  return readShown(bare) ?? "";
}
