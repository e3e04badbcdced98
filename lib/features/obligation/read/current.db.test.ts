import fc from "fast-check";
import { Client } from "pg";
import { describe, expect, it, vi } from "vitest";
import { HORIZONS } from "@/lib/domain/obligation/due";
import { listObligations } from "@/lib/domain/obligation/list";
import { partyOf } from "@/lib/domain/compliance/finding-windows";
import { controllerUpdateSchema } from "@/lib/features/controller/schema";
import { updateController } from "@/lib/features/controller/write/mutations";
import { readFigures } from "@/lib/features/compliance/read/current";
import { countCells, countCodes } from "@/lib/features/compliance/read/findings";
import { findJudgedAt } from "@/lib/features/compliance/read/judged-at";
import { readRecordFigures, statusOf } from "@/lib/features/compliance/read/record-figures";
import { sumStatus, findPartyStatus } from "@/lib/features/processing-record/read/as-of-status";
import {
  moveRecord,
  reviewRecord,
  saveRecordSection,
} from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { reassessOutdated } from "@/lib/features/reassessment/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeMeasure } from "@/prisma/factories/measure";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, makeOwnRecord, makeRecord } from "@/prisma/factories/register";
import { makeSubProcessor } from "@/prisma/factories/sub-processor";
import { makeTransfer, stepTransfer } from "@/prisma/factories/transfer";
import { openDatabase } from "@/scripts/test/open-database";
import { countPressing } from "@/lib/domain/obligation/list";
import { countPressingOf, readCurrentDuties, readDutyControllers } from "./current";
import { readDutyGroups, readDutyPage } from "./duty-list";
import { findDuties, visibleNouns } from "./queries";

const NOW = new Date("2026-11-24T10:00:00Z");
const database = await openDatabase();

/** Milliseconds: several organisations are made, one after the other. */
const LONG = 300_000;

const ACTS = {
  "an entry, for a new controller": (ctx) => makeActiveRecord(ctx),
  "a vague entry": (ctx) => makeActiveRecord(ctx, { operations: [] }),
  "a draft": (ctx) => makeRecord(ctx),
  "an entry of the own register": (ctx) => makeOwnRecord(ctx),
  "an entry that goes to another controller": async (ctx) => {
    const [record, { id: controllerId }] = [await anyRecord(ctx), await makeController(ctx)];
    if (!record) return;
    const { id, version, reference } = record;
    await saveRecordSection(
      ctx,
      sectionSaveSchema.parse({ section: "parties", id, version, controllerId, reference }),
    );
  },
  "a review": async (ctx) => {
    const record = await anyRecord(ctx, "active");
    if (record) await reviewRecord(ctx, record);
  },
  "an end": async (ctx) => {
    const record = await anyRecord(ctx, "active");
    if (record) await moveRecord(ctx, { ...record, event: "end", on: "2026-02-01", reason: "Fin" });
  },
  "a contract in force": async (ctx) => {
    const controllerId = (await anyRecord(ctx))?.controllerId;
    if (controllerId) await makeContractInForce(ctx, { controllerId });
  },
  "a transfer, suspended": async (ctx) => {
    await stepTransfer(ctx, await makeTransfer(ctx), "suspend");
  },
  "another name of a controller": async (ctx) => {
    const found = await withOrg(ctx.scope, (tx) =>
      tx.controller.findFirst({ where: { archivedAt: null }, orderBy: { updatedAt: "asc" } }),
    );
    if (!found) return;
    const { id, version, legalName } = found;
    const stated = { legalName: `${legalName} et fils`, country: "FR", address: "8 quai de Saône, Lyon" };
    await updateController(ctx, controllerUpdateSchema.parse({ ...stated, id, version }));
  },
  "a sub-processor": (ctx) => makeSubProcessor(ctx),
  "a measure": (ctx) => makeMeasure(ctx),
  "an assessment by a job, without an entry, and the minute after it": async (ctx) => {
    const record = await anyRecord(ctx);
    if (!record) return;
    await withOrg(ctx.scope, (tx) =>
      tx.processingRecord.update({
        where: { id: record.id },
        data: { rulesVersion: 0, requiredGaps: 0, gapCodes: [] },
      }),
    );
    await reassessOutdated(ctx.scope, ctx.now);
    return 60_000;
  },
} as const satisfies Record<string, (ctx: StaffCtx) => Promise<unknown>>;
type Act = keyof typeof ACTS;
const ALL_ACTS = Object.keys(ACTS) as Act[];

async function anyRecord(ctx: StaffCtx, state?: string) {
  return withOrg(ctx.scope, (tx) =>
    tx.processingRecord.findFirst({
      where: { capacity: "processor", ...(state && { state }) },
      orderBy: { updatedAt: "asc" },
      select: { id: true, version: true, reference: true, controllerId: true },
    }),
  );
}

/** Compares what pages read, following one change after another, with what all rows say. */
async function expectTheSame(ctx: MadeOrganisation): Promise<void> {
  const asked = { now: ctx.now, locale: "fr" as const, nouns: visibleNouns(ctx.actor) };
  const whole = await withOrg(ctx.scope, (tx) => findDuties(tx, asked));
  await expectPages(ctx, asked, whole);
  expect(await countPressingOf(ctx.scope, asked)).toBe(countPressing(whole, ctx.now.getTime()));
  const concerned = new Set(whole.flatMap(({ controller }) => controller?.id ?? []));
  expect(new Set((await readDutyControllers(ctx.scope, asked)).map(({ id }) => id))).toEqual(concerned);
  await expectFigures(ctx);
}

async function expectPages(
  ctx: MadeOrganisation,
  asked: Parameters<typeof readDutyGroups>[1],
  whole: Awaited<ReturnType<typeof findDuties>>,
): Promise<void> {
  const controllerId = whole.findLast(({ controller }) => controller)?.controller?.id;
  for (const filter of [{}, { controllerId }, { noun: "processing-record" as const }]) {
    const listed = listObligations(whole, { now: ctx.now.getTime(), filter });
    const take = 7;
    for (let from = 0; from <= listed.length; from += take) {
      const of = { filter, page: { from, take } };
      const groups = await readDutyGroups(ctx.scope, asked, of);
      const inView = HORIZONS.map((horizon) => groups[horizon]);
      const rows = await readDutyPage(ctx.scope, inView, of);
      expect(rows).toEqual(listed.slice(from, from + take));
      for (const { horizon, lines, reviews } of inView)
        expect(lines.length + reviews).toBe(listed.filter((line) => line.horizon === horizon).length);
    }
  }
}

async function expectFigures({ scope, now }: MadeOrganisation): Promise<void> {
  const [{ cells, codes }, { parties }] = [
    await readFigures(scope, now),
    await readRecordFigures(scope, now),
  ];
  await withOrg(scope, async (tx) => {
    const at = await findJudgedAt(tx, now);
    expect(cells).toEqual(await countCells(tx, at));
    const byKey = (rows: typeof codes) =>
      new Map(rows.map((row) => [`${row.duty} ${row.code}`, row.lacking]));
    expect(byKey(codes)).toEqual(byKey(await countCodes(tx, at)));
    const status = await findPartyStatus(tx, at.day);
    for (const isOwn of [true, false])
      expect(statusOf(parties, isOwn)).toEqual(sumStatus(status.filter((row) => row.isOwn === isOwn)));
    expect(new Set(cells.map((cell) => `${cell.duty} ${partyOf(cell)}`)).size).toBe(cells.length);
  });
}

describe("what pages follow from one head of the journal to the next", () => {
  it(
    "is what all rows say, after every act of random sequences",
    { timeout: LONG, tags: ["multiplies"] },
    async () => {
      const sequences = fc.array(fc.constantFrom(...ALL_ACTS), { minLength: 5, maxLength: 9 });
      await fc.assert(
        fc.asyncProperty(sequences, async (acts) => {
          let ctx = await makeOrganisation(database.ownerUrl, undefined, NOW);
          await expectTheSame(ctx);
          for (const act of acts) {
            ctx = { ...ctx, now: new Date(ctx.now.getTime() + 1000) };
            const passed = await ACTS[act](ctx);
            if (typeof passed === "number") ctx = { ...ctx, now: new Date(ctx.now.getTime() + passed) };
            await expectTheSame(ctx);
          }
        }),
        { numRuns: 5, seed: 20_261_130 },
      );
    },
  );

  it(
    "is what all rows say after each kind of act",
    async () => {
      let ctx = await makeOrganisation(database.ownerUrl, undefined, NOW);
      for (const act of [...ALL_ACTS, ...ALL_ACTS]) {
        ctx = { ...ctx, now: new Date(ctx.now.getTime() + 1000) };
        const passed = await ACTS[act](ctx);
        if (typeof passed === "number") ctx = { ...ctx, now: new Date(ctx.now.getTime() + passed) };
        await expectTheSame(ctx);
      }
    },
    LONG,
  );

  it("looks for missing contracts again only where other controllers are served", async () => {
    const ctx = await makeOrganisation(database.ownerUrl, undefined, NOW);
    await makeActiveRecord(ctx);
    await expectTheSame(ctx);
    const isAsked = async (act: Act): Promise<boolean> => {
      await ACTS[act](ctx);
      const query = vi.spyOn(Client.prototype, "query");
      await readCurrentDuties(ctx.scope, { now: ctx.now, locale: "fr", nouns: visibleNouns(ctx.actor) });
      // The overloads of `query` hide that the driver is also given an object with its text.
      const texts = query.mock.calls.map(([one]) =>
        String((one as unknown as { text?: string }).text ?? one),
      );
      query.mockRestore();
      await expectTheSame(ctx);
      expect(texts.filter((text) => text.includes("processing_record")).length).toBeGreaterThan(0);
      return texts.some((text) =>
        text.includes("SELECT c.controller_id, FALSE AS is_own, 'contract' AS noun"),
      );
    };
    expect(await isAsked("a review")).toBe(false);
    expect(await isAsked("an entry, for a new controller")).toBe(true);
    expect(await isAsked("an end")).toBe(true);
  });

  it("shows no other organisation's reviews, and none to whoever may not read entries", async () => {
    const ctx = await makeOrganisation(database.ownerUrl, undefined, NOW);
    await makeActiveRecord(ctx);
    const stranger = await makeOrganisation(database.ownerUrl, undefined, NOW);
    const asked = { now: NOW, locale: "fr" as const, nouns: visibleNouns(as(stranger, "viewer").actor) };
    const of = { filter: { noun: "processing-record" as const }, page: { from: 0, take: 50 } };
    const groups = await readDutyGroups(stranger.scope, asked, of);
    expect(Object.values(groups).every(({ reviews }) => reviews === 0)).toBe(true);
    const blind = await readDutyGroups(ctx.scope, { ...asked, nouns: ["contract"] }, of);
    expect(Object.values(blind).every(({ window }) => window === null)).toBe(true);
  });
});
