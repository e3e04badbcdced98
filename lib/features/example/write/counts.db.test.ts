import { expect, it } from "vitest";
import { partyOf } from "@/lib/domain/compliance/finding-windows";
import { readFigures } from "@/lib/features/compliance/read/current";
import { findFindings } from "@/lib/features/compliance/read/findings";
import { contactQuerySchema, countContacts, findContactPage } from "@/lib/features/contact/read/list";
import {
  controllerQuerySchema,
  countControllers,
  findControllerPage,
} from "@/lib/features/controller/read/list";
import { findInstructionPage, instructionQuerySchema } from "@/lib/features/instruction/read/list";
import { findThreadPage, threadQuerySchema } from "@/lib/features/thread/read/list";
import { countScripts, findScriptPage, scriptQuerySchema } from "@/lib/features/call-script/read/list";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { openDatabase } from "@/scripts/test/open-database";
import { fillExample } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
await fillExample(ctx);
const day = ctx.now.toISOString().slice(0, 10);
/** More rows than any list of the example has. */
const ALL_ROWS = { from: 0, take: 1000 };

it("lists behind each cell and code of the matrix as many rows as it counts", async () => {
  const { at, cells, codes } = await readFigures(ctx.scope, ctx.now);
  const counted = cells.filter(({ lacking }) => lacking > 0);
  expect(counted.length).toBeGreaterThan(10);
  await readInScope(ctx.scope, async (tx) => {
    for (const cell of counted) {
      const filter = { duty: cell.duty, controllerId: partyOf(cell) };
      const rows = await findFindings(tx, filter, { at, ...ALL_ROWS });
      expect([cell.duty, cell.controller, rows.length]).toEqual([cell.duty, cell.controller, cell.lacking]);
    }
    for (const { duty, code, lacking } of codes) {
      const rows = await findFindings(tx, { duty, code }, { at, ...ALL_ROWS });
      expect([duty, code, rows.length]).toEqual([duty, code, lacking]);
    }
  });
});

type Listed = { counts: Record<string, number>; rowsOf: (view: string) => Promise<number> };

/** Lists whose views count: what each view says, and the rows of its address. */
const LISTS: Record<string, (tx: Tx) => Promise<Listed>> = {
  instructions: async (tx) => ({
    counts: (await findInstructionPage(tx, instructionQuerySchema.parse({}))).counts,
    rowsOf: async (view) =>
      (await findInstructionPage(tx, instructionQuerySchema.parse({ view }))).rows.length,
  }),
  threads: async (tx) => ({
    counts: (await findThreadPage(tx, threadQuerySchema.parse({}))).counts,
    rowsOf: async (view) => (await findThreadPage(tx, threadQuerySchema.parse({ view }))).rows.length,
  }),
  controllers: async (tx) => ({
    counts: await countControllers(tx),
    rowsOf: async (view) => (await findControllerPage(tx, controllerQuerySchema.parse({ view }))).length,
  }),
  contacts: async (tx) => ({
    counts: await countContacts(tx, ctx.now),
    rowsOf: async (view) =>
      (await findContactPage(tx, contactQuerySchema.parse({ view }), ctx.now)).rows.length,
  }),
  scripts: async (tx) => ({
    counts: await countScripts(tx),
    rowsOf: async (view) => (await findScriptPage(tx, scriptQuerySchema.parse({ view }), day)).length,
  }),
};

it.each(Object.keys(LISTS))("has in each view of %s as many rows as the view counts", async (name) => {
  await withOrg(ctx.scope, async (tx) => {
    const listed = await LISTS[name]?.(tx);
    for (const [view, count] of Object.entries(listed?.counts ?? {}))
      expect([view, await listed?.rowsOf(view)]).toEqual([view, count]);
    expect(Object.keys(listed?.counts ?? {}).length).toBeGreaterThan(1);
  });
});
