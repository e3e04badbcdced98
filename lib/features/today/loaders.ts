import "server-only";
import { can } from "@/lib/domain/nouns/policy";
import { today } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";
import { withOrg } from "@/lib/platform/database/transaction";
import {
  findContractsToday,
  findLettersToday,
  findScopeToday,
  findTransfersToday,
} from "@/lib/features/today/read/queries";

export async function loadPoints(slug: string) {
  const ctx = await requireStaff(slug);
  const day = today(ctx);
  return withOrg(ctx.scope, async (tx) => ({
    contracts: await findContractsToday(tx, day),
    transfers: await findTransfersToday(tx, day),
    scope: await findScopeToday(tx, day),
    letters: can(ctx.actor, "outbox.read")
      ? await findLettersToday(tx, ctx.now)
      : { waiting: 0, givenUp: 0, bounced: 0 },
  }));
}
