import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { updateReminders } from "@/lib/features/account/write/mutations";
import { remindersSchema } from "@/lib/features/account/schema";
import { readCurrentDuties } from "@/lib/features/obligation/read/current";
import { visibleNouns } from "@/lib/features/obligation/read/queries";
import { countPressing, listObligations } from "@/lib/domain/obligation/list";
import { todayViewsAt } from "@/lib/domain/today/views";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { makeSelf } from "@/prisma/factories/account";
import { makeInstruction } from "@/prisma/factories/instruction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { remindOfWeek } from "./weekly";

/** The Sunday before; the letter is chosen for Monday at seven. */
const CHOSEN = new Date("2026-11-22T10:00:00Z");
let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  ctx = await makeOrganisation(database.ownerUrl, undefined, CHOSEN);
});
afterAll(() => database.drop());

const choose = async (weekly: string, now = CHOSEN) => {
  const stated = { channel: "none", leads: "", weekly, weeklyDay: "1", weeklyHour: "7" };
  valueOf(await updateReminders({ ...(await makeSelf(ctx)), now }, remindersSchema.parse(stated)));
};
const remind = async (at: string) =>
  valueOf(await remindOfWeek(jobContext("contract-reminder", ctx.scope.org, new Date(at))));
const letters = () =>
  withOrg(ctx.scope, (tx) =>
    tx.outboxMail.findMany({ where: { template: { startsWith: "obligation-week" } } }),
  );

it("tells the week once: late where nothing ran at its hour, and never twice", async () => {
  await makeInstruction(ctx);
  await choose("owed");
  expect(await remind("2026-11-23T06:59:00Z")).toBe(0);
  expect(await remind("2026-11-24T16:00:00Z")).toBe(1);
  expect(await remind("2026-11-24T16:01:00Z")).toBe(0);
  expect(await remind("2026-11-30T07:00:00Z")).toBe(1);
  expect((await letters()).map(({ toAddress }) => toAddress)).toEqual([ctx.email, ctx.email]);
});

it("sends one letter where two processes run at once", async () => {
  await makeInstruction(ctx);
  await choose("owed");
  const counts = await Promise.all([1, 2].map(() => remind("2026-11-23T07:00:00Z")));
  expect(counts.toSorted()).toEqual([0, 1]);
  expect(await letters()).toHaveLength(1);
});

/** Gives the organisation the one thing that a new one owes: measures for each letter of article 32(1). */
const oweNothing = () =>
  withOrg(ctx.scope, async (tx) => {
    const articles = ["32(1)(a)", "32(1)(b)", "32(1)(c)", "32(1)(d)"];
    await tx.measure.create({
      data: {
        id: crypto.randomUUID(),
        orgId: ctx.scope.org,
        reference: "M-001",
        title: "Tout",
        articles,
        family: "access",
        iso: [],
        createdAt: CHOSEN,
        updatedAt: CHOSEN,
      },
    });
  });

it("says nothing where nothing is owed, not even later that week, unless it is wanted", async () => {
  await oweNothing();
  await choose("owed");
  expect(await remind("2026-11-23T07:00:00Z")).toBe(0);
  await makeInstruction(ctx);
  expect(await remind("2026-11-23T09:00:00Z")).toBe(0);
  expect(await letters()).toEqual([]);
});

it("tells that nothing is owed, once a week, to whoever wants a letter always, and nothing to whoever wants none", async () => {
  await oweNothing();
  await choose("none");
  expect(await remind("2026-11-23T07:00:00Z")).toBe(0);
  await choose("always");
  expect(await remind("2026-11-23T07:00:00Z")).toBe(1);
  expect(await remind("2026-11-23T09:00:00Z")).toBe(0);
  const [letter, ...others] = await letters();
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    template: "obligation-week-free",
    toAddress: ctx.email,
    params: { count: "0", pressing: "0", items: "" },
  });
});

it("tells no week whose hour was before the choice, and keeps a choice that is saved again", async () => {
  await makeInstruction(ctx);
  await choose("owed", new Date("2026-11-24T10:00:00Z"));
  await choose("owed", new Date("2026-11-30T10:00:00Z"));
  expect(await remind("2026-11-25T07:00:00Z")).toBe(0);
  expect(await remind("2026-11-30T11:00:00Z")).toBe(1);
});

it("has the lines and the number of the morning's page", async () => {
  const { id: controllerId } = await makeController(ctx, { legalName: "Orvelle SAS" });
  await makeActiveRecord(ctx, { controllerId, operations: [] });
  await makeInstruction(ctx, { controllerId });
  await choose("owed");
  const now = new Date("2026-11-23T07:00:00Z");
  expect(await remind(now.toISOString())).toBe(1);
  const duties = await readCurrentDuties(ctx.scope, { nouns: visibleNouns(ctx.actor), now, locale: "fr" });
  const near = listObligations(duties, { now: now.getTime() }).filter((line) =>
    todayViewsAt(now.getTime())("near", line),
  );
  const [letter] = await letters();
  expect(letter?.params).toMatchObject({
    count: String(near.length),
    pressing: String(countPressing(duties, now.getTime())),
  });
  const { items } = letter!.params as { items: string };
  expect(items.split("\n")).toHaveLength(near.length);
  expect(items).toContain("Orvelle SAS");
});
