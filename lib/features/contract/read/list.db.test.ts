import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readQuestion } from "@/lib/i18n/search-question";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContract, makeContractInForce, readings, fillSection } from "@/prisma/factories/contract";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { searchNoun } from "@/lib/platform/database/search";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findMoved } from "./of-day";
import { contractQuerySchema, countContracts, findContractPage } from "./list";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
const TODAY = "2026-11-24";

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date(`${TODAY}T10:00:00Z`));
  const near = await makeContractInForce(ctx, { reference: "A-2", title: "Télévente" });
  const read = await fillSection(ctx, near, "clauses", readings("present", { K25: "absent" }));
  await fillSection(ctx, read, "term", { endsOn: "2027-01-31" });
  const far = await makeContractInForce(ctx, { reference: "A-10" });
  await fillSection(ctx, far, "term", { endsOn: "2029-01-31" });
  const past = await makeContractInForce(ctx, { reference: "B-1" });
  await fillSection(ctx, past, "term", { endsOn: "2026-10-31" });
  await makeContract(ctx, { reference: "C-1" });
});
afterAll(() => database.drop());

const asked = (search: Record<string, string>, today = TODAY) =>
  withOrg(ctx.scope, async (tx) => {
    const query = contractQuerySchema.parse(search);
    const read = {
      today,
      ids: await searchNoun(tx, "contract", await readQuestion(query.q)),
      moved: await findMoved(tx, today),
    };
    const rows = await findContractPage(tx, query, read);
    return {
      rows,
      references: rows.map(({ reference }) => reference),
      counts: await countContracts(tx, read),
    };
  });

describe("the list of contracts", () => {
  it.each([
    [{}, ["A-2", "A-10", "B-1", "C-1"]],
    // Expired contracts sort before those that end soon.
    [{ view: "soon" }, ["B-1", "A-2"]],
    [{ view: "expired" }, ["B-1"]],
    [{ view: "ended" }, []],
    [{ q: "televente" }, ["A-2"]],
    [{ q: "rien de tel" }, []],
  ])("for %o: %j", async (search, references) => {
    expect((await asked(search)).references).toEqual(references);
  });

  it("counts its views, and goes on after the last row seen", async () => {
    const { rows, counts } = await asked({});
    expect(counts).toEqual({ all: 4, gaps: 4, soon: 2, expired: 1, ended: 0 });
    const [, second] = rows;
    const after = `${second!.sortKey}\u0001${second!.id}`;
    expect((await asked({ after })).references).toEqual(["B-1", "C-1"]);
  });

  it("says on the day after its end that a contract has expired, though no job has run", async () => {
    const of = async (today: string) =>
      (await asked({ view: "all" }, today)).rows.find((row) => row.reference === "A-2");
    expect(await of("2027-01-31")).toMatchObject({ state: "in-force", gapCodes: ["K25"] });
    expect(await of("2027-02-01")).toMatchObject({ state: "expired", gapCodes: ["K08", "K25"] });
    const { references, counts } = await asked({ view: "expired" }, "2027-02-01");
    expect([references, counts.expired]).toEqual([["A-2", "B-1"], 2]);
    expect((await asked({ view: "soon" }, "2027-02-01")).references).toEqual(["B-1", "A-2"]);
  });

  it("leaves out what makes no sense in an address", () => {
    expect(contractQuerySchema.parse({ view: "x", q: ["a"], after: 3 })).toEqual({
      view: "all",
      q: "",
      controller: "",
      on: "",
      after: "",
    });
  });
});
