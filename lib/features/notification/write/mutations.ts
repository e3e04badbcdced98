import type { Outcome } from "@/lib/domain/outcome/outcome";
import type { AllReadInput, NotificationReadInput } from "@/lib/features/notification/schema";
import type { StaffCtx } from "@/lib/platform/request/context";
import { changeOwnRow } from "./own-row";

/** Says of one notification that its reader has read it; said twice, it is said once. */
export async function readNotification(
  ctx: StaffCtx,
  { seq }: NotificationReadInput,
): Promise<Outcome<null>> {
  return changeOwnRow(ctx, async (tx, memberId) => {
    await tx.$executeRaw`
      UPDATE notification_reading SET updated_at = ${ctx.now}, read_seqs = array_append(read_seqs, ${BigInt(seq)})
      WHERE member_id = ${memberId}::uuid AND up_to_seq < ${BigInt(seq)} AND NOT ${BigInt(seq)} = ANY (read_seqs)
        AND EXISTS (SELECT FROM journal_entry WHERE seq = ${BigInt(seq)})`;
  });
}

/** Says that all were read up to a number: it never goes back, and never beyond the last entry. */
export async function readAllNotifications(ctx: StaffCtx, { upTo }: AllReadInput): Promise<Outcome<null>> {
  return changeOwnRow(ctx, async (tx, memberId) => {
    await tx.$executeRaw`
      UPDATE notification_reading r SET updated_at = ${ctx.now}, up_to_seq = n.up_to,
        read_seqs = ARRAY(SELECT one FROM unnest(r.read_seqs) AS one WHERE one > n.up_to ORDER BY one)
      FROM (SELECT least(${BigInt(upTo)}, seq) AS up_to FROM journal_head) AS n
      WHERE r.member_id = ${memberId}::uuid AND r.up_to_seq < n.up_to`;
  });
}
