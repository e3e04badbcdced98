import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { requestExportSchema } from "@/lib/features/rights-request/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { readWorkbook } from "@/lib/platform/sheets/read-workbook";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { exportRequests } from "./export";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  ctx = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

async function exportAs(format: string, own: MadeOrganisation = ctx, language = "en") {
  return valueOf(await exportRequests(own, "own", requestExportSchema.parse({ format, language })));
}
const textOf = async (format: string, language = "en") =>
  new TextDecoder().decode((await exportAs(format, ctx, language)).body);

/** A request that was relayed, and one of nobody known, received before it. */
async function makeTwo() {
  const { id: controllerId } = await makeController(ctx, { legalName: "=Filature; du Gapeau" });
  const request = await makeRightsRequest(ctx, { controllerId, rights: ["access", "erasure"] });
  await stepRightsRequest(ctx, request, "relayed", { means: "telephone" });
  await makeRightsRequest(ctx, { on: "2026-01-04", channel: "letter" });
}

describe("the register of requests", () => {
  it("is a line a request in CSV, the last received first, and runs no formula", async () => {
    await makeTwo();
    const [heads, ...rows] = (await textOf("csv")).trimEnd().split("\r\n");
    expect(heads?.split(";")).toHaveLength(18);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(
      /^DP-001;.*;15 GDPR, 17 GDPR;.*"'=Filature; du Gapeau".*2026-01-05 10:30 \+01:00;;2026-01-06 09:00 \+01:00;2026-02-05;passed on, no term,/,
    );
    expect(rows[1]).toMatch(/^DP-002;/);
  });

  it("is in the language that was asked for", async () => {
    await makeTwo();
    const heads = await Promise.all(
      ["fr", "en", "ar"].map(async (one) => (await textOf("csv", one)).split("\r\n")[0]),
    );
    expect(new Set(heads).size).toBe(3);
  });

  it("is the same in a workbook", async () => {
    await makeTwo();
    const read = await readWorkbook((await exportAs("xlsx")).body);
    expect(read.ok && read.sheets[0]?.rows.map(([reference]) => reference).slice(1)).toEqual([
      "DP-001",
      "DP-002",
    ]);
  });

  it("is codes and facts in JSON", async () => {
    await makeTwo();
    const { format, requests } = JSON.parse(await textOf("json")) as { format: string; requests: unknown[] };
    expect(format).toBe("amana-rights-requests-1");
    expect(requests).toMatchObject([
      {
        reference: "DP-001",
        rights: ["access", "erasure"],
        state: "relayed",
        facts: [{ kind: "placed" }, { kind: "relayed", at: "2026-01-06T08:00:00.000Z" }],
      },
      { reference: "DP-002", controller: null, dueOn: null, facts: [] },
    ]);
  });

  it.each(["csv", "json"])("names no person in %s", async (format) => {
    await makeTwo();
    expect(await textOf(format)).not.toMatch(/cliente|appelez|12 34 56|Mistral/);
  });

  it("is journalled with the hash of what was taken", async () => {
    await makeTwo();
    const { fileName } = await exportAs("csv");
    const entry = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
    expect(entry).toMatchObject({ event: "export.taken", text: expect.stringContaining(fileName) });
    expect(entry?.text).toMatch(/"requests":2/);
  });

  it("is empty where there is none, and of one's own organisation", async () => {
    const foreign = await makeOrganisation(database.ownerUrl);
    await makeTwo();
    const { body } = await exportAs("json", foreign);
    expect(JSON.parse(new TextDecoder().decode(body))).toMatchObject({ requests: [] });
  });

  it("is taken by whoever may read it", async () => {
    await makeTwo();
    const viewer = await exportRequests(
      as(ctx, "viewer"),
      "own",
      requestExportSchema.parse({ format: "csv" }),
    );
    expect(viewer.ok).toBe(true);
  });
});
