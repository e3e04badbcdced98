import { OWN } from "@/lib/domain/compliance/duties";
import type { EventName } from "@/lib/domain/nouns/events";
import type { JournalChanges } from "@/lib/platform/read/journal-changes";
import type { Reader } from "@/lib/platform/read/reader";

/** Events that change entries of registers without a version or an assessment of them, or more of them than are followed. */
const UNTOLD: readonly EventName[] = [
  "controller.merged",
  "controller.unmerged",
  "example.filled",
  "example.cleared",
  "import.committed",
  "register.imported",
];

/** Limits the entries that are followed: beyond it all are counted anew. */
const MOST = 500;

/** Entries of registers that changed, and the parties that they concern now or did before. */
export type TouchedRecords = { ids: string[]; parties: string[] };

/**
 * Finds the entries that acts changed: what an act writes of an entry, as a version or as an assessment, has the act's
 * instant. `assessedSince` adds what jobs assessed, without an entry of the journal. Null where all may have changed.
 */
export async function findTouchedRecords(
  reader: Reader,
  { events, subjects, instants }: JournalChanges,
  assessedSince: Date | null,
): Promise<TouchedRecords | null> {
  if (UNTOLD.some((event) => events.has(event))) return null;
  const named = subjects.get("processing-record") ?? [];
  const rows = await reader.$queryRaw<{ id: string; isOwn: boolean; controllerId: string | null }[]>`
    WITH touched AS (
      SELECT record_id FROM record_version WHERE recorded_at = ANY (${instants}::timestamptz[])
      UNION SELECT record_id FROM record_assessment
        WHERE recorded_at = ANY (${instants}::timestamptz[]) OR recorded_at >= ${assessedSince}::timestamptz
      UNION SELECT unnest(${named}::uuid[])
      LIMIT ${MOST + 1})
    SELECT DISTINCT v.record_id AS id, v.capacity = 'controller' AS "isOwn", v.controller_id AS "controllerId"
    FROM record_version v WHERE v.record_id IN (SELECT record_id FROM touched)`;
  const ids = [...new Set(rows.map(({ id }) => id))];
  if (ids.length > MOST) return null;
  const parties = rows.map(({ isOwn, controllerId }) => (isOwn ? OWN : (controllerId ?? "")));
  return { ids, parties: [...new Set(parties)] };
}
