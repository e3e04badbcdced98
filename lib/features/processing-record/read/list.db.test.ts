import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readQuestion } from "@/lib/i18n/search-question";
import { searchIds } from "@/lib/platform/database/search";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord } from "@/prisma/factories/register";
import { PAGE_SIZE } from "@/lib/platform/read/list-page";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { countViews, findRecordPage } from "./list";
import {
  recordQuerySchema,
  RECORD_SORTS,
  type RecordQuery,
} from "@/lib/features/processing-record/list-schema";

const TODAY = "2026-11-25";
let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  const { id } = await makeController(ctx, { legalName: "Éclair" });
  const activities = Array.from({ length: PAGE_SIZE + 7 }, (_, index) => `Appels 100 % ${index}`);
  for (const activity of activities) await makeRecord(ctx, { controllerId: id, activity });
});
afterAll(() => database.drop());

const read = async (tx: Tx, { q }: RecordQuery) => {
  return {
    today: TODAY,
    ids: (await searchIds(tx, ["processing-record"], await readQuestion(q))).ids["processing-record"],
  };
};
const page = (search: Record<string, string>) =>
  withOrg(ctx.scope, async (tx) => {
    const query = recordQuerySchema.parse(search);
    return findRecordPage(tx, query, await read(tx, query));
  });

const countBy = async (tx: Tx, search: Record<string, string>) => {
  const query = recordQuerySchema.parse(search);
  return countViews(tx, query, await read(tx, query));
};

describe("findRecordPage", () => {
  it("puts numbers in references in their order, whatever their length", async () => {
    const numbers = (await page({})).map(({ reference }) => Number(reference.slice(2)));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  it.each(RECORD_SORTS)("turns the pages by %s: every entry once", async (sort) => {
    const first = await page({ sort });
    expect(first).toHaveLength(PAGE_SIZE + 1);
    const shown = first.slice(0, PAGE_SIZE);
    const last = shown.at(-1)!;
    const rest = await page({ sort, after: `${last.sortKey}\u0001${last.id}` });
    expect(rest).toHaveLength(7);
    expect(new Set([...shown, ...rest].map(({ id }) => id)).size).toBe(PAGE_SIZE + 7);
  });

  it("takes a filter for text, and what makes no sense in the address for nothing", async () => {
    expect(await page({ q: "100 % T-012" })).toHaveLength(1);
    expect(await page({ q: "_pp" })).toHaveLength(0);
    expect(await page({ q: "a\u0000b" })).toHaveLength(0);
    expect(await page({ after: "x", sort: "'; --", controller: "y", code: "%" })).toHaveLength(PAGE_SIZE + 1);
  });

  it("counts each view under the same filters", async () => {
    const counts = await withOrg(ctx.scope, (tx) => countBy(tx, { q: "eclair" }));
    expect(counts).toEqual({ all: PAGE_SIZE + 7, gaps: PAGE_SIZE + 7, review: PAGE_SIZE + 7, closed: 0 });
  });
});
