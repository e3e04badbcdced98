import { describe, expect, it } from "vitest";
import { findBreach } from "@/lib/features/breach/read/queries";
import { controllersConfirmSchema } from "@/lib/features/breach/schema";
import type { Ctx } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";
import { as } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { confirmControllers } from "./confirm";
import { ctx, begin, events, prepareDatabase } from "./mutations.fixture";

prepareDatabase();

async function beginWithTwo() {
  const names = ["Brenval Distribution", "Mutuelle des Calanques"];
  const ids: string[] = [];
  for (const legalName of names) ids.push((await makeController(ctx, { legalName })).id);
  const row = await begin({ touched: "Brenval Distribution et le portail Calanques" });
  return { row, ids };
}
const confirm = (row: { id: string; version: number }, controllerIds: string[], by: Ctx = ctx) =>
  confirmControllers(by, controllersConfirmSchema.parse({ id: row.id, version: row.version, controllerIds }));
const placesOf = (breachId: string, ids: string[]) =>
  withOrg(ctx.scope, async (tx) => {
    const rows = await tx.breachController.findMany({ where: { breachId, controllerId: { in: ids } } });
    return rows.map(({ status }) => status);
  });

describe("confirmControllers", () => {
  it("confirms those proposed by a whole name and by one word of it, in one act with an entry for each", async () => {
    const { row, ids } = await beginWithTwo();
    expect(await placesOf(row.id, ids)).toEqual(["proposed", "proposed"]);
    valueOf(await confirm(row, ids));
    expect(await placesOf(row.id, ids)).toEqual(["confirmed", "confirmed"]);
    expect((await events(row.id)).slice(-2)).toEqual([
      "breach.controller-confirmed",
      "breach.controller-confirmed",
    ]);
  });

  it("is refused to a role, of a stranger, and where somebody decided in between", async () => {
    const { row, ids } = await beginWithTwo();
    expect(await confirm(row, ids, as(ctx, "editor"))).toMatchObject({ refusal: { kind: "forbidden" } });
    const { id: stranger } = await makeController(ctx);
    expect(await confirm(row, [stranger])).toMatchObject({ refusal: { kind: "invalid" } });
    valueOf(await confirm(row, [ids[0]!]));
    expect(await confirm(row, ids)).toMatchObject({ refusal: { kind: "conflict" } });
    const now = (await withOrg(ctx.scope, (tx) => findBreach(tx, row.id)))!;
    valueOf(await confirm(now, ids));
    expect(await placesOf(row.id, ids)).toEqual(["confirmed", "confirmed"]);
  });
});
