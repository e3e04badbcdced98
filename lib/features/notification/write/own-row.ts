import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/** Changes a member's own row, which the first act creates. */
export async function changeOwnRow(
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
