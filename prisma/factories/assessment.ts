import { reassessOutdated } from "@/lib/features/reassessment/write/mutations";
import type { Ctx } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";

/** Lets every entry of an organisation be assessed again, as after a change of the rules. */
export async function reassessAll(ctx: Ctx): Promise<number> {
  const outdated = { rulesVersion: 1, requiredGaps: 0, advisableGaps: 0, gapCodes: [] };
  await withOrg(ctx.scope, (tx) => tx.processingRecord.updateMany({ data: outdated }));
  return reassessOutdated(ctx.scope, ctx.now);
}
