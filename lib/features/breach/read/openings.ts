import { refusalOfAddress } from "@/lib/domain/access/own-address";
import { Prisma } from "@/lib/generated/prisma/client";
import type { ProcessorPeople } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";

/** The first opening of a notice in the portal by one contact, which no fact records yet. */
export type Opening = {
  noticeId: string;
  controllerId: string;
  number: number;
  at: Date;
  name: string;
  contactId: string;
};

/** Says whose opening it is: one by the processor's own people is no receipt of its client. */
type Opener = { email: string; personId: string | null };

/** Openings of the notice `n` that no fact records yet, the first of each contact. */
export const UNRECORDED_OPENINGS = Prisma.sql`
  SELECT DISTINCT ON (l.contact_id) l.looked_at AS at, l.contact_name AS name, l.contact_id AS "contactId", c.email,
    c.person_id AS "personId"
  FROM access_look l JOIN controller_contact c ON c.org_id = l.org_id AND c.id = l.contact_id
  WHERE l.org_id = n.org_id AND l.subject_id = n.id AND l.noun = 'breach-notice' AND l.looked_at >= n.issued_at
    AND NOT EXISTS (SELECT FROM breach_notice_fact f WHERE f.org_id = n.org_id AND f.notice_id = n.id
      AND f.kind = 'read-in-portal' AND f.author_id = l.contact_id)
  ORDER BY l.contact_id, l.looked_at`;

export async function findUnrecordedOpenings(
  tx: Tx,
  noticeIds: readonly string[],
  own: ProcessorPeople,
): Promise<Opening[]> {
  if (noticeIds.length === 0) return [];
  const rows = await tx.$queryRaw<(Opening & Opener)[]>`
    SELECT n.id AS "noticeId", n.controller_id AS "controllerId", n.number, o.at, o.name, o."contactId", o.email,
      o."personId"
    FROM breach_notice n CROSS JOIN LATERAL (${UNRECORDED_OPENINGS}) AS o
    WHERE n.status = 'issued' AND n.id = ANY(${[...noticeIds]}::uuid[])`;
  return rows.filter((row) => isReceipt(row, own));
}

export function isReceipt({ email, personId }: Opener, own: ProcessorPeople): boolean {
  return !own.personIds.includes(personId ?? "") && refusalOfAddress(email, own) === null;
}
