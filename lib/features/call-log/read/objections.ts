import { callsOf, keyOf, peopleIn, type CallPart } from "@/lib/domain/call-log/call-part";
import { batchParts } from "@/lib/domain/call-log/part-batches";
import type { Tx } from "@/lib/platform/database/transaction";
import { findParts, findPartSizes } from "./call-parts";
import { findStops } from "./choices";

/** The first call of a person that ended with an objection. */
export type Objection = { person: Uint8Array; at: Date; line: number };

type Asked = { org: string; log: string; codes: ReadonlySet<string>; controllerId: string };

/** Finds the first objection of each person of a log, by their keys, unless the register has a stop then or later. */
export async function findObjections(
  tx: Tx,
  { org, log, codes, controllerId }: Asked,
  most: number,
): Promise<Objection[]> {
  const objections: Objection[] = [];
  if (codes.size === 0) return objections;
  for (const parts of batchParts(await findPartSizes(tx, [log]), [])) {
    const found = await findParts(tx, { org, logs: [log], parts });
    const firsts = [...found.values()].flat().flatMap(({ part }) => firstObjections(part, codes));
    if (firsts.length === 0) continue;
    const keys = new Uint8Array(Buffer.concat(firsts.map(({ person }) => person)));
    const stops = await findStops(tx, keys, controllerId);
    for (const one of firsts) {
      const stop = stops.get(Buffer.from(one.person).toString("hex"));
      if (!stop || stop < one.at) objections.push(one);
      if (objections.length === most) return objections;
    }
  }
  return objections;
}

function firstObjections(part: CallPart, codes: ReadonlySet<string>): Objection[] {
  const isObjection = part.codes.map((code) => codes.has(code));
  const objections: Objection[] = [];
  for (let person = 0; person < peopleIn(part); person += 1) {
    const { begin, end } = callsOf(part, person);
    for (let call = begin; call < end; call += 1) {
      if (!isObjection[part.codeAt[call] ?? 0]) continue;
      objections.push({
        person: keyOf(part, person),
        at: new Date(part.at[call] ?? 0),
        line: part.line[call] ?? 0,
      });
      break;
    }
  }
  return objections;
}
