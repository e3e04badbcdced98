import type { Choice } from "@/lib/domain/choice/choices";
import { findChoicesTowards } from "@/lib/features/choice/read/towards";
import type { Tx } from "@/lib/platform/database/transaction";
import { personKeysOf } from "@/lib/platform/secrets/person-key";

type Contact = { number: string | null; email: string | null };

/**
 * Finds what persons chose towards a controller, under the key of their number and under that of their address: an objection
 * that came by mail is the person's, who is consulted by number too. By the names under which the contacts are given.
 */
export async function findChoicesOfContacts(
  tx: Tx,
  contacts: ReadonlyMap<string, Contact>,
  { org, controllerId }: { org: string; controllerId: string },
): Promise<Map<string, Choice[]>> {
  const keyOf = personKeysOf(org);
  const keys = new Map(
    [...contacts].map(([name, { number, email }]) => [
      name,
      [number, email].flatMap((one) => (one === null ? [] : [keyOf(one).toString("hex")])),
    ]),
  );
  const found = await findChoicesTowards(tx, [...new Set([...keys.values()].flat())], controllerId);
  return new Map([...keys].map(([name, own]) => [name, own.flatMap((key) => found.get(key) ?? [])]));
}
