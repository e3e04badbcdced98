import type { PendingObjection } from "@/lib/domain/choice/pending-objection";
import type { Reader } from "@/lib/platform/read/reader";

/**
 * Finds the objections to marketing, 21(2), of persons by their keys in hex, of which nobody has said yet which controller
 * they concern: received until an instant, neither placed nor set aside. Whoever made none is left out.
 */
export async function findPendingObjections(
  tx: Reader,
  persons: ReadonlySet<string>,
  at: number,
): Promise<Map<string, PendingObjection[]>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT encode(person_key, 'hex') AS person, id, reference, channel, received_at AS "receivedAt"
    FROM rights_request
    WHERE controller_id IS NULL AND state = 'received' AND 'marketing-objection' = ANY (rights)
      AND received_at <= ${new Date(at)} AND person_key = ANY (ARRAY(
        SELECT decode(asked.person, 'hex') FROM unnest(${[...persons]}::text[]) AS asked (person)))
    ORDER BY received_at, id`;
  const byPerson = new Map<string, PendingObjection[]>();
  for (const { person, receivedAt, ...row } of rows) {
    const own = byPerson.get(person) ?? [];
    byPerson.set(person, own);
    own.push({ ...row, receivedAt: receivedAt.getTime() });
  }
  return byPerson;
}

type Row = Omit<PendingObjection, "receivedAt"> & { person: string; receivedAt: Date };
