import { assessSubProcessors } from "@/lib/features/sub-processor/write/rows";
import type { Announcement } from "@/lib/platform/write/announce";
import { type Ctx, today } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

/** Reassesses sub-processors, whose tools are transfers, by the laws of the controllers that rely on them. */
export async function followSubProcessors(
  tx: Tx,
  ctx: Pick<Ctx, "now" | "scope">,
  announcement: Announcement,
): Promise<void> {
  // A contact cannot write sub-processors: the daily reassessment follows.
  if (ctx.scope.scope === "portal") return;
  const ids = await concerned(tx, announcement);
  if (ids === "all") await assessSubProcessors(tx, today(ctx));
  else if (ids.length > 0) await assessSubProcessors(tx, today(ctx), ids);
}

async function concerned(tx: Tx, announcement: Announcement): Promise<"all" | readonly string[]> {
  switch (announcement.event) {
    case "organisation.changed":
    case "controller.changed":
      return "all";
    case "transfer.changed":
      return announcement.subProcessorIds;
    case "authorisation.changed":
      return [...new Set(announcement.uses.map(({ subProcessorId }) => subProcessorId))];
    case "reliance.changed":
      return findNewlyNamed(tx, announcement.recordIds);
    default:
      return [];
  }
}

/**
 * Sub-processors on which other controllers rely since the last version of an entry. One that somebody else is writing is
 * left to that writer, so that neither waits for the other.
 */
async function findNewlyNamed(tx: Tx, recordIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH changed AS (
      SELECT n.sub_processor_ids AS named, coalesce(b.sub_processor_ids, '{}') AS before
      FROM record_version n
      LEFT JOIN record_version b ON b.record_id = n.record_id AND b.version = n.version - 1
      WHERE n.record_id = ANY (${[...recordIds]}::uuid[]) AND n.superseded_at IS NULL
        AND (n.controller_id, n.state = 'ended', n.sub_processor_ids)
          IS DISTINCT FROM (b.controller_id, b.state = 'ended', coalesce(b.sub_processor_ids, '{}')))
    SELECT s.id FROM sub_processor s
    WHERE s.id IN (SELECT unnest(named || before) FROM changed) ORDER BY s.id FOR UPDATE SKIP LOCKED`;
  return rows.map(({ id }) => id);
}
