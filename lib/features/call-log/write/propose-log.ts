import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { proposeLog } from "@/lib/features/call-log/read/propose";
import type { CutChoice, LogProposal } from "@/lib/features/call-log/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";

/** Proposes how a log is read to whoever may have one read. */
export async function proposeLogFrom(
  ctx: Ctx,
  sample: Uint8Array,
  chosen: CutChoice,
): Promise<Outcome<LogProposal>> {
  if (!isAuthorised(ctx, "call-log.receive")) return refuse({ kind: "forbidden" });
  const proposal = await withOrg(ctx.scope, (tx) => proposeLog(tx, sample, chosen));
  return proposal ? done(proposal) : invalid("", "noTable");
}
