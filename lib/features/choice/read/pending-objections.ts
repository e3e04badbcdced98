import type { PendingObjection } from "@/lib/domain/choice/pending-objection";
import { STOPPING_RIGHTS } from "@/lib/domain/rights-request/rights";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "@/lib/platform/read/reader";

/**
 * Finds the objections, 21, and withdrawals, 7(3), of persons by their keys in hex, of which nobody has said yet which controller
 * they concern: received until an instant, neither placed nor set aside; and, in doubt, requests whose words may be one, whosesoever they
 * are. Whoever made none is left out; null asks of everybody.
 */
export async function findPendingObjections(
  tx: Reader,
  persons: ReadonlySet<string> | null,
  at: number,
): Promise<Map<string, PendingObjection[]>> {
  const keys = Prisma.sql`ARRAY(
    SELECT decode(asked.person, 'hex') FROM unnest(${[...(persons ?? [])]}::text[]) AS asked (person))`;
  // Each key is found by its own index.
  const under = (key: Prisma.Sql, beside = Prisma.empty) => Prisma.sql`
    SELECT encode(${key}, 'hex') AS person, id, reference, channel, received_at AS "receivedAt",
      stop_question IS NOT DISTINCT FROM 'open' AS "isDoubtful",
      held_at IS NOT NULL AS "isOfBurst"
    FROM rights_request ${beside}
    WHERE (stop_question = 'open' AND state <> 'not-ours' OR controller_id IS NULL AND state = 'received'
        AND (rights && ${[...STOPPING_RIGHTS]}::text[] OR stop_question = 'meant'))
      AND received_at <= ${new Date(at)} AND ${persons === null ? Prisma.sql`${key} IS NOT NULL` : Prisma.sql`${key} = ANY (${keys})`}`;
  const rows = await tx.$queryRaw<Row[]>`
    ${under(Prisma.sql`person_key`)} UNION ALL ${under(Prisma.sql`other_key`)}
    UNION ALL ${under(Prisma.sql`held_key`, Prisma.sql`, unnest(held_keys) AS held_key`)} ORDER BY 5, 2`;
  const byPerson = new Map<string, PendingObjection[]>();
  for (const { person, receivedAt, ...row } of rows) {
    const own = byPerson.get(person) ?? [];
    byPerson.set(person, own);
    own.push({ ...row, receivedAt: receivedAt.getTime() });
  }
  return byPerson;
}

type Row = Omit<PendingObjection, "receivedAt"> & { person: string; receivedAt: Date };
