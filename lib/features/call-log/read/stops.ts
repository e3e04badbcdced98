import { callsOf, keyOf, peopleIn, type CallPart } from "@/lib/domain/call-log/call-part";
import { batchParts } from "@/lib/domain/call-log/part-batches";
import type { Tx } from "@/lib/platform/database/transaction";
import { findParts, findPartSizes } from "./call-parts";
import { findStops } from "./choices";

/** The first call of a person that ended with one of the outcomes asked for. `at` is in milliseconds. */
export type LoggedStop = { person: Uint8Array; at: number; line: number };

export type StopAsked = {
  org: string;
  log: string;
  /** Codes of the outcomes that stop calls. */
  codes: ReadonlySet<string>;
  controllerId: string;
  /** Purpose that is stopped; "" for every one. */
  purpose: string;
};

/**
 * Finds the first stop of each person of a log, by their keys, unless the register has one for the same purpose or every
 * one then or later. Yields at most so many at once.
 */
export async function* findStopsOfLog(
  tx: Tx,
  { org, log, codes, controllerId, purpose }: StopAsked,
  most: number,
): AsyncGenerator<LoggedStop[]> {
  if (codes.size === 0) return;
  for (const parts of batchParts(await findPartSizes(tx, [log]), [])) {
    const found = await findParts(tx, { org, logs: [log], parts });
    const firsts = [...found.values()].flat().flatMap(({ part }) => firstStops(part, codes));
    for (let from = 0; from < firsts.length; from += most) {
      const slice = firsts.slice(from, from + most);
      const keys = new Uint8Array(Buffer.concat(slice.map(({ person }) => person)));
      const known = await findStops(tx, keys, { controllerId, purpose });
      const fresh = slice.filter(({ person, at }) => {
        const stop = known.get(Buffer.from(person).toString("hex"));
        return !stop || stop.getTime() < at;
      });
      if (fresh.length > 0) yield fresh;
    }
  }
}

function firstStops(part: CallPart, codes: ReadonlySet<string>): LoggedStop[] {
  const isStop = part.codes.map((code) => codes.has(code));
  const stops: LoggedStop[] = [];
  for (let person = 0; person < peopleIn(part); person += 1) {
    const { begin, end } = callsOf(part, person);
    for (let call = begin; call < end; call += 1) {
      if (!isStop[part.codeAt[call] ?? 0]) continue;
      stops.push({ person: keyOf(part, person), at: part.at[call] ?? 0, line: part.line[call] ?? 0 });
      break;
    }
  }
  return stops;
}
