import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { controllerUpdateSchema } from "@/lib/features/controller/schema";
import { updateController } from "@/lib/features/controller/write/mutations";
import { exportContracts } from "@/lib/features/contract-export/write/mutations";
import { writeXlsx } from "@/lib/platform/sheets/xlsx-writer";
import { zipOf } from "@/lib/platform/sheets/zip.fixture";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContractInForce, nameInstructor, readings, fillSection } from "@/prisma/factories/contract";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import type { DateOrder } from "@/lib/domain/import/types";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findPlan } from "@/lib/features/contract-import/read/queries";
import { putContractColumns } from "./put-columns";
import { commitContracts, openContractImport } from "./mutations";
import { contractVocabulary } from "@/lib/features/contract-import/read/vocabulary";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  const { id } = await makeController(ctx, { legalName: "Orvelle Énergie" });
  const contract = await makeContractInForce(ctx, { controllerId: id, reference: "ORV-1" });
  const named = await nameInstructor(ctx, contract);
  await fillSection(ctx, named, "clauses", readings("present", { K25: "absent" }));
});
afterAll(() => database.drop());

const workbook = async (from: MadeOrganisation) =>
  valueOf(await exportContracts(from, from.slug, { format: "xlsx", language: "fr" })).body;
const exportFrom = async (from: MadeOrganisation) => {
  const { body } = valueOf(await exportContracts(from, from.slug, { format: "json", language: "fr" }));
  return Buffer.from(body).toString();
};
const open = async (
  into: MadeOrganisation,
  stated: string | Uint8Array,
  columns: string[] = [],
  clients: ReadonlyMap<string, string> = new Map(),
  dateOrder: DateOrder | null = null,
) => {
  const bytes = typeof stated === "string" ? new TextEncoder().encode(stated) : stated;
  const { file } = valueOf(await openContractImport(into, { fileName: "contrats", bytes }));
  const vocabulary = await contractVocabulary();
  const asked = { file, columns, clients, dateOrder, vocabulary, now: into.now };
  const plan = (await withOrg(into.scope, (tx) => findPlan(tx, asked)))!;
  const fates = plan.lines.map(({ becomes }) => becomes);
  return {
    file,
    columns,
    clients: new Map(clients),
    dateOrder,
    seen: plan.digest,
    fates,
    asked: plan.clients,
    isRemembered: plan.table?.isRemembered,
    orderCells: plan.table?.orderCells,
  };
};
async function xlsxOf(table: readonly string[][]): Promise<Uint8Array> {
  const [head, ...rows] = table;
  const columns = head!.map((name) => ({ head: name, width: 20 }));
  const sheets = [{ name: "Feuil1", columns, rows }];
  const chunks: Uint8Array[] = [];
  for await (const piece of writeXlsx({ isRightToLeft: false, createdAt: new Date(0), sheets }))
    chunks.push(piece);
  return new Uint8Array(Buffer.concat(chunks));
}
const versions = () => withOrg(ctx.scope, (tx) => tx.contractVersion.count());

describe("contracts that come back", () => {
  it("change nothing where nothing changed", async () => {
    const before = await versions();
    const { fates, asked: _asked, ...commit } = await open(ctx, await exportFrom(ctx));
    expect(fates).toEqual(["same"]);
    const brought = { created: 0, changed: 0, same: 1, refused: 0 };
    expect(valueOf(await commitContracts(ctx, commit))).toEqual(brought);
    expect(await versions()).toBe(before);
  });

  it("bring up what the file says otherwise, with a version and its journal entry", async () => {
    const text = (await exportFrom(ctx)).replace('"breachNoticeHours":null', '"breachNoticeHours":36');
    const { fates, asked: _asked, ...commit } = await open(ctx, text);
    expect(fates).toEqual(["changed"]);
    valueOf(await commitContracts(ctx, commit));
    expect(await exportFrom(ctx)).toBe(text);
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
    const text = await exportFrom(ctx);
    expect((await open(other, text)).fates).toEqual(["refused"]);
    await makeController(other, { legalName: "Orvelle Énergie" });
    const { fates, asked: _asked, ...commit } = await open(other, text);
    expect(fates).toEqual(["new"]);
    valueOf(await commitContracts(other, commit));
    expect(await exportFrom(other)).toBe(text);
  });

  it("ask whom a name calls that is nobody's whole name, with those whom it may call, and take the answer", async () => {
    const other = await makeOrganisation(database.ownerUrl);
    const { id, version } = await makeController(other, { legalName: "Gapeau Filature SA" });
    const renamed = controllerUpdateSchema.parse({
      id,
      version,
      legalName: "Manufacture du Gapeau SA",
      country: "FR",
    });
    valueOf(await updateController(other, renamed));
    const { id: orvelle } = await makeController(other, { legalName: "Orvelle Énergie SA" });
    const rows = [
      ["N-1", "Orvelle"],
      ["N-2", "Gapeau Filature"],
      ["N-3", "Inconnu & fils"],
      ["N-4", "Orvelle"],
    ];
    const bytes = await xlsxOf([["Référence", "Client"], ...rows]);
    const put = ["reference", "controller"];
    const first = await open(other, bytes, put);
    expect(first.fates).toEqual(rows.map(() => "refused"));
    expect(first.asked).toEqual([
      { name: "Orvelle", candidates: [{ id: orvelle, legalName: "Orvelle Énergie SA" }], chosenId: "" },
      { name: "Gapeau Filature", candidates: [{ id, legalName: "Manufacture du Gapeau SA" }], chosenId: "" },
      { name: "Inconnu & fils", candidates: [], chosenId: "" },
    ]);
    const {
      fates,
      asked: _asked,
      ...commit
    } = await open(other, bytes, put, new Map([["Orvelle", orvelle]]));
    expect(fates).toEqual(["new", "refused", "refused", "new"]);
    valueOf(await commitContracts(other, commit));
    const made = await withOrg(other.scope, (tx) => tx.contract.findMany({ select: { controllerId: true } }));
    expect(made).toEqual([{ controllerId: orvelle }, { controllerId: orvelle }]);
    expect(await withOrg(other.scope, (tx) => tx.controller.count())).toBe(2);
  });

  it("change nothing by our own workbook, and what its cells say otherwise by one that was mended", async () => {
    const before = await versions();
    const { fates, asked: _asked, ...commit } = await open(ctx, await workbook(ctx));
    expect(fates).toEqual(["same"]);
    valueOf(await commitContracts(ctx, commit));
    expect(await versions()).toBe(before);
  });

  it("come in from a spreadsheet of one's own, many at once, where a person puts the columns", async () => {
    const rows = Array.from({ length: 40 }, (_, at) => [
      `N-${at}`,
      "Orvelle Énergie",
      "05/01/2026",
      "Relation client",
    ]);
    const bytes = await xlsxOf([["Dossier", "Client", "Signature", "Quoi"], ...rows]);
    expect((await open(ctx, bytes)).fates).toEqual(rows.map(() => "refused"));
    const put = ["reference", "controller", "signedOn", "object.subjectMatter"];
    const { fates, asked: _asked, ...commit } = await open(ctx, bytes, put);
    expect(new Set(fates)).toEqual(new Set(["new"]));
    expect(valueOf(await commitContracts(ctx, commit))).toMatchObject({ created: 40 });
    const made = await withOrg(ctx.scope, (tx) =>
      tx.contract.findMany({ where: { reference: { startsWith: "N-" } } }),
    );
    expect(made).toHaveLength(40);
    expect(made[0]).toMatchObject({ signedOn: "2026-01-05", controllerName: "Orvelle Énergie", version: 1 });
    const stored = await withOrg(ctx.scope, (tx) =>
      tx.contractVersion.count({ where: { reference: { startsWith: "N-" }, supersededAt: null } }),
    );
    expect(stored).toBe(40);
  });

  it("stand next time as a person put them for a file of this shape, in the same organisation alone", async () => {
    const other = await makeOrganisation(database.ownerUrl);
    for (const org of [ctx, other]) await makeController(org, { legalName: "Brenval SA" });
    const head = ["Dossier interne", "Chez qui", "Quand"];
    const file = (reference: string) => xlsxOf([head, [reference, "Brenval SA", "05/01/2026"]]);
    const put = ["reference", "controller", "signedOn"];
    const first = await open(ctx, await file("R-1"));
    expect(first).toMatchObject({ fates: ["refused"], isRemembered: false });
    const stated = { file: first.file, columns: put, clients: first.clients, dateOrder: null };
    expect(valueOf(await putContractColumns(ctx, stated))).toEqual(stated);
    expect(await open(ctx, await file("R-2"))).toMatchObject({ fates: ["new"], isRemembered: true });
    expect(await open(other, await file("R-2"))).toMatchObject({ fates: ["refused"], isRemembered: false });
    const chosen = await open(ctx, await file("R-2"), ["ignore", ...put.slice(1)]);
    expect(chosen).toMatchObject({ fates: ["refused"], isRemembered: false });
    const viewer = as(ctx, "viewer");
    expect(await putContractColumns(viewer, stated)).toMatchObject({ refusal: { kind: "forbidden" } });
    const foreign = await putContractColumns(other, stated);
    expect(foreign).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("ask once in which order days stand, take the answer, and know it for a file of this shape", async () => {
    const other = await makeOrganisation(database.ownerUrl);
    await makeController(other, { legalName: "Brenval SA" });
    const file = (reference: string) =>
      xlsxOf([
        ["Reference", "Client", "Title", "Signed on"],
        [reference, "Brenval SA", "Calls", "03/04/2026"],
        [`${reference}-2`, "Brenval SA", "Letters", "05/06/2026"],
      ]);
    const asked = await open(other, await file("D-1"));
    expect(asked).toMatchObject({ fates: ["refused", "refused"], orderCells: ["03/04/2026", "05/06/2026"] });
    const columns = ["reference", "controller", "title", "signedOn"];
    const put = { file: asked.file, columns, clients: asked.clients, dateOrder: "day" as const };
    expect(valueOf(await putContractColumns(other, put))).toEqual(put);
    const { fates, ...commit } = await open(other, await file("D-1"), columns, new Map(), "day");
    expect(fates).toEqual(["new", "new"]);
    valueOf(await commitContracts(other, commit));
    const made = await withOrg(other.scope, (tx) => tx.contract.findMany({ orderBy: { reference: "asc" } }));
    expect(made.map(({ signedOn }) => signedOn)).toEqual(["2026-04-03", "2026-06-05"]);
    const again = await open(other, await file("D-3"));
    expect(again).toMatchObject({ fates: ["new", "new"], isRemembered: true });
    expect((await open(other, await file("D-3"), [], new Map(), "month")).seen).not.toBe(again.seen);
  });

  it.each([
    ["a workbook that is none", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "brokenZip"],
    ["an archive behind", zipOf([{ name: "a.txt", body: "a" }]), "isZip"],
    ["a PDF", new TextEncoder().encode("%PDF-1.7"), "isPdf"],
  ])("refuse %s", async (_what, bytes, key) => {
    expect(await openContractImport(ctx, { fileName: "x.xlsx", bytes })).toMatchObject({
      refusal: { kind: "invalid", issues: [{ path: "file", key }] },
    });
  });

  it("are shown again when somebody saved in between", async () => {
    const text = (await exportFrom(ctx)).replace('"breachNoticeHours":36', '"breachNoticeHours":12');
    const { fates: _fates, ...commit } = await open(ctx, text);
    const { id, version } = await withOrg(ctx.scope, (tx) => tx.contract.findFirstOrThrow());
    await fillSection(ctx, { id, version }, "terms", { breachNoticeHours: "72" });
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
    const bytes = new TextEncoder().encode(await exportFrom(ctx));
    const viewer = as(ctx, "viewer");
    expect(await openContractImport(viewer, { fileName: "x.json", bytes })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
  });
});
