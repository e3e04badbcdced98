import { personFacts, type PersonFacts } from "@/lib/domain/campaign/person-facts";
import type { Tx } from "@/lib/platform/database/transaction";
import { findChoicesOfPersons } from "./choices-of-persons";

/** Product of one controller, or of the one that it was merged into, at an instant. */
type Asked = { controllerId: string; purpose: string; at: number };

/**
 * Finds what each person holds towards a controller at an instant, by the key of the person in hex. A
 * person without choices is left out.
 */
export async function findConsents(
  tx: Tx,
  keys: readonly Buffer[],
  { controllerId, ...asked }: Asked,
): Promise<Map<string, PersonFacts>> {
  const persons = new Set(keys.map((key) => key.toString("hex")));
  const found = await findChoicesOfPersons(tx, persons, { controllerId, act: "telephone", at: asked.at });
  return new Map([...found].map(([person, own]) => [person, personFacts(own, asked)]));
}
