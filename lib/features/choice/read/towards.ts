import type { Choice } from "@/lib/domain/choice/choices";
import type { Tx } from "@/lib/platform/database/transaction";
import { STANDING } from "./standing";
import { readTimes } from "./times";

/** Finds the choices of persons, by their keys in hex, towards a controller and those that were merged into it. */
export async function findChoicesTowards(
  tx: Tx,
  keys: readonly string[],
  controllerId: string,
): Promise<Map<string, Choice[]>> {
  const rows = await tx.choice.findMany({
    where: {
      personKey: { in: keys.map((key) => Uint8Array.from(Buffer.from(key, "hex"))) },
      ...STANDING,
      controller: { OR: [{ id: controllerId }, { mergedIntoId: controllerId }] },
    },
    select: {
      personKey: true,
      act: true,
      purpose: true,
      country: true,
      outcome: true,
      decidedAt: true,
      validUntil: true,
      times: true,
    },
  });
  const byPerson = new Map<string, Choice[]>();
  for (const { personKey, act, outcome, decidedAt, times, ...row } of rows) {
    const person = Buffer.from(personKey).toString("hex");
    const own = byPerson.get(person) ?? [];
    byPerson.set(person, own);
    own.push({
      ...row,
      // The database admits no others.
      act: act as Choice["act"],
      outcome: outcome as Choice["outcome"],
      decidedAt: decidedAt.getTime(),
      times: readTimes(times),
    });
  }
  return byPerson;
}
