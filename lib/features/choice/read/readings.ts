import type { Tx } from "@/lib/platform/database/transaction";
import { findPendingObjections } from "./pending-objections";
import { callingCode } from "./phone-number";

/** Person whose number it may be, with what is known of them. */
type NumberReading = {
  person: string;
  /** Country of the number, ISO 3166; "none" where nobody knows. */
  territory: string;
  /** "+212"; empty where nobody knows. */
  code: string;
  choices: number;
  /** Objections whose controller is unknown, and requests whose words may be one. */
  pending: number;
};

/** Says of each person whose number it may be how much is known of them. */
export async function findReadings(
  tx: Tx,
  among: readonly { person: string; territory: string }[],
  rows: readonly { person: string }[],
  at: number,
): Promise<NumberReading[]> {
  if (among.length === 0) return [];
  const pending = await findPendingObjections(tx, new Set(among.map(({ person }) => person)), at);
  return among.map(({ person, territory }) => ({
    person,
    territory,
    code: callingCode(territory),
    choices: rows.filter((row) => row.person === person).length,
    pending: pending.get(person)?.length ?? 0,
  }));
}
