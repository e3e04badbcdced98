import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";

/** A reminder of a contract's end that a letter told. */
export async function makeReminder(ctx: Ctx, letterId: string): Promise<void> {
  const told = { obligation: `contract.end ${letterId}`, due: "2026-12-31", stage: 30, readerId: "contact" };
  await withOrg(ctx.scope, (tx) =>
    tx.reminder.create({
      data: { ...told, id: newId(ctx.now), orgId: ctx.scope.org, letterId, plannedAt: ctx.now },
    }),
  );
}
