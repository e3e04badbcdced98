import "server-only";
import { can } from "@/lib/domain/nouns/policy";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { today } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";
import {
  findContractsToday,
  findLettersToday,
  findScopeToday,
  findTransfersToday,
} from "@/lib/features/today/read/queries";

export async function loadPoints(slug: string) {
  const ctx = await requireStaff(slug);
  const day = today(ctx);
  return readInScope(ctx.scope, (tx) =>
    readTogether({
      contracts: findContractsToday(tx, day),
      transfers: findTransfersToday(tx, day),
      scope: findScopeToday(tx, day),
      letters: can(ctx.actor, "outbox.read")
        ? findLettersToday(tx, ctx.now)
        : { waiting: 0, givenUp: 0, bounced: 0 },
    }),
  );
}
