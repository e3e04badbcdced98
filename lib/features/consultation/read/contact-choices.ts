import type { Choice } from "@/lib/domain/choice/choices";
import type { PendingObjection } from "@/lib/domain/choice/pending-objection";
import { findPendingObjections } from "@/lib/features/choice/read/pending-objections";
import { findChoicesTowards } from "@/lib/features/choice/read/towards";
import type { Tx } from "@/lib/platform/database/transaction";
import { everyKeyOf } from "@/lib/platform/secrets/person-key";
import type { Contact } from "./contact";

/** Choices of a person towards the controller, and objections that hold towards every one until they are placed. */
export type ContactChoices = { choices: Choice[]; pending: PendingObjection[] };

/**
 * Finds what persons chose towards a controller until an instant, under the key of their number and under that of their
 * address: an objection that came by mail is the person's, who is consulted by number too. By the names under which the
 * contacts are given.
 */
export async function findChoicesOfContacts(
  tx: Tx,
  contacts: ReadonlyMap<string, Contact>,
  { org, controllerId, at }: { org: string; controllerId: string; at: number },
): Promise<Map<string, ContactChoices>> {
  const keysOf = everyKeyOf(org);
  const keys = new Map(
    [...contacts].map(([name, { number, email }]) => [
      name,
      [number, email].flatMap((one) => (one === null ? [] : keysOf(one))),
    ]),
  );
  const persons = new Set([...keys.values()].flat());
  const found = await findChoicesTowards(tx, [...persons], controllerId);
  const pending = await findPendingObjections(tx, persons, at);
  return new Map(
    [...keys].map(([name, own]) => [
      name,
      {
        choices: own.flatMap((key) => found.get(key) ?? []),
        pending: own.flatMap((key) => pending.get(key) ?? []),
      },
    ]),
  );
}
