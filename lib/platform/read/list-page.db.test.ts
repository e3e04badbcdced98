import { Client } from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { countNavItems } from "@/lib/features/organisation/read/queries";
import { findControllers, findRecordPage, readViews } from "@/lib/features/processing-record/read/list";
import { recordQuerySchema } from "@/lib/features/processing-record/list-schema";
import { findRowChoices } from "@/lib/features/processing-record/read/row-choices";
import { readPool } from "@/lib/platform/database/clients";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord } from "@/prisma/factories/register";
import { freshDatabase, type FreshDatabase } from "@/scripts/test/fresh-database";
import { PageReader } from "./reader";
import { countRegister } from "./register-counts";

const TODAY = "2026-11-25";
let database: FreshDatabase;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  await makeRecord(ctx);
});
afterAll(() => database.drop());

/** Reads shell and list of a register, as their loaders do in one request. */
async function readPage(search: Record<string, string> = {}) {
  const reader = new PageReader(ctx.scope);
  const query = recordQuerySchema.parse(search);
  const read = { today: TODAY, capacity: "processor", at: null } as const;
  return Promise.all([
    countNavItems(reader, ctx.now),
    findRecordPage(reader, query, read),
    readViews(reader, query, read),
    findControllers(reader, query, null),
    findRowChoices(reader, query, null),
    countRegister(reader),
  ]);
}

it("asks seven statements on one connection, in one round trip, while the journal's head stands", async () => {
  await readPage();
  const connect = vi.spyOn(readPool(), "connect");
  const query = vi.spyOn(Client.prototype, "query");
  const [navItems, rows, views] = await readPage();
  // BEGIN, scope, head, what is open, the rows, gaps and reviews, COMMIT.
  expect([connect.mock.calls.length, query.mock.calls.length]).toEqual([1, 7]);
  expect([navItems.records, rows.length, views.all]).toEqual([1, 1, 1]);
  vi.restoreAllMocks();
});

it("counts in a second one after an entry of the journal", async () => {
  await readPage();
  await makeController(ctx);
  const connect = vi.spyOn(readPool(), "connect");
  const [navItems] = await readPage();
  expect(connect).toHaveBeenCalledTimes(2);
  expect(navItems.controllers).toBe(2);
  vi.restoreAllMocks();
});

it("offers its choices in the same one where the filters are open", async () => {
  await readPage();
  const connect = vi.spyOn(readPool(), "connect");
  const [, , , controllers, choices] = await readPage({ panel: "filters" });
  expect(connect).toHaveBeenCalledTimes(1);
  expect(controllers).toHaveLength(2);
  expect(choices).toEqual({ subProcessors: [], measures: [] });
  vi.restoreAllMocks();
});
