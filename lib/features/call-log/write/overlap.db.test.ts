import { expect, it } from "vitest";
import { judgeAs, receiveLines } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { withOrg } from "@/lib/platform/database/transaction";
import { openDatabase } from "@/scripts/test/open-database";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const campaign = async () =>
  (await makeCampaign(ctx, { controllerId: (await makeController(ctx)).id, basis: "contract" })).id;
const countsOf = async (id: string) => {
  const { calls, knownCalls, state } = await withOrg(ctx.scope, (tx) =>
    tx.callLog.findFirstOrThrow({ where: { id } }),
  );
  return { calls, knownCalls, state };
};
const judgedCalls = async (id: string) => {
  await judgeAs(ctx, id);
  const latest = { where: { logId: id }, orderBy: { id: "desc" as const } };
  return (await withOrg(ctx.scope, (tx) => tx.callLogJudgement.findFirstOrThrow(latest))).calls;
};
const two = (value: number) => String(value).padStart(2, "0");

/** Calls to sixty persons on ten days; one in three has a name. */
const POOL = Array.from({ length: 600 }, (_, call) => {
  const [person, day] = [call % 60, 1 + Math.floor(call / 60)];
  const name = call % 3 === 0 ? `u${call}` : "";
  return `06121${String(person).padStart(5, "0")};2026-09-${two(day)} 10:${two(call % 60)}:00;NA;0123456789;${name}`;
});

it("counts each call once over many logs that overlap, in whatever order they come", async () => {
  const of = await campaign();
  const known = new Set<string>();
  const logs: string[] = [];
  for (let log = 0; log < 12; log += 1) {
    const lines = POOL.filter((_, call) => (call * 7 + log * 11) % 12 < 4);
    const told = log % 2 === 0 ? lines : lines.toReversed();
    const id = await receiveLines(ctx, of, told);
    const fresh = told.filter((line) => !known.has(line));
    expect(await countsOf(id)).toEqual({
      calls: fresh.length,
      knownCalls: told.length - fresh.length,
      state: "queued",
    });
    for (const line of told) known.add(line);
    logs.push(id);
  }
  let judged = 0;
  for (const id of logs) judged += await judgedCalls(id);
  expect(judged).toBe(known.size);
});

it("knows a call of another professional by the dialler's name and instant", async () => {
  const [one, other] = [await campaign(), await campaign()];
  await receiveLines(ctx, one, [
    "0612200001;2026-09-01 10:00:00;NA;0123456789;p1",
    "0612200002;2026-09-01 10:00:00;NA;0123456789;",
  ]);
  const id = await receiveLines(ctx, other, [
    "0612200001;2026-09-01 10:00:03;NA;0123456789;p1",
    "0612200002;2026-09-01 10:00:00;NA;0123456789;",
    // The name of a call to somebody else.
    "0612200003;2026-09-01 10:00:00;NA;0123456789;p1",
  ]);
  expect(await countsOf(id)).toMatchObject({ calls: 2, knownCalls: 1 });
});

it("counts each call to a lead whose identifier is the dialler's name, and says how many share one", async () => {
  const of = await campaign();
  const call = (day: number) => `0612350001;2026-09-0${day} 10:00:00;NA;0123456789;lead-7`;
  const id = await receiveLines(ctx, of, [call(1), call(2), call(3), call(4), call(7)]);
  expect(await countsOf(id)).toMatchObject({ calls: 5, knownCalls: 0 });
  expect(
    await withOrg(ctx.scope, (tx) => tx.callLog.findFirst({ where: { id }, select: { sharedNames: true } })),
  ).toEqual({ sharedNames: 4 });
  await judgeAs(ctx, id);
  const judgement = await withOrg(ctx.scope, (tx) =>
    tx.callLogJudgement.findFirstOrThrow({ where: { logId: id } }),
  );
  expect(JSON.stringify(judgement.findings)).toContain("attempts-exceeded");
});

it("takes a name that comes back after days for another call's", async () => {
  const of = await campaign();
  await receiveLines(ctx, of, ["0612300001;2026-09-01 10:00:00;NA;0123456789;17"]);
  const id = await receiveLines(ctx, of, ["0612300001;2026-09-04 10:00:00;NA;0123456789;17"]);
  expect(await countsOf(id)).toMatchObject({ calls: 1, knownCalls: 0 });
});

it("reads a log of which every call is known, and judges none of it", async () => {
  const of = await campaign();
  const lines = [
    "0612400001;2026-09-01 10:00:00;NA;0123456789;",
    "0612400002;2026-09-01 10:00:00;NA;0123456789;",
  ];
  await receiveLines(ctx, of, lines);
  const again = await receiveLines(ctx, of, lines.toReversed());
  expect(await countsOf(again)).toEqual({ calls: 0, knownCalls: 2, state: "queued" });
  expect(await judgedCalls(again)).toBe(0);
});
