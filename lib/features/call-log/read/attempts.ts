import { countAttempts } from "@/lib/domain/call-log/attempts";
import { callsOf, keyOf, peopleIn, type CallPart } from "@/lib/domain/call-log/call-part";
import { compareKeys } from "@/lib/domain/call-log/call-record";
import { makeDayNumbers } from "@/lib/domain/call-log/day-numbers";
import { outcomeOf } from "@/lib/domain/call-log/outcomes";
import { batchParts } from "@/lib/domain/call-log/part-batches";
import { groupBy } from "@/lib/domain/invariant/group-by";
import { zonesOf } from "@/lib/domain/telephone-prospecting/territories";
import type { Tx } from "@/lib/platform/database/transaction";
import { findParts, findPartSizes, type LogPart } from "./call-parts";
import type { RecentLog } from "./recent-logs";

/** Attempts to a person for one professional, of the logs of some controllers' campaigns, until the last call logged. */
export type KnownAttempts = {
  professionalId: string;
  controllerIds: ReadonlySet<string>;
  count: number;
  loggedUntil: number;
};

type Asked = { org: string; logs: readonly RecentLog[]; at: number };

/**
 * Counts the attempts to one person, by their keys in hex, within thirty calendar days, for each professional apart, D223-9. Nothing
 * is said for a professional some of whose logs were cleared.
 */
export async function countAttemptsOf(
  tx: Tx,
  keys: readonly string[],
  { org, logs, at }: Asked,
): Promise<KnownAttempts[]> {
  const persons = keys.map((key) => Buffer.from(key, "hex"));
  const numbers = [...new Set(persons.map(partOf))];
  const parts = await findParts(tx, { org, logs: logs.map(({ id }) => id), parts: numbers });
  const daysOf = makeDayNumbers(zonesOf([]));
  return [...groupBy(logs, ({ professionalId }) => professionalId)].flatMap(([professionalId, own]) => {
    if (own.some(({ isCleared }) => isCleared)) return [];
    const calls = own.flatMap(({ id, outcomes }) =>
      persons.flatMap((person) => {
        const found = parts.get(partOf(person))?.find(({ log }) => log === id);
        return attemptsIn(found?.part, outcomes, { person, at });
      }),
    );
    return {
      professionalId,
      controllerIds: new Set(own.map(({ controllerId }) => controllerId)),
      count: countAttempts(calls, at, daysOf),
      loggedUntil: Math.max(...own.map(({ lastAt }) => lastAt)),
    };
  });
}

/** Number of the part of a log that has the calls of a person. */
function partOf(person: Uint8Array): number {
  return person[0] ?? 0;
}

function attemptsIn(
  part: CallPart | undefined,
  decided: RecentLog["outcomes"],
  { person, at }: { person: Uint8Array; at: number },
): number[] {
  if (!part) return [];
  const place = Array.from({ length: peopleIn(part) }, (_, one) => one).find(
    (one) => compareKeys(keyOf(part, one), 0, person, 0) === 0,
  );
  return place === undefined ? [] : placedCalls(part, place, { decided, at });
}

/** Instants of the calls of a person that left the dialler, until an instant. */
function placedCalls(
  part: CallPart,
  person: number,
  { decided, at }: { decided: RecentLog["outcomes"]; at: number },
): number[] {
  const { begin, end } = callsOf(part, person);
  const calls: number[] = [];
  for (let call = begin; call < end; call += 1) {
    const instant = part.at[call] ?? 0;
    const isPlaced = outcomeOf(part.codes[part.codeAt[call] ?? 0] ?? "", decided) !== "not-placed";
    if (isPlaced && instant <= at) calls.push(instant);
  }
  return calls;
}

/**
 * Counts the attempts to every person whom one controller's logs tell of so many times or more, by the key in hex: those
 * whom a list may hold no more. Read part by part.
 */
export async function findFrequentPersons(
  tx: Tx,
  { org, logs, at, most }: Asked & { most: number },
): Promise<Map<string, number>> {
  const frequent = new Map<string, number>();
  const daysOf = makeDayNumbers(zonesOf([]));
  const decided = new Map(logs.map(({ id, outcomes }) => [id, outcomes]));
  for (const same of groupBy(logs, ({ professionalId }) => professionalId).values()) {
    const ids = same.map(({ id }) => id);
    for (const parts of batchParts(await findPartSizes(tx, ids), []))
      for (const ofPart of (await findParts(tx, { org, logs: ids, parts })).values())
        for (const [person, calls] of collectCalls(ofPart, decided, at)) {
          if (calls.length < most) continue;
          const count = countAttempts(calls, at, daysOf);
          if (count >= most) frequent.set(person, Math.max(count, frequent.get(person) ?? 0));
        }
  }
  return frequent;
}

function collectCalls(
  parts: readonly LogPart[],
  decided: ReadonlyMap<string, RecentLog["outcomes"]>,
  at: number,
): Map<string, number[]> {
  const byPerson = new Map<string, number[]>();
  for (const { log, part } of parts)
    for (let person = 0; person < peopleIn(part); person += 1) {
      const calls = placedCalls(part, person, { decided: decided.get(log) ?? {}, at });
      if (calls.length === 0) continue;
      const key = Buffer.from(keyOf(part, person)).toString("hex");
      byPerson.set(key, [...(byPerson.get(key) ?? []), ...calls]);
    }
  return byPerson;
}
