import { required } from "@/lib/domain/invariant/required";
import { mergeControllers } from "@/lib/features/controller-merge/write/mutations";
import { unmergeController } from "@/lib/features/controller-merge/write/undo";
import {
  findContacts,
  findMergeOf,
  findMergeParty,
  findMoving,
  stampOf,
} from "@/lib/features/controller-merge/read/queries";
import { controllerMergeSchema } from "@/lib/features/controller-merge/schema";
import type { StaffCtx } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeController, valueOf } from "./register";

/** Merges one controller into another, by whoever was shown both just now. */
export async function mergeInto(
  ctx: StaffCtx,
  [id, intoId]: readonly [string, string],
  stated: Record<string, unknown> = {},
) {
  const stamp = await withOrg(ctx.scope, async (tx) => {
    const parties = [
      required(await findMergeParty(tx, id), "controller of the merge"),
      required(await findMergeParty(tx, intoId), "controller of the merge"),
    ];
    return stampOf(parties, await findMoving(tx, id), await findContacts(tx, [id, intoId]));
  });
  return mergeControllers(ctx, controllerMergeSchema.parse({ id, intoId, stamp, contacts: [], ...stated }));
}

/** Takes back the merge that a controller is in. */
export async function unmerge(ctx: StaffCtx, id: string) {
  const found = await withOrg(ctx.scope, (tx) => findMergeOf(tx, id));
  return unmergeController(ctx, { id, mergeId: required(found, "merge that was just made").id });
}

/** Another controller that was merged into this one, and parted from it again. */
export async function makeUndoneMerge(ctx: StaffCtx, intoId: string) {
  const { id } = await makeController(ctx);
  valueOf(await mergeInto(ctx, [id, intoId]));
  return valueOf(await unmerge(ctx, id));
}
