import { projectRecord } from "@/lib/domain/processing-record/projection";
import { todayIn } from "@/lib/domain/time/zones";
import { findOrganisationFacts, findRecords, partyFacts } from "@/lib/features/processing-record/data";
import type { Announcement } from "@/lib/platform/announce";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/transaction";

/** What is said of a party changed: the records that name it are assessed again, in the same transaction. */
export async function reassessRecords(
  tx: Tx,
  ctx: Pick<Ctx, "now">,
  announcement: Announcement,
): Promise<void> {
  const where =
    announcement.event === "controller.changed" ? { controllerId: announcement.controllerId } : {};
  const organisation = await findOrganisationFacts(tx);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  for (const record of await findRecords(tx, where)) {
    const columns = projectRecord(record, partyFacts(record.controller), organisation, today);
    // Derived, not said: no new version, and no entry in the journal.
    await tx.processingRecord.updateMany({ where: { id: record.id }, data: columns });
  }
}
