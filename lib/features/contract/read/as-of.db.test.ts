import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAsOf } from "@/lib/domain/time/as-of";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContract, makeContractInForce, fillSection } from "@/prisma/factories/contract";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findContractPageAt, findContractVersion } from "./as-of";
import { moveContract, renameContract } from "@/lib/features/contract/write/mutations";
import { contractQuerySchema } from "./list";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let contract: { id: string; version: number };
const on = (day: string): MadeOrganisation => ({ ...ctx, now: new Date(`${day}T10:00:00Z`) });

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-01-01T10:00:00Z"));
  const march = on("2026-03-02");
  const made = await makeContractInForce(march, { reference: "ORV-10" });
  contract = await fillSection(march, made, "term", { endsOn: "2026-05-31" });
  await makeContract(on("2026-04-01"), { reference: "ORV-2", title: "Projet" });
  const { id, version } = contract;
  const named = await renameContract(on("2026-06-01"), {
    id,
    version,
    reference: "ORV-10",
    title: "Reconduit",
  });
  if (!named.ok) throw new Error(named.refusal.kind);
  const end = { event: "end", on: "2026-06-30", reason: "Marché perdu" } as const;
  await moveContract(on("2026-07-01"), { id, version: named.value.version, ...end });
});
afterAll(() => database.drop());

const listed = async (day: string, search: Record<string, string> = {}) => {
  const reading = readAsOf(day, "2026-11-24");
  if (!reading.ok || !reading.asOf) throw new Error(day);
  const { asOf } = reading;
  const page = await withOrg(ctx.scope, (tx) =>
    findContractPageAt(tx, contractQuerySchema.parse(search), asOf),
  );
  return { ...page, references: page.rows.map(({ reference }) => reference) };
};

describe("the list of contracts as of a day", () => {
  it.each([
    ["2026-03-01", []],
    ["2026-03-02", ["ORV-10"]],
    ["2026-04-01", ["ORV-2", "ORV-10"]],
    ["2026-07-01", ["ORV-2"]],
  ])("on %s says what was recorded by then", async (day, expected) =>
    expect((await listed(day)).references).toEqual(expected),
  );

  it("assesses each by the law and the term of that day", async () => {
    const before = await listed("2026-03-10", { view: "soon" });
    expect(before.rows).toMatchObject([
      { state: "in-force", title: "Contrat de sous-traitance", deadlineOn: "2026-05-31" },
    ]);
    expect((await listed("2026-06-15")).rows[1]).toMatchObject({ title: "Reconduit", state: "expired" });
    expect((await listed("2026-07-02")).counts).toEqual({ all: 1, gaps: 1, soon: 0, expired: 0, ended: 1 });
  });

  it("finds by words, blind to case and accents", async () => {
    expect((await listed("2026-07-02", { q: "PROJÉT" })).references).toEqual(["ORV-2"]);
    expect((await listed("2026-07-02", { q: "rien" })).references).toEqual([]);
  });
});

describe("findContractVersion", () => {
  it("gives a version as it was written, and none that is not there", async () => {
    const find = (version: number) =>
      withOrg(ctx.scope, (tx) => findContractVersion(tx, contract.id, version));
    expect(await find(1)).toMatchObject({
      row: { id: contract.id, version: 1, signedOn: null, reference: "ORV-10" },
      change: "created",
    });
    expect(await find(99)).toBeNull();
  });
});
