import type { PersonChoice } from "@/lib/domain/call-log/person-past";
import { compareKeys, KEY_BYTES } from "@/lib/domain/call-log/call-record";
import type { Appointment } from "@/lib/domain/choice/appointment";
import { APPOINTMENT, EVERY_PURPOSE } from "@/lib/domain/choice/choices";
import { IS_STANDING } from "@/lib/features/choice/read/standing";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

type Asked = { controllers: readonly string[]; purpose: string };
type Row = Omit<PersonChoice, "at"> & {
  person: Uint8Array;
  at: Date;
  act: string;
  callAt: Date | null;
  isOfPurpose: boolean;
};

/** Holds what one person chose about calls, and the calls to which it agreed for a precise date and time. */
export type ChoicesOfPerson = { choices: readonly PersonChoice[]; appointments: readonly Appointment[] };

/** True where anything was ever chosen about calls of the controllers: most have no register of choices. */
export async function hasChoices(tx: Tx, controllers: readonly string[]): Promise<boolean> {
  const where = { controllerId: { in: [...controllers] }, act: { in: ["telephone", APPOINTMENT] } };
  return (await tx.choice.findFirst({ where, select: { id: true } })) !== null;
}

/**
 * Finds what persons chose about calls, and returns a function that gives the choices of each, asked for in the order of the
 * keys. They are in the order in which they hold: of one instant a stop is the last.
 */
export async function findChoicesOf(tx: Tx, keys: Uint8Array, { controllers, purpose }: Asked) {
  const rows = await tx.$queryRaw<Row[]>`
    WITH made AS MATERIALIZED (${madeBy(keys)})
    SELECT c.person_key AS person, c.decided_at AS at, c.act, c.call_at AS "callAt", c.outcome, c.source, c.valid_until AS "validUntil",
      c.proof <> '' AS "hasProof", c.purpose <> '' AS "isOfPurpose", c.call_log_id IS NOT NULL AND c.purpose <> '' AS "isOfOffer", f.collection_id AS "collectionId", c.times
    FROM made c LEFT JOIN consent_file f ON f.id = c.consent_file_id
    WHERE ${IS_STANDING} AND c.act IN ('telephone', ${APPOINTMENT}) AND c.purpose IN ('', ${purpose}) AND c.controller_id = ANY (${[...controllers]}::uuid[])
    ORDER BY c.person_key, c.decided_at, c.outcome <> 'allowed', c.id`;
  let next = 0;
  return (person: Uint8Array): ChoicesOfPerson => {
    const choices: PersonChoice[] = [];
    const appointments: Appointment[] = [];
    for (let row = rows[next]; row && compareKeys(row.person, 0, person, 0) <= 0; row = rows[++next]) {
      if (compareKeys(row.person, 0, person, 0) !== 0) continue;
      const { at, callAt, act, isOfPurpose, person: _, ...chosen } = row;
      if (act !== APPOINTMENT) choices.push({ ...chosen, at: at.getTime() });
      // The statement asks for one purpose and every one: here they are alike.
      else if (callAt !== null)
        appointments.push({
          purpose: EVERY_PURPOSE,
          outcome: chosen.outcome,
          agreedAt: at.getTime(),
          callAt: callAt.getTime(),
          isOfPurpose,
          hasProof: chosen.hasProof,
        });
    }
    return { choices, appointments };
  };
}

/** Finds the last stop of each person towards a controller that holds at any time, for one purpose or for every one, by the key in hex. */
export async function findStops(
  tx: Tx,
  keys: Uint8Array,
  { controllerId, purpose }: { controllerId: string; purpose: string },
): Promise<Map<string, Date>> {
  const rows = await tx.$queryRaw<{ person: string; at: Date }[]>`
    WITH made AS MATERIALIZED (${madeBy(keys)})
    SELECT encode(person_key, 'hex') AS person, max(decided_at) AS at FROM made c
    WHERE ${IS_STANDING} AND controller_id = ${controllerId}::uuid AND act = 'telephone' AND purpose IN ('', ${purpose})
      AND outcome IN ('refused', 'withdrawn') AND times IS NULL
    GROUP BY person_key`;
  return new Map(rows.map(({ person, at }) => [person, at]));
}

/** Choices of persons whose keys lie one behind the other, found by their index alone before anything else narrows them. */
function madeBy(keys: Uint8Array): Prisma.Sql {
  return Prisma.sql`
    SELECT * FROM choice WHERE person_key = ANY (ARRAY(
      SELECT substring(${keys}::bytea FROM person * ${KEY_BYTES}::int + 1 FOR ${KEY_BYTES}::int)
      FROM generate_series(0, ${keys.length / KEY_BYTES - 1}::int) AS person))`;
}
