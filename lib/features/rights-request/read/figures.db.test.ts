import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergeInto } from "@/prisma/factories/merge";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { withOrg } from "@/lib/platform/database/transaction";
import { readerFor } from "@/lib/platform/read/reader";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findFigures, timesOf, type Figure } from "./figures";
import { findRequestPage, monthOfReceipt, requestQuerySchema } from "./list";
import { judgeRequests } from "./timeliness";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const NOW = Date.UTC(2026, 1, 15, 12);
const figuresOf = async (own: MadeOrganisation) => ({
  ...(await findFigures(readerFor(own.scope), NOW)),
  times: timesOf(await withOrg(own.scope, (tx) => judgeRequests(tx, NOW))),
});

/** Receives a request and relays it on the next days, as many as are told. */
async function relay(controllerId: string, days: readonly string[], stated: object = {}) {
  for (const on of days) {
    const request = await makeRightsRequest(ctx, { controllerId, ...stated });
    await stepRightsRequest(ctx, request, "relayed", { means: "telephone", on, time: "10:30" });
  }
}

describe("figures of requests", () => {
  it("are zero of twelve months where there is none", async () => {
    ctx = await makeOrganisation(database.ownerUrl);
    const { whole, rights, controllers, months, times } = await figuresOf(ctx);
    expect({ whole, rights, controllers }).toEqual({ whole: 0, rights: [], controllers: [] });
    expect(months.map(({ count }) => count)).toEqual(Array.from({ length: 12 }, () => 0));
    expect(months.map(({ filter }) => filter.month)).toEqual(
      ["2026-02", "2026-01", "2025-12", "2025-11", "2025-10", "2025-09"].concat([
        "2025-08",
        "2025-07",
        "2025-06",
        "2025-05",
        "2025-04",
        "2025-03",
      ]),
    );
    expect(times).toEqual({
      toRelay: null,
      relayed: 0,
      toConfirm: null,
      confirmed: 0,
      toAnswer: null,
      answered: 0,
    });
  });

  it("count each right, controller and month, and each opens the list that it counts", async () => {
    ctx = await makeOrganisation(database.ownerUrl);
    const [first, second] = [await makeController(ctx), await makeController(ctx)];
    await makeRightsRequest(ctx, { controllerId: first.id, rights: ["access", "erasure"] });
    await makeRightsRequest(ctx, {
      controllerId: second.id,
      rights: "access",
      on: "2025-12-31",
      time: "23:30",
    });
    await makeRightsRequest(ctx, { rights: "objection", on: "2026-01-01", time: "00:30" });
    await makeRightsRequest(ctx, { rights: "objection", on: "2025-02-27" });
    const { whole, rights, controllers, months } = await figuresOf(ctx);
    expect(whole).toBe(4);
    expect(rights.map(({ filter, count }) => [filter.right, count])).toEqual([
      ["access", 2],
      ["erasure", 1],
      ["objection", 2],
    ]);
    expect(months.filter(({ count }) => count > 0).map(({ filter, count }) => [filter.month, count])).toEqual(
      [
        ["2026-01", 2],
        ["2025-12", 1],
        ["2025-02", 1],
      ],
    );
    expect(months.reduce((sum, { count }) => sum + count, 0)).toBe(whole);
    for (const figure of [...rights, ...controllers, ...months])
      expect(await countListed(figure)).toBe(figure.count);
  });

  it("are the whole by month, in one zone, whatever the instants", async () => {
    const night = fc.record({
      on: fc.constantFrom("2026-09-30", "2026-10-01", "2026-10-31", "2026-11-30", "2025-03-31"),
      time: fc.constantFrom("00:00", "00:30", "22:59", "23:00", "23:40", "23:59"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(night, { minLength: 2, maxLength: 6 }), async (receipts) => {
        ctx = await makeOrganisation(database.ownerUrl);
        for (const receipt of receipts) await makeRightsRequest(ctx, receipt);
        const { whole, months } = await findFigures(readerFor(ctx.scope), Date.UTC(2026, 10, 30, 23, 50));
        const judged = await withOrg(ctx.scope, (tx) => judgeRequests(tx, NOW));
        expect([whole, months.reduce((sum, { count }) => sum + count, 0)]).toEqual([
          receipts.length,
          receipts.length,
        ]);
        for (const figure of months) {
          const rows = judged.filter(({ month }) => month === figure.filter.month);
          expect(figure.count).toBe(rows.length);
          expect(await countListed(figure)).toBe(figure.count);
        }
        expect(monthOfReceipt(Date.UTC(2026, 10, 30, 23, 30))).toBe("2026-11");
      }),
      { numRuns: 5 },
    );
  });

  it("count a merged controller's as those of the one that it is merged into", async () => {
    ctx = await makeOrganisation(database.ownerUrl);
    const [first, second] = [await makeController(ctx), await makeController(ctx)];
    await makeRightsRequest(ctx, { controllerId: first.id });
    await makeRightsRequest(ctx, { controllerId: second.id });
    await makeRightsRequest(ctx);
    valueOf(await mergeInto(ctx, [first.id, second.id]));
    const { controllers } = await figuresOf(ctx);
    expect(controllers.map(({ filter, count }) => [filter.controller, count])).toEqual([
      ["unknown", 1],
      [second.id, 2],
    ]);
    for (const figure of controllers) expect(await countListed(figure)).toBe(figure.count);
  });

  it("have the median time to the relay, of those that were relayed", async () => {
    ctx = await makeOrganisation(database.ownerUrl);
    const { id } = await makeController(ctx);
    await makeRightsRequest(ctx, { controllerId: id });
    await relay(id, ["2026-01-06", "2026-01-08"]);
    expect((await figuresOf(ctx)).times).toMatchObject({ toRelay: 48, relayed: 2, confirmed: 0 });
    await relay(id, ["2026-01-05"]);
    expect((await figuresOf(ctx)).times).toMatchObject({ toRelay: 24, relayed: 3 });
  });

  it("are of one's own organisation", async () => {
    ctx = await makeOrganisation(database.ownerUrl);
    await makeRightsRequest(ctx);
    expect((await figuresOf(await makeOrganisation(database.ownerUrl))).whole).toBe(0);
    expect((await figuresOf(ctx)).whole).toBe(1);
  });
});

async function countListed({ filter }: Figure): Promise<number> {
  const query = requestQuerySchema.parse({ ...filter, view: "all" });
  return (await findRequestPage(readerFor(ctx.scope), query, null)).length;
}
