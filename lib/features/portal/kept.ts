import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/transaction";

/** What a portal's lists hold, each by the room that shows it. */
export const KEPT = [
  "requests",
  "records",
  "contracts",
  "instructions",
  "sub-processors",
  "transfers",
  "documents",
] as const;
export type Kept = (typeof KEPT)[number];

/** One row of a list that is new, or changed, since an instant. */
export type Change = {
  room: Kept;
  id: string;
  reference: string;
  title: string;
  change: "new" | "changed";
};

/**
 * Every row that a contact's lists show, as the scope lets it see them: what it is called, since when it is there and when
 * it last changed. A new list is a line here.
 */
const ROWS: Record<Kept, Prisma.Sql> = {
  requests: Prisma.sql`SELECT a.id, a.reference, s.name AS title, a.sent_at AS began, a.updated_at AS changed
    FROM authorisation a JOIN sub_processor s ON s.org_id = a.org_id AND s.id = a.sub_processor_id`,
  records: Prisma.sql`SELECT id, reference, activity, created_at, updated_at FROM processing_record
    WHERE capacity = 'processor'`,
  contracts: Prisma.sql`SELECT id, reference, title, created_at, updated_at FROM contract`,
  instructions: Prisma.sql`SELECT id, number, left(text, 160), created_at, updated_at FROM instruction`,
  "sub-processors": Prisma.sql`SELECT id, reference, name, created_at, updated_at FROM sub_processor`,
  transfers: Prisma.sql`SELECT id, reference, importer_name, created_at, updated_at FROM transfer`,
  // What replaces a document is another one.
  documents: Prisma.sql`SELECT a.id, '', a.file_name, a.stored_at, a.stored_at FROM attachment a
    WHERE a.purpose = 'document' AND a.controller_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM attachment r WHERE r.org_id = a.org_id AND r.replaces_id = a.id)`,
};

const ALL = Prisma.join(
  KEPT.map(
    (room) =>
      Prisma.sql`SELECT ${room} AS room, r.* FROM (${ROWS[room]}) AS r (id, reference, title, began, changed)`,
  ),
  " UNION ALL ",
);

/** How much there is in each room. */
export async function countKept(tx: Tx): Promise<Record<Kept, number>> {
  const found = await tx.$queryRaw<{ room: Kept; count: number }[]>`
    SELECT room, count(*)::int AS count FROM (${ALL}) AS kept GROUP BY room`;
  const counts = Object.fromEntries(KEPT.map((room) => [room, 0])) as Record<Kept, number>;
  for (const { room, count } of found) counts[room] = count;
  return counts;
}

/** As many as a controller's lists may mark. */
const MOST_CHANGES = 2000;

/** What is new or changed since an instant, the last change first; nothing where there was no visit before this one. */
export async function findChanges(tx: Tx, since: Date | null): Promise<Change[]> {
  if (since === null) return [];
  return tx.$queryRaw<Change[]>`
    SELECT room, id, reference, title, CASE WHEN began > ${since} THEN 'new' ELSE 'changed' END AS change
    FROM (${ALL}) AS kept WHERE greatest(began, changed) > ${since}
    ORDER BY greatest(began, changed) DESC, id LIMIT ${MOST_CHANGES}`;
}
