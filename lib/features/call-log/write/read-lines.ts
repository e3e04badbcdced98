import type { CallLayout } from "@/lib/domain/call-log/layout";
import { readCall, type BadReason, type Readers } from "@/lib/domain/call-log/read-call";
import { streamCsv } from "@/lib/platform/sheets/csv-stream";
import type { LogKeys } from "@/lib/features/call-log/read/keys-of-log";
import { countryOfNumber } from "@/lib/features/choice/read/phone-number";
import type { CallLine } from "./collect-calls";

/** Lines of one reason: how many, and the first of them. */
export type BadLines = Partial<Record<BadReason, { count: number; lines: number[] }>>;

/** Distinct codes of a log, at most: a column of comments is none of codes, and what is beyond has no code. */
const MOST_CODES = 200;
const MOST_SAMPLES = 10;

/** Counts of the lines read so far. Instants are null before the first call. */
export type Reading = {
  lines: number;
  leftOut: number;
  calls: number;
  bad: BadLines;
  codes: Map<string, number>;
  firstAt: number | null;
  lastAt: number | null;
};

/** A log that was read to its end; `inserted` calls were new. */
export type ReadLog = {
  reading: Reading;
  inserted: number;
  /** Calls with the dialler's name of another call at another instant. */
  sharedNames: number;
  doubtful: number;
  sha256: string;
};

/** Ways in which lines are read and their calls go on; numbers and the dialler's names of calls become digests. */
type LineReading = LogKeys & {
  layout: CallLayout;
  readers: Readers;
  digestName: (name: string) => number;
  addCall: (call: CallLine) => void;
};

/**
 * Reads the lines of a log, and counts what it leaves out. Numbers leave it as keys alone. Each time that it gives, so many
 * calls were added, and at the end the last.
 */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  { layout, readers, prepareKeys, keyOf, digestName, addCall }: LineReading,
  { reading, size }: { reading: Reading; size: number },
): AsyncGenerator<void> {
  let isHead = layout.hasHead;
  for await (const rows of streamCsv(bytes, layout)) {
    const lines = isHead ? rows.slice(1) : rows;
    if (rows.length > 0) isHead = false;
    const read = lines.map(({ line, cells }) => ({ line, found: readCall(cells, layout, readers) }));
    await prepareKeys(read.flatMap(({ found }) => (found.kind === "call" ? found.call.number : [])));
    for (const { line, found } of read) {
      reading.lines += 1;
      if (found.kind === "left-out") reading.leftOut += 1;
      if (found.kind === "bad") countBad(reading.bad, found.reason, line);
      if (found.kind !== "call") continue;
      const { number, at, shown, callId } = found.call;
      const code = countCode(reading.codes, found.call.code);
      const name = callId === null ? 0 : digestName(callId);
      addCall({ at, shown, line, code, name, country: countryOfNumber(number) ?? "", key: keyOf(number) });
      countCall(reading, at);
      if (reading.calls % size === 0) yield;
    }
  }
  yield;
}

export function newReading(): Reading {
  return { lines: 0, leftOut: 0, calls: 0, bad: {}, codes: new Map(), firstAt: null, lastAt: null };
}

function countBad(bad: BadLines, reason: BadReason, line: number): void {
  const counted = (bad[reason] ??= { count: 0, lines: [] });
  counted.count += 1;
  if (counted.lines.length < MOST_SAMPLES) counted.lines.push(line);
}

function countCode(codes: Map<string, number>, code: string): string {
  const counted = codes.has(code) || codes.size < MOST_CODES ? code : "";
  codes.set(counted, (codes.get(counted) ?? 0) + 1);
  return counted;
}

function countCall(reading: Reading, at: number): void {
  reading.calls += 1;
  if (reading.firstAt === null || at < reading.firstAt) reading.firstAt = at;
  if (reading.lastAt === null || at > reading.lastAt) reading.lastAt = at;
}
