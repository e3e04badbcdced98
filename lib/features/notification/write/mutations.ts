import { NOTIFICATION_KIND_NAMES } from "@/lib/domain/notification/kinds";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import type {
  AllReadInput,
  NotificationReadInput,
  ShownKindsInput,
} from "@/lib/features/notification/schema";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/** Says of one notification that its reader has read it; said twice, it is said once. */
export async function readNotification(
  ctx: StaffCtx,
  { seq }: NotificationReadInput,
): Promise<Outcome<null>> {
  return change(ctx, async (tx, memberId) => {
    await tx.$executeRaw`
      UPDATE notification_reading SET updated_at = ${ctx.now}, read_seqs = array_append(read_seqs, ${BigInt(seq)})
      WHERE member_id = ${memberId}::uuid AND up_to_seq < ${BigInt(seq)} AND NOT ${BigInt(seq)} = ANY (read_seqs)
        AND EXISTS (SELECT FROM journal_entry WHERE seq = ${BigInt(seq)})`;
  });
}

/** Says that all were read up to a number: it never goes back, and never beyond the last entry. */
export async function readAllNotifications(ctx: StaffCtx, { upTo }: AllReadInput): Promise<Outcome<null>> {
  return change(ctx, async (tx, memberId) => {
    await tx.$executeRaw`
      UPDATE notification_reading r SET updated_at = ${ctx.now}, up_to_seq = n.up_to,
        read_seqs = ARRAY(SELECT one FROM unnest(r.read_seqs) AS one WHERE one > n.up_to ORDER BY one)
      FROM (SELECT least(${BigInt(upTo)}, seq) AS up_to FROM journal_head) AS n
      WHERE r.member_id = ${memberId}::uuid AND r.up_to_seq < n.up_to`;
  });
}

/** Chooses the kinds that one is shown; a hidden kind is neither listed nor counted. */
export async function chooseNotificationKinds(
  ctx: StaffCtx,
  { kinds }: ShownKindsInput,
): Promise<Outcome<null>> {
  const hidden = NOTIFICATION_KIND_NAMES.filter((kind) => !kinds.includes(kind));
  return change(ctx, async (tx, memberId) => {
    await tx.notificationReading.updateMany({
      where: { memberId },
      data: { hiddenKinds: hidden, updatedAt: ctx.now },
    });
  });
}

/** Changes a member's own row, which the first act creates. */
async function change(
  ctx: StaffCtx,
  work: (tx: Tx, memberId: string) => Promise<void>,
): Promise<Outcome<null>> {
  if (!isAuthorised(ctx, "notification.read")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx) => {
    const { memberId } = ctx.actor;
    const first = {
      id: newId(ctx.now),
      orgId: ctx.scope.org,
      memberId,
      upToSeq: 0n,
      readSeqs: [],
      hiddenKinds: [],
      updatedAt: ctx.now,
    };
    await tx.notificationReading.createMany({ data: [first], skipDuplicates: true });
    await work(tx, memberId);
    return done(null);
  });
}
