import { Prisma } from "@/lib/generated/prisma/client";
import { isReceipt } from "@/lib/features/breach/read/openings";
import { readOwnPeople } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";

type Row = { id: string; at: Date; email: string; personId: string | null };

/**
 * First opening of each request in the portal by a contact whose address is proven: one by the processor's own people, or from
 * an address that nothing proves or of a signatory to whom somebody objects, is no receipt of its client.
 */
export async function findOpenings(
  tx: Tx,
  requests: readonly { id: string; orgId: string }[],
  until?: Date,
): Promise<Map<string, number>> {
  const [first] = requests;
  if (!first) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON (l.subject_id, l.contact_id) l.subject_id AS id, l.looked_at AS at, c.email,
      c.person_id AS "personId"
    FROM access_look l JOIN controller_contact c ON c.org_id = l.org_id AND c.id = l.contact_id
      JOIN contact_proof p ON p.org_id = c.org_id AND p.contact_id = c.id ${until ? Prisma.sql`AND p.proven_at <= ${until}` : Prisma.empty}
    WHERE l.noun = 'rights-request' AND NOT contact_has_open_objection(c.id) AND l.subject_id = ANY (${requests.map(({ id }) => id)}::uuid[])
      ${until ? Prisma.sql`AND l.looked_at <= ${until}` : Prisma.empty}
    ORDER BY l.subject_id, l.contact_id, l.looked_at`;
  if (rows.length === 0) return new Map();
  const own = await readOwnPeople(tx, first.orgId);
  const openings = new Map<string, number>();
  for (const { id, at } of rows.filter((row) => isReceipt(row, own)))
    openings.set(id, Math.min(openings.get(id) ?? Infinity, at.getTime()));
  return openings;
}
