import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import { withOrg } from "@/lib/platform/database/transaction";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findOrganisation } from "@/lib/features/organisation/read/queries";
import { saveOrganisationSection } from "./mutations";
import { sectionSaveSchema } from "@/lib/features/organisation/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(async () => {
  registerFollowers();
  database = await freshDatabase();
});
afterAll(() => database.drop());

const input = (section: string, version: number, stated: Record<string, unknown>) =>
  sectionSaveSchema.parse({ section, version, ...stated });
const save = (ctx: MadeOrganisation, section: string, version: number, stated: Record<string, unknown>) =>
  saveOrganisationSection(ctx, input(section, version, stated));
const make = () => makeOrganisation(database.ownerUrl);
const current = (ctx: MadeOrganisation) => withOrg(ctx.scope, findOrganisation);
const lastEntry = async (ctx: MadeOrganisation) => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!);
};
const codesOf = async (ctx: MadeOrganisation, id: string) =>
  withOrg(ctx.scope, async (tx) => (await tx.processingRecord.findFirstOrThrow({ where: { id } })).gapCodes);

const IDENTITY = { legalName: "Centre Atlas", country: "MA", address: "41 boulevard Zerktouni" };
const EXEMPT = {
  euRepresentativeExemption: "contractual-only",
  euRepresentativeReason: "Art. 3(2) non rempli",
};

describe("saveOrganisationSection", () => {
  it("mends one gap of every record at once, and opens it again when the binding denies the reason", async () => {
    const ctx = await make();
    const record = await makeRecord(ctx);
    expect(await codesOf(ctx, record.id)).toContain("REG-3");
    valueOf(await save(ctx, "representative", 1, EXEMPT));
    expect(await codesOf(ctx, record.id)).not.toContain("REG-3");
    valueOf(await save(ctx, "reach", 2, { gdprBinding: "direct-3-2" }));
    expect(await codesOf(ctx, record.id)).toContain("REG-3");
    const named = {
      euRepresentative: "Cabinet Ferrand",
      euRepresentativeContact: "3 rue Foch, 34000 Montpellier",
      euRepresentativeCountry: "FR",
      euRepresentativeMandateOn: "mars 2025",
    };
    expect(valueOf(await save(ctx, "representative", 3, named))).toMatchObject({
      euRepresentativeMandateOn: "2025-03",
      euRepresentativeReason: "",
    });
    expect(await codesOf(ctx, record.id)).not.toContain("REG-3");
  });

  it("refuses a representative outside the Union, and a reason that the binding denies", async () => {
    const ctx = await make();
    const abroad = {
      euRepresentative: "Cabinet Reed",
      euRepresentativeContact: "London",
      euRepresentativeCountry: "GB",
    };
    const refusal = (path: string, key: string) => ({
      ok: false,
      refusal: { kind: "invalid", issues: [{ path, key }] },
    });
    expect(await save(ctx, "representative", 1, abroad)).toMatchObject(
      refusal("euRepresentativeCountry", "notMember"),
    );
    valueOf(await save(ctx, "reach", 1, { gdprBinding: "direct-3-2" }));
    expect(await save(ctx, "representative", 2, EXEMPT)).toMatchObject(
      refusal("euRepresentativeExemption", "bindingDenies"),
    );
    expect(await current(ctx)).toMatchObject({
      euRepresentative: "",
      euRepresentativeReason: "",
      version: 2,
    });
  });

  it("takes the countries that the rules read from the sites, and says in the journal what changed", async () => {
    const ctx = await make();
    const record = await makeRecord(ctx);
    const sites = [
      { name: "Siège", city: "Casablanca", country: "MA", people: "120" },
      {},
      { name: "Lyon", city: "Lyon", country: "FR", activity: "Qualité", people: "" },
    ];
    const saved = valueOf(await save(ctx, "sites", 1, { sites }));
    expect(saved.siteCountries).toEqual(["MA", "FR"]);
    expect(saved.sites.map(({ name, people }) => [name, people])).toEqual([
      ["Siège", 120],
      ["Lyon", null],
    ]);
    const entry = await lastEntry(ctx);
    expect(entry).toMatchObject({
      event: "organisation.updated",
      actor: { id: ctx.actor.memberId },
      before: { siteCountries: ["MA"] },
      after: { siteCountries: ["MA", "FR"], version: 2 },
    });
    expect(Object.keys(entry.after).sort()).toEqual(["siteCountries", "sites", "version"]);
    expect(record.version).toBe(1);
  });

  it("keeps tools and a turnover as they were said", async () => {
    const ctx = await make();
    const tools = [{ name: "Softphone", supplier: "Nuage SA", hostedIn: "IE", isOutside: "true" }];
    valueOf(await save(ctx, "tools", 1, { tools }));
    const turnover = {
      turnoverAmount: "1 234 567 890,12",
      turnoverCurrency: "MAD",
      turnoverRate: "10,7345",
      turnoverRateOn: "2/1/2026",
      turnoverYearEnd: "31/12/2025",
    };
    valueOf(await save(ctx, "turnover", 2, turnover));
    expect(await current(ctx)).toMatchObject({
      tools: [{ name: "Softphone", purpose: "", hostedIn: "IE", isOutside: true }],
      turnoverAmount: "1234567890.12",
      turnoverRate: "10.7345",
      turnoverRateOn: "2026-01-02",
      turnoverYearEnd: "2025-12-31",
    });
    const mandate = {
      euRepresentative: "Deputé SARL",
      euRepresentativeContact: "27 rue des Lilas, Lille",
      euRepresentativeCountry: "FR",
      euRepresentativeMandateOn: "2099-03",
    };
    expect(await save(ctx, "representative", 3, mandate)).toMatchObject({
      refusal: { issues: [{ path: "euRepresentativeMandateOn", key: "dateAhead" }] },
    });
    expect(await save(ctx, "turnover", 3, { ...turnover, turnoverYearEnd: "31/12/2099" })).toMatchObject({
      ok: false,
      refusal: { issues: [{ path: "turnoverYearEnd", key: "future" }] },
    });
  });

  it("keeps each version with its author and what it said", async () => {
    const ctx = await make();
    valueOf(await save(ctx, "identity", 1, IDENTITY));
    valueOf(await save(ctx, "tools", 2, { tools: [{ name: "CRM" }] }));
    const rows = await withOrg(ctx.scope, (tx) =>
      tx.organisationVersion.findMany({ orderBy: { version: "asc" } }),
    );
    expect(rows.map(({ version, supersededAt }) => [version, supersededAt === null])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(rows[2]).toMatchObject({ authorId: ctx.actor.memberId, authorName: ctx.actor.name });
    expect(rows[2]!.snapshot).toMatchObject({ legalName: "Centre Atlas", tools: [{ name: "CRM" }] });
  });

  it("lets two people save two sections that they read at once, and tells the second in one", async () => {
    const ctx = await make();
    valueOf(await save(ctx, "identity", 1, IDENTITY));
    const tools = valueOf(await save(ctx, "tools", 1, { tools: [{ name: "CRM" }] }));
    expect(tools).toMatchObject({ version: 3, legalName: "Centre Atlas" });
    const late = await save(ctx, "identity", 1, { ...IDENTITY, legalName: "Trop tard" });
    expect(late).toMatchObject({
      ok: false,
      refusal: {
        kind: "conflict",
        version: 3,
        author: ctx.actor.name,
        current: { legalName: "Centre Atlas" },
      },
    });
    const unknown = await save(ctx, "dpo", 9, { dpoName: "Personne" });
    expect(unknown).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    expect(await current(ctx)).toMatchObject({
      legalName: "Centre Atlas",
      dpoName: "Salma Idrissi",
      version: 3,
    });
  });

  it("is for owner and DPO, and reaches no other organisation", async () => {
    const [ctx, foreign] = [await make(), await make()];
    for (const role of ["editor", "viewer"] as const) {
      expect(await saveOrganisationSection(as(ctx, role), input("identity", 1, IDENTITY))).toMatchObject({
        ok: false,
        refusal: { kind: "forbidden" },
      });
    }
    valueOf(await saveOrganisationSection(as(ctx, "dpo"), input("identity", 1, IDENTITY)));
    expect((await current(foreign)).version).toBe(1);
  });
});
