import { grantOf, isGranted } from "@/lib/domain/dpo-work/status";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import type { StoredFact, WorkRow } from "./queries";

export type FilingChange = { recordId: string; reference: string; at: number };

/** Parts of an entry that a filing states, law 09-08 art. 15: (b) purposes, (c) data and persons, (d) recipients, (e) transfers, (f) retention, (i) processors. */
const FILED_FIELDS = [
  ...[
    "activity",
    "operations",
    "purposes",
    "persons",
    "dataCategories",
    "specialAnswer",
    "specialCategories",
  ],
  ...["recipients", "transferAnswer", "destinations", "retention", "subProcessorsAnswer", "subProcessors"],
];

/**
 * Finds the entries that a granted filing covers and that have changed, in what it states, since it was filed or its
 * last change was notified; the earliest change first.
 */
export async function findFilingChanges(
  tx: Tx,
  filings: readonly Pick<WorkRow, "id" | "state" | "recordIds">[],
  facts: ReadonlyMap<string, readonly StoredFact[]>,
): Promise<Map<string, FilingChange[]>> {
  const covers = filings
    .filter(({ state }) => isGranted(state))
    .flatMap(({ id, recordIds }) => {
      const notifiedAt = lastNotifiedAt(facts.get(id) ?? []);
      return notifiedAt === undefined
        ? []
        : recordIds.map((record) => ({ filing: id, record, told_at: new Date(notifiedAt) }));
    });
  if (covers.length === 0) return new Map();
  const rows = await findChanged(tx, covers);
  const changes = new Map<string, FilingChange[]>();
  for (const { filing, recordId, reference, at } of rows)
    changes.set(filing, [...(changes.get(filing) ?? []), { recordId, reference, at: at.getTime() }]);
  return changes;
}

/** Instant at which the CNDP was last told; that of its answer, where nobody has recorded the filing itself. */
function lastNotifiedAt(facts: readonly StoredFact[]): number | undefined {
  const notified = facts.findLast(({ event }) => event === "file" || event === "notify-change");
  return (notified ?? grantOf({ facts }))?.at;
}

type Covered = { filing: string; record: string; told_at: Date };
type Changed = { filing: string; recordId: string; reference: string; at: Date };

/** Compares the entry as it is with its version of then, and dates the change by the first version that differs. */
function findChanged(tx: Tx, covers: readonly Covered[]): Promise<Changed[]> {
  const fields = Prisma.sql`ARRAY[${Prisma.join(FILED_FIELDS)}]::text[]`;
  return tx.$queryRaw<Changed[]>`
    SELECT c.filing, r.id AS "recordId", r.reference, first.at
    FROM jsonb_to_recordset(${JSON.stringify(covers)}::jsonb) AS c (filing uuid, record uuid, told_at timestamptz)
    JOIN processing_record r ON r.id = c.record
    JOIN LATERAL (
      SELECT v.snapshot FROM record_version v WHERE v.record_id = r.id AND v.recorded_at <= c.told_at
      ORDER BY v.version DESC LIMIT 1) then_ ON true
    JOIN LATERAL (
      SELECT min(v.recorded_at) AS at FROM record_version v
      WHERE v.record_id = r.id AND v.recorded_at > c.told_at AND EXISTS (
        SELECT FROM unnest(${fields}) AS f WHERE v.snapshot -> f IS DISTINCT FROM then_.snapshot -> f)
    ) first ON first.at IS NOT NULL
    WHERE EXISTS (
      SELECT FROM unnest(${fields}) AS f WHERE r.content -> f IS DISTINCT FROM then_.snapshot -> f)
    ORDER BY first.at, r.reference`;
}
