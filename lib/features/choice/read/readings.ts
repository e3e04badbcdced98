import type { Tx } from "@/lib/platform/database/transaction";
import { findPendingObjections } from "./pending-objections";
import { callingCode } from "./phone-number";

/** Person whose number it may be, with what is known of them. */
type NumberReading = {
  person: string;
  /** Other keys under which the person may stand. */
  also: readonly string[];
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
  among: readonly { person: string; also: readonly string[]; territory: string }[],
  rows: readonly { person: string }[],
  at: number,
): Promise<NumberReading[]> {
  if (among.length === 0) return [];
  const keys = among.flatMap(({ person, also }) => [person, ...also]);
  const pending = await findPendingObjections(tx, new Set(keys), at);
  return among.map(({ person, also, territory }) => ({
    person,
    also,
    territory,
    code: callingCode(territory),
    choices: rows.filter((row) => row.person === person || also.includes(row.person)).length,
    pending: new Set([person, ...also].flatMap((key) => pending.get(key)?.map(({ id }) => id) ?? [])).size,
  }));
}
