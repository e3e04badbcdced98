import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

export const RETAINED = [
  "requests",
  "records",
  "contracts",
  "instructions",
  "sub-processors",
  "transfers",
  "documents",
] as const;
export type RetainedDocument = (typeof RETAINED)[number];

export type Change = {
  item: RetainedDocument;
  id: string;
  reference: string;
  title: string;
  change: "new" | "changed";
};

/** Author whose own changes are excluded. */
export type Visitor = { contactId: string; personId: string };

/** Rows visible in a contact's lists, with creation and last change by others. */
const rowsFor = ({ contactId, personId }: Visitor): Record<RetainedDocument, Prisma.Sql> => ({
  requests: Prisma.sql`SELECT a.id, a.reference, s.name AS title, a.sent_at AS began,
      (SELECT max(f.recorded_at) FROM authorisation_fact f
        WHERE f.org_id = a.org_id AND f.authorisation_id = a.id
          AND (f.author_kind, f.author_id) IS DISTINCT FROM ('controller-contact', ${personId}::uuid)) AS changed
    FROM authorisation a JOIN sub_processor s ON s.org_id = a.org_id AND s.id = a.sub_processor_id`,
  records: Prisma.sql`SELECT id, reference, activity, created_at, updated_at FROM processing_record
    WHERE capacity = 'processor'`,
  contracts: Prisma.sql`SELECT id, reference, title, created_at, updated_at FROM contract`,
  // Each change creates a version, including the first.
  instructions: Prisma.sql`SELECT i.id, i.number, left(i.text, 160),
      CASE WHEN i.contact_id IS DISTINCT FROM ${contactId}::uuid THEN i.created_at END,
      (SELECT max(v.recorded_at) FROM instruction_version v
        WHERE v.org_id = i.org_id AND v.instruction_id = i.id
          AND (v.version > 1 OR i.contact_id IS DISTINCT FROM ${contactId}::uuid)
          AND NOT EXISTS (SELECT FROM instruction_fact f WHERE f.org_id = v.org_id
            AND f.instruction_id = v.instruction_id AND f.version = v.version AND f.contact_id = ${contactId}::uuid))
    FROM instruction i`,
  "sub-processors": Prisma.sql`SELECT id, reference, name, created_at, updated_at FROM sub_processor`,
  transfers: Prisma.sql`SELECT id, reference, importer_name, created_at, updated_at FROM transfer`,
  // A replacement is another document.
  documents: Prisma.sql`SELECT a.id, '', a.file_name,
      CASE WHEN a.contact_id IS DISTINCT FROM ${contactId}::uuid THEN a.stored_at END, NULL::timestamptz FROM attachment a
    WHERE a.purpose = 'document' AND a.controller_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM attachment r WHERE r.org_id = a.org_id AND r.replaces_id = a.id)`,
});

const retentionFilter = (visitor: Visitor): Prisma.Sql => {
  const rows = rowsFor(visitor);
  const each = RETAINED.map(
    (item) =>
      Prisma.sql`SELECT ${item} AS item, r.* FROM (${rows[item]}) AS r (id, reference, title, began, changed)`,
  );
  return Prisma.join(each, " UNION ALL ");
};

export async function countRetained(tx: Tx, visitor: Visitor): Promise<Record<RetainedDocument, number>> {
  const found = await tx.$queryRaw<{ item: RetainedDocument; count: number }[]>`
    SELECT item, count(*)::int AS count FROM (${retentionFilter(visitor)}) AS kept GROUP BY item`;
  const counts = Object.fromEntries(RETAINED.map((item) => [item, 0])) as Record<RetainedDocument, number>;
  for (const { item, count } of found) counts[item] = count;
  return counts;
}

/** Limit of marked rows. */
const MOST_CHANGES = 2000;

/** Sorts by last change, descending; empty before a second visit. */
export async function findChanges(tx: Tx, visitor: Visitor, since: Date | null): Promise<Change[]> {
  if (since === null) return [];
  return tx.$queryRaw<Change[]>`
    SELECT item, id, reference, title, CASE WHEN began > ${since} THEN 'new' ELSE 'changed' END AS change
    FROM (${retentionFilter(visitor)}) AS kept WHERE greatest(began, changed) > ${since}
    ORDER BY greatest(began, changed) DESC, id LIMIT ${MOST_CHANGES}`;
}
