import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TIMELINESS } from "@/lib/domain/rights-request/timeliness";
import { mergeInto } from "@/prisma/factories/merge";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { withOrg } from "@/lib/platform/database/transaction";
import { readerFor } from "@/lib/platform/read/reader";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findRequestPage, requestQuerySchema } from "./list";
import { idsOf, judgeRequests, timelyFigures, type TimelyRow } from "./timeliness";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const NOW = Date.UTC(2026, 1, 20);
const MONTHS = ["2026-02", "2026-01", "2025-12", "2025-11"];

const anyDay = fc.constantFrom("2025-11-12", "2025-12-31", "2026-01-05", "2026-01-19", "2026-02-10");
const anyRequest = fc.record({
  on: anyDay,
  /** Controller, by its place; null: unknown. */
  controller: fc.constantFrom(0, 1, 2, null),
  relayedAfter: fc.constantFrom(null, 0, 3),
  end: fc.constantFrom("open", "extended", "refused", "set-aside"),
});
type AnyRequest = typeof anyRequest extends fc.Arbitrary<infer R> ? R : never;

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

async function make(controllers: readonly string[], { on, controller, relayedAfter, end }: AnyRequest) {
  const placed = controller === null ? {} : { controllerId: controllers[controller] };
  let row = await makeRightsRequest(ctx, { ...placed, rights: "access", on, time: "23:30" });
  const step = async (kind: string, days: number, stated: object = {}) => {
    row = await stepRightsRequest(ctx, row, kind, { on: dayAfter(on, days), time: "23:45", ...stated });
  };
  if (end === "set-aside") return step("not-ours", 1, { cause: "no-data" });
  if (controller === null || relayedAfter === null) return;
  await step("relayed", relayedAfter, { means: "telephone" });
  if (end === "extended") await step("extension-announced", 5);
  if (end === "refused") await step("refused", 6, { ground: "unfounded" });
}

const judge = (own: MadeOrganisation) => withOrg(own.scope, (tx) => judgeRequests(tx, NOW));

describe("figures of what was in time", () => {
  it("are zero of every month where there is no request", async () => {
    ctx = await makeOrganisation(database.ownerUrl);
    const { whole, controllers, months } = timelyFigures(await judge(ctx), MONTHS);
    expect([...new Set(Object.values(whole))]).toEqual([0]);
    expect([controllers, months.map(({ key }) => key)]).toEqual([[], MONTHS]);
  });

  it("each open the list that they count, of whatever requests, merged controllers included", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRequest, { minLength: 3, maxLength: 9 }), async (requests) => {
        ctx = await makeOrganisation(database.ownerUrl);
        const controllers = [];
        for (let count = 0; count < 3; count += 1) controllers.push((await makeController(ctx)).id);
        for (const request of requests) await make(controllers, request);
        valueOf(await mergeInto(ctx, [controllers[0]!, controllers[1]!]));
        const judged = await judge(ctx);
        const figures = timelyFigures(judged, MONTHS);
        for (const code of TIMELINESS) {
          const ids = idsOf(judged, code);
          const listed = async (filter: object) =>
            (
              await findRequestPage(
                readerFor(ctx.scope),
                requestQuerySchema.parse({ view: "all", ...filter }),
                ids,
              )
            ).length;
          expect(await listed({})).toBe(figures.whole[code]);
          const opened = async (rows: readonly TimelyRow[], name: "controller" | "month") => {
            for (const { key, counts } of rows) expect(await listed({ [name]: key })).toBe(counts[code]);
          };
          await opened(figures.controllers, "controller");
          await opened(figures.months, "month");
        }
      }),
      { numRuns: 4 },
    );
  });

  it("are of one's own organisation", async () => {
    ctx = await makeOrganisation(database.ownerUrl);
    const { id: controllerId } = await makeController(ctx);
    const row = await makeRightsRequest(ctx, { controllerId });
    await stepRightsRequest(ctx, row, "relayed", { means: "telephone" });
    expect(timelyFigures(await judge(ctx), []).whole["relayed-no-term"]).toBe(1);
    const other = await makeOrganisation(database.ownerUrl);
    expect(timelyFigures(await judge(other), []).whole["relayed-no-term"]).toBe(0);
  });
});
