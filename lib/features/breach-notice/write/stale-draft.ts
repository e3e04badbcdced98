import { conflict, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Tx } from "@/lib/platform/database/transaction";
import { findNotice, type NoticeRow } from "@/lib/features/breach-notice/read/queries";

/**
 * States why a draft is not written any more: it was issued, by whom and when (`at`, milliseconds of UTC), abandoned, or changed by
 * somebody else meanwhile.
 */
export async function refuseStale(tx: Tx, before: NoticeRow): Promise<Outcome<never>> {
  const { status, issuedAt, issuedByName, content, version } = (await findNotice(tx, before.id)) ?? before;
  if (status === "issued")
    return invalid("", "breach-notice.issuedAlready", {
      name: issuedByName ?? "",
      at: issuedAt?.getTime() ?? 0,
    });
  return status === "withdrawn" ? invalid("", "breach-notice.withdrawnAlready") : conflict(content, version);
}
