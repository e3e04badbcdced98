import { assessSubProcessors } from "@/lib/features/sub-processor/write/rows";
import type { Announcement } from "@/lib/platform/write/announce";
import { type Ctx, today } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

/** Reassesses sub-processors, whose tools are transfers. */
export async function followSubProcessors(
  tx: Tx,
  ctx: Pick<Ctx, "now">,
  announcement: Announcement,
): Promise<void> {
  if (announcement.event !== "transfer.changed" || announcement.subProcessorIds.length === 0) return;
  await assessSubProcessors(tx, today(ctx), announcement.subProcessorIds);
}
