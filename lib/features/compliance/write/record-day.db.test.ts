import { expect, it } from "vitest";
import { DUTIES } from "@/lib/domain/compliance/duties";
import { ALL, trendOf } from "@/lib/domain/compliance/trend";
import { clearExample, fillExample } from "@/lib/features/example/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, makeOwnRecord, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { countFindings } from "../read/findings";
import { findJudgedAt } from "../read/judged-at";
import { findStoredDays } from "../read/trend";
import { recordDay } from "./record-day";

const NOW = new Date("2026-11-24T10:00:00Z");
const database = await openDatabase();

const make = () => makeOrganisation(database.ownerUrl, undefined, NOW);
const record = (ctx: MadeOrganisation, at: string) =>
  recordDay(jobContext("gap-reassessment", ctx.scope.org, new Date(at)));
const stored = (ctx: MadeOrganisation, party = ALL) =>
  withOrg(ctx.scope, (tx) => findStoredDays(tx, party, "2025-11-25"));

it("stores a day once, as its lists are at that instant, and leaves a day without a run unknown", async () => {
  const ctx = await make();
  const { id: controllerId } = await makeController(ctx);
  await makeActiveRecord(ctx, { controllerId, operations: [] });
  await makeOwnRecord(ctx);
  expect(valueOf(await record(ctx, "2026-11-24T10:00:00Z"))).toBeGreaterThan(DUTIES.length);
  const counted = await withOrg(ctx.scope, async (tx) => {
    const at = await findJudgedAt(tx, NOW);
    return Promise.all(DUTIES.map((duty) => countFindings(tx, { duty }, at)));
  });
  const days = await stored(ctx);
  expect(DUTIES.map((duty) => days.find((one) => one.duty === duty)?.lacking)).toEqual(counted);

  await makeContractInForce(ctx, { controllerId });
  expect(valueOf(await record(ctx, "2026-11-24T22:00:00Z"))).toBe(0);
  expect(await stored(ctx)).toEqual(days);

  valueOf(await record(ctx, "2026-11-27T08:00:00Z"));
  const ofContract = (await stored(ctx)).filter(({ duty }) => duty === "contract");
  const trend = trendOf({ from: "2026-11-24", to: "2026-11-27" }, ofContract);
  expect(trend.map(({ figure }) => figure !== null)).toEqual([true, false, false, true]);
  expect((await stored(ctx, controllerId)).filter(({ duty }) => duty === "register")).toMatchObject([
    { day: "2026-11-24", subjects: 1, lacking: 1 },
    { day: "2026-11-27", subjects: 1, lacking: 1 },
  ]);
});

it("is stored by the day of Casablanca, by the job alone, and for one organisation", async () => {
  const ctx = await make();
  const other = await make();
  valueOf(await record(ctx, "2026-07-01T23:30:00Z"));
  expect((await stored(ctx)).map(({ day }) => day)).toEqual(DUTIES.map(() => "2026-07-02"));
  expect(await stored(other)).toEqual([]);
  expect(await recordDay(ctx)).toMatchObject({ ok: false });
});

it("has one reading of a day where two processes begin at once", async () => {
  const ctx = await make();
  await makeActiveRecord(ctx);
  const counts = await Promise.all([1, 2].map(() => record(ctx, "2026-11-24T10:00:00Z")));
  expect(counts.map(valueOf).filter((count) => count > 0)).toHaveLength(1);
});

it("lets nobody rewrite what was read", async () => {
  const ctx = await make();
  valueOf(await record(ctx, "2026-11-24T10:00:00Z"));
  await expect(
    withOrg(ctx.scope, (tx) => tx.complianceDay.updateMany({ data: { lacking: 0 } })),
  ).rejects.toThrow();
});

it("leaves no day in the trend on which the example was counted, and reads the day of its clearing again", async () => {
  const ctx = await make();
  valueOf(await record(ctx, "2026-11-22T08:00:00Z"));
  const filled = { ...ctx, now: new Date("2026-11-23T09:00:00Z") };
  valueOf(await fillExample(filled));
  for (const day of ["23", "24"]) valueOf(await record(ctx, `2026-11-${day}T12:00:00Z`));
  expect(await daysOf(ctx)).toEqual(["2026-11-22", "2026-11-23", "2026-11-24"]);
  valueOf(await clearExample(ctx));
  expect(await daysOf(ctx)).toEqual(["2026-11-22"]);
  valueOf(await record(ctx, "2026-11-24T13:00:00Z"));
  expect(await daysOf(ctx)).toEqual(["2026-11-22", "2026-11-24"]);
});

const daysOf = async (ctx: MadeOrganisation) =>
  [...new Set((await stored(ctx)).map(({ day }) => day))].sort();
