import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleOf, DUTIES, OWN } from "@/lib/domain/compliance/duties";
import { totalsOf } from "@/lib/domain/compliance/matrix";
import { findMatrix } from "@/lib/features/authorisation-matrix/read/queries";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import { makeCallLog, makeClosedLog } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeContract, makeContractInForce } from "@/prisma/factories/contract";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { insertAuthorisation } from "@/prisma/factories/authorisation-row";
import { makeActiveRecord, makeController, makeOwnRecord, makeRecord } from "@/prisma/factories/register";
import { makeRunningBreach } from "@/prisma/factories/running-breach";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { makeTransfer, makeWholeTransfer, stepTransfer } from "@/prisma/factories/transfer";
import { openDatabase } from "@/scripts/test/open-database";
import { findBreachParts } from "./breach-parts";
import { type Figures, pageOf } from "./current";
import {
  countCells,
  countCodes,
  countFindings,
  type Finding,
  findFindings,
  type FindingFilter,
  type JudgedAt,
} from "./findings";
import { findJudgedAt } from "./judged-at";

const NOW = new Date("2026-11-24T10:00:00Z");
const database = await openDatabase();

const make = () => makeOrganisation(database.ownerUrl, undefined, NOW);
const judge = async (tx: Tx, day = "2026-11-24") => ({ ...(await findJudgedAt(tx, NOW)), day });

/** Names a sub-processor in an open entry of a controller, as an import does. */
async function nameSubProcessor(ctx: MadeOrganisation, controllerId: string, isAuthorised: boolean) {
  const subProcessor = await makeWholeSubProcessor(ctx);
  if (isAuthorised) await insertAuthorisation(ctx, { controllerId, subProcessor, state: "approved" });
  const { id } = await makeActiveRecord(ctx, { controllerId });
  const data = { subProcessorIds: [subProcessor.id] };
  await withOrg(ctx.scope, (tx) => tx.processingRecord.update({ where: { id }, data }));
}

/** Acts on a controller; an organisation is made of some of them for each of its controllers. */
const ACTS = {
  "vague entry": (ctx: MadeOrganisation, controllerId: string) =>
    makeActiveRecord(ctx, { controllerId, operations: [] }),
  draft: (ctx: MadeOrganisation, controllerId: string) => makeRecord(ctx, { controllerId }),
  contract: (ctx: MadeOrganisation, controllerId: string) => makeContractInForce(ctx, { controllerId }),
  "contract in draft": (ctx: MadeOrganisation, controllerId: string) => makeContract(ctx, { controllerId }),
  instruction: (ctx: MadeOrganisation, controllerId: string) => makeInstruction(ctx, { controllerId }),
  "instruction checked": async (ctx: MadeOrganisation, controllerId: string) =>
    step(ctx, await makeInstruction(ctx, { controllerId }), "check"),
  "bare transfer": (ctx: MadeOrganisation, controllerId: string) => makeTransfer(ctx, { controllerId }),
  "whole transfer": (ctx: MadeOrganisation, controllerId: string) => makeWholeTransfer(ctx, { controllerId }),
  "own entry": (ctx: MadeOrganisation) => makeOwnRecord(ctx),
  "authorised sub-processor": (ctx: MadeOrganisation, id: string) => nameSubProcessor(ctx, id, true),
  "unauthorised sub-processor": (ctx: MadeOrganisation, id: string) => nameSubProcessor(ctx, id, false),
  "campaign to come": (ctx: MadeOrganisation, controllerId: string) => makeCampaign(ctx, { controllerId }),
  "campaign without ground": async (ctx: MadeOrganisation, controllerId: string) => {
    const { id } = await makeCampaign(ctx, { controllerId, firstDay: "2026-11-23", lastDay: "2028-12-29" });
    return withOrg(ctx.scope, (tx) => tx.campaign.updateMany({ where: { id }, data: { state: "started" } }));
  },
  "log outside the law": async (ctx: MadeOrganisation, controllerId: string) =>
    makeCallLog(ctx, (await makeCampaign(ctx, { controllerId, basis: "contract" })).id),
  "log that was settled": (ctx: MadeOrganisation, controllerId: string) =>
    makeClosedLog(ctx, { controllerId }),
  "stopped transfer": async (ctx: MadeOrganisation, controllerId: string) =>
    stepTransfer(ctx, await makeTransfer(ctx, { controllerId }), "suspend"),
};
const anyOrganisation = fc.array(
  fc.array(fc.constantFrom(...(Object.keys(ACTS) as (keyof typeof ACTS)[])), { maxLength: 4 }),
  { minLength: 1, maxLength: 3 },
);

async function build(drawn: readonly (readonly (keyof typeof ACTS)[])[]): Promise<MadeOrganisation> {
  const ctx = await make();
  for (const [index, acts] of drawn.entries()) {
    const { id } = await makeController(ctx, { legalName: `Client ${index}` });
    for (const act of acts) await ACTS[act](ctx, id);
  }
  return ctx;
}

async function expectList(tx: Tx, filter: FindingFilter, figure: number, at: JudgedAt) {
  const rows = await findFindings(tx, filter, { at, from: 0, take: 1000 });
  expect(rows, JSON.stringify(filter)).toHaveLength(figure);
  expect(await countFindings(tx, filter, at)).toBe(figure);
  if (filter.duty) expect(rows.every(({ duty }) => duty === filter.duty)).toBe(true);
  if (filter.code) expect(rows.every(({ codes }) => codes.includes(filter.code!))).toBe(true);
}

/** Reads every page of the whole list by its parts. */
async function expectPages(tx: Tx, figures: Figures) {
  const { at } = figures;
  const whole = await findFindings(tx, {}, { at, from: 0, take: 1000 });
  const take = 3;
  for (let from = 0; from <= whole.length; from += take) {
    const { total, windows } = pageOf(figures, {}, { from, take });
    expect(total).toBe(whole.length);
    const rows: Finding[] = [];
    for (const { duty, parties, ...page } of windows)
      rows.push(...(await findFindings(tx, { duty, parties }, { at, ...page })));
    expect(rows).toEqual(whole.slice(from, from + take));
  }
}

/** Milliseconds: several organisations are made, one after the other. */
const LONG = 180_000;

describe("figures of random organisations", () => {
  it(
    "never differ from the lists that they open, and their sums from the whole",
    async () => {
      const property = fc.asyncProperty(
        anyOrganisation,
        fc.constantFrom("2026-11-24", "2028-03-01"),
        async (drawn, day) => {
          const ctx = await build(drawn);
          await withOrg(ctx.scope, async (tx) => {
            const at = await judge(tx, day);
            const cells = await countCells(tx, at);
            for (const { duty, controllerId, isOwn, lacking, subjects } of cells) {
              expect(lacking).toBeLessThanOrEqual(subjects);
              await expectList(tx, { duty, controllerId: isOwn ? OWN : (controllerId ?? "") }, lacking, at);
            }
            const totals = totalsOf(cells);
            for (const duty of DUTIES) await expectList(tx, { duty }, totals[duty].lacking, at);
            await expectPages(tx, { at, cells, codes: [] });
            for (const { duty, code, lacking } of await countCodes(tx, at))
              await expectList(tx, { duty, code }, lacking, at);
          });
        },
      );
      await fc.assert(property, { numRuns: 6, seed: 20_261_124 });
    },
    LONG,
  );

  it("are those of one organisation alone", async () => {
    await build([["vague entry", "bare transfer"]]);
    const empty = await make();
    await withOrg(empty.scope, async (tx) => {
      expect(await countCells(tx, await judge(tx))).toEqual([]);
      expect(await countFindings(tx, {}, await judge(tx))).toBe(0);
    });
  });
});

describe("each duty", () => {
  it("lacks a contract until one is in force, and an instruction until it is decided", async () => {
    const ctx = await build([["draft", "instruction", "bare transfer"]]);
    const lackOf = (duty: (typeof DUTIES)[number]) =>
      withOrg(ctx.scope, async (tx) =>
        (await findFindings(tx, { duty }, { at: await judge(tx), from: 0, take: 10 })).map(
          ({ noun, codes }) => [noun, ...codes.slice(0, 1)],
        ),
      );
    expect(await lackOf("contract")).toEqual([["controller", "none"]]);
    expect(await lackOf("instructions")).toEqual([["instruction", "received"]]);
    expect(await lackOf("transfers")).toMatchObject([["transfer", expect.any(String)]]);
    expect(await lackOf("breaches")).toEqual([]);
  });

  it("judges a breach by its clock, and an exercise never", async () => {
    const ctx = await make();
    const { id: controllerId } = await makeController(ctx);
    await makeRunningBreach(ctx, { controllerId });
    await withOrg(ctx.scope, async (tx) => {
      const parts = await findBreachParts(tx, NOW);
      const cells = (await countCells(tx, await judge(tx))).filter(({ duty }) => duty === "breaches");
      expect(cells.reduce((sum, { subjects }) => sum + subjects, 0)).toBe(parts.length);
      expect(parts.length).toBeGreaterThan(0);
    });
  });

  it("reads the authorisation in force, not a gap, for each sub-processor in use", async () => {
    const ctx = await make();
    const { id } = await makeController(ctx);
    await nameSubProcessor(ctx, id, true);
    await nameSubProcessor(ctx, id, false);
    await withOrg(ctx.scope, async (tx) => {
      const at = await judge(tx);
      const [cell] = (await countCells(tx, at)).filter(({ duty }) => duty === "sub-processors");
      expect(cell).toMatchObject({ controllerId: id, subjects: 2, lacking: 1 });
      const list = { at, from: 0, take: 10 };
      expect(await findFindings(tx, { duty: "sub-processors" }, list)).toMatchObject([
        { noun: "sub-processor", codes: ["never"] },
      ]);
      const pairs = (await findMatrix(tx, NOW)).rows.find(({ controllerId }) => controllerId === id)?.cells;
      expect(pairs?.map(({ state }) => state).sort()).toEqual(["active", "never"]);
    });
  });

  it("judges the register of one's own in a row of its own, art. 30(1)", async () => {
    const ctx = await make();
    const { id } = await makeOwnRecord(ctx);
    const data = { requiredGaps: 1, gapCodes: ["REG1-b", "ADV-1"] };
    await withOrg(ctx.scope, async (tx) => {
      await tx.processingRecord.update({ where: { id }, data });
      const at = await judge(tx);
      expect(await countCells(tx, at, { duty: "register" })).toMatchObject([
        { controllerId: null, isOwn: true, subjects: 1, lacking: 1 },
      ]);
      const filter = { duty: "register", controllerId: OWN } as const;
      const [own] = await findFindings(tx, filter, { at, from: 0, take: 10 });
      expect(own).toMatchObject({ noun: "own-record", subjectId: id, codes: ["REG1-b"] });
      expect(articleOf("register", own!.codes[0]!)).toMatch(/^30\(1\)/);
      expect(await countFindings(tx, { duty: "register", controllerId: "" }, at)).toBe(0);
    });
  });

  it("judges campaigns that run and logs that are not settled; without a campaign there is nothing to judge", async () => {
    const ctx = await build([
      ["campaign to come", "log that was settled"],
      ["campaign without ground", "log outside the law"],
      ["draft"],
    ]);
    await withOrg(ctx.scope, async (tx) => {
      const at = await judge(tx);
      const cells = await countCells(tx, at, { duty: "calls" });
      expect(cells.map(({ controller, subjects, lacking }) => [controller, subjects, lacking])).toEqual([
        ["Client 0", 3, 0],
        ["Client 1", 3, 2],
      ]);
      const found = await findFindings(tx, { duty: "calls" }, { at, from: 0, take: 10 });
      expect(found.map(({ noun, codes }) => [noun, codes]).toSorted()).toEqual([
        ["call-log", ["outside"]],
        ["campaign", ["forbidden"]],
      ]);
    });
  });

  it("counts an entry whose sub-processor may not be used under article 28(2) alone", async () => {
    const ctx = await make();
    const { id: controllerId } = await makeController(ctx);
    const { id } = await makeActiveRecord(ctx, { controllerId });
    const data = { requiredGaps: 1, gapCodes: ["SUB-28-2"] };
    await withOrg(ctx.scope, async (tx) => {
      await tx.processingRecord.update({ where: { id }, data });
      const at = await judge(tx);
      expect(await countFindings(tx, { duty: "register" }, at)).toBe(0);
      expect((await countCodes(tx, at)).map(({ code }) => code)).not.toContain("SUB-28-2");
    });
  });
});
