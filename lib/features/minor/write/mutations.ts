import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { newId } from "@/lib/platform/database/ids";
import type { StaffCtx } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import type { MinorCallInput } from "@/lib/features/minor/schema";

/** Notes that a minor was on the line and what was done; the note is of no person. */
export async function recordMinorCall(
  ctx: StaffCtx,
  { outcome }: MinorCallInput,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "minor-call.record")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const id = newId(ctx.now);
    await tx.minorCall.create({ data: { ...recordedBy(ctx), id, outcome } });
    journal.note({
      event: "minor-call.recorded",
      subject: { noun: "minor-call", id, label: "" },
      after: { outcome },
    });
    return done({ id });
  });
}
