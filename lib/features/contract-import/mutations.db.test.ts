import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeContracts } from "@/lib/features/contract-export/mutations";
import { closeClients } from "@/lib/platform/db";
import { withOrg } from "@/lib/platform/transaction";
import { makeContractInForce, nameInstructor, readings, saySection } from "@/prisma/factories/contract";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findPlan } from "./data";
import { commitContracts, openContractImport } from "./mutations";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  const { id } = await makeController(ctx, { legalName: "Orvelle Énergie" });
  const contract = await makeContractInForce(ctx, { controllerId: id, reference: "ORV-1" });
  const named = await nameInstructor(ctx, contract);
  await saySection(ctx, named, "clauses", readings("present", { K25: "absent" }));
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const taken = async (from: MadeOrganisation) => {
  const { body } = valueOf(await takeContracts(from, from.slug, { format: "json", language: "fr" }));
  return Buffer.from(body).toString();
};
const open = async (into: MadeOrganisation, text: string) => {
  const bytes = new TextEncoder().encode(text);
  const { file } = valueOf(await openContractImport(into, { fileName: "contrats.json", bytes }));
  const plan = (await withOrg(into.scope, (tx) => findPlan(tx, file, into.now)))!;
  return { file, seen: plan.digest, fates: plan.lines.map(({ becomes }) => becomes) };
};
const versions = () => withOrg(ctx.scope, (tx) => tx.contractVersion.count());

describe("contracts that come back", () => {
  it("change nothing where nothing changed", async () => {
    const before = await versions();
    const { fates, ...commit } = await open(ctx, await taken(ctx));
    expect(fates).toEqual(["same"]);
    const brought = { created: 0, changed: 0, same: 1, refused: 0 };
    expect(valueOf(await commitContracts(ctx, commit))).toEqual(brought);
    expect(await versions()).toBe(before);
  });

  it("bring up what the file says otherwise, with a version and its journal entry", async () => {
    const text = (await taken(ctx)).replace('"breachNoticeHours":null', '"breachNoticeHours":36');
    const { fates, ...commit } = await open(ctx, text);
    expect(fates).toEqual(["changed"]);
    valueOf(await commitContracts(ctx, commit));
    expect(await taken(ctx)).toBe(text);
    const last = await withOrg(ctx.scope, (tx) =>
      tx.contractVersion.findFirstOrThrow({ orderBy: { version: "desc" } }),
    );
    expect(last).toMatchObject({ change: "imported", supersededAt: null });
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ where: { event: "contract.updated" }, orderBy: { seq: "desc" } }),
    );
    expect(JSON.parse(entry.text!)).toMatchObject({ after: { "terms.breachNoticeHours": 36 } });
  });

  it("come into another organisation whole, for a controller of that very name alone", async () => {
    const other = await makeOrganisation(database.ownerUrl);
    const text = await taken(ctx);
    expect((await open(other, text)).fates).toEqual(["refused"]);
    await makeController(other, { legalName: "Orvelle Énergie" });
    const { fates, ...commit } = await open(other, text);
    expect(fates).toEqual(["new"]);
    valueOf(await commitContracts(other, commit));
    expect(await taken(other)).toBe(text);
  });

  it("are shown again when somebody saved in between", async () => {
    const text = (await taken(ctx)).replace('"breachNoticeHours":36', '"breachNoticeHours":12');
    const { fates: _fates, ...commit } = await open(ctx, text);
    const { id, version } = await withOrg(ctx.scope, (tx) => tx.contract.findFirstOrThrow());
    await saySection(ctx, { id, version }, "terms", { breachNoticeHours: "72" });
    expect(await commitContracts(ctx, commit)).toMatchObject({
      refusal: { kind: "invalid", issues: [{ key: "planChanged" }] },
    });
  });

  it.each([["{"], ['{"format":"other","contracts":[]}'], ["\u0000"]])("refuse %j", async (text) => {
    const bytes = new TextEncoder().encode(text);
    expect(await openContractImport(ctx, { fileName: "x.json", bytes })).toMatchObject({
      refusal: { kind: "invalid", issues: [{ path: "file", key: "notOurs" }] },
    });
  });

  it("are refused to a viewer", async () => {
    const bytes = new TextEncoder().encode(await taken(ctx));
    const viewer = as(ctx, "viewer");
    expect(await openContractImport(viewer, { fileName: "x.json", bytes })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
  });
});
