import { expect, it } from "vitest";
import { makeCallLog } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { closeFinding } from "@/lib/features/call-log/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { openDatabase } from "@/scripts/test/open-database";
import type { LacksAsked } from "./lacks/asked";
import { findCallLacks, findClosedCalls } from "./lacks/calls";

const database = await openDatabase();

it("asks for an act about each log with calls outside instructions, until a person has closed it", async () => {
  const ctx = await makeOrganisation(database.ownerUrl);
  const controller = await makeController(ctx);
  const { id: campaign } = await makeCampaign(ctx, { controllerId: controller.id, basis: "contract" });
  const [first, second] = [await makeCallLog(ctx, campaign), await makeCallLog(ctx, campaign)];
  const count = String;
  const asked: LacksAsked = {
    now: ctx.now,
    day: "2026-01-05",
    doneSince: new Date(0),
    countRecords: count,
    countPoints: count,
    countSubProcessors: count,
    countLetters: count,
  };
  const read = (find: typeof findCallLacks) => withOrg(ctx.scope, (tx) => find(tx, asked));
  // The second log tells of the same calls: they are counted once, and its own are none.
  expect(await read(findCallLacks)).toMatchObject([
    {
      kind: "call-log.outside",
      path: `/telephone/logs/${first}#outside`,
      doneAt: null,
      controller: { id: controller.id },
    },
  ]);
  expect(second).not.toBe(first);
  expect(await read(findClosedCalls)).toEqual([]);
  const judgement = await withOrg(ctx.scope, (tx) =>
    tx.callLogJudgement.findFirstOrThrow({ where: { logId: first }, orderBy: { recordedAt: "desc" } }),
  );
  const act = { id: first, judgementId: judgement.id, on: "2026-01-05", reason: "Responsable averti" };
  valueOf(await closeFinding(ctx, act));
  expect(await read(findCallLacks)).toEqual([]);
  const [closed] = await read(findClosedCalls);
  expect(closed).toMatchObject({ kind: "call-log.outside", subject: { id: first } });
  expect(closed?.doneAt).not.toBeNull();
});
