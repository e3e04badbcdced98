import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { today, type StaffCtx } from "@/lib/platform/request/context";
import { planRun } from "@/lib/features/import/read/plan-run";
import { isPlanned } from "@/lib/features/import/read/plan-store";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import { withOrg } from "@/lib/platform/database/transaction";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findRun } from "@/lib/features/import/read/queries";
import { commitImport } from "./commit";
import { abandonImport, decideImport, mapColumns, openImport } from "./mutations";
import { previewRun } from "@/lib/features/import/read/preview.fixture";
import { columnsSchema, decisionsSchema } from "@/lib/features/import/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: StaffCtx;

beforeAll(async () => {
  registerFollowers();
  database = await freshDatabase();
});
afterAll(() => database.drop());

const HEAD =
  "Réf.;Client;Adresse du client;Activité confiée;Opérations réalisées;Pays d'accès;Garanties;Début;Fin;Budget";
const FILE = [
  "Registre du sous-traitant;;;;;;;;;",
  HEAD,
  'R-1;Voltiris;5 rue Bleue, 69001 Lyon;Télévente;"Appels sortants ; saisie de commande";Maroc;CCT 2021/914 module 2;mars 2024;;12 k€',
  'R-1;VOLTIRIS SA;;Enquêtes;"Appels sortants\nquestionnaire";Hors UE;;3/2/25;31/12/2025;',
  ";Hôtels Miradour;;Réservations;Saisie;;;2023;;",
  "R-4;;;Chat;Réponse écrite;;;;;",
  "R-5;client banque;;=1+1;Saisie;;;;;",
  "Total;5 lignes;;;;;;;;",
].join("\r\n");

// Bytes as saved by French Excel.
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text.replaceAll("€", "E"), "latin1"));

async function preview(id: string, of = ctx) {
  return withOrg(of.scope, async (tx) => {
    const run = (await findRun(tx, id))!;
    return { run, ...(await previewRun(tx, run, "2026-11-25"))! };
  });
}

async function importFile(text: string, of = ctx) {
  const { id } = valueOf(await openImport(of, { fileName: "registre.csv", bytes: bytesOf(text) }));
  const { run, fingerprint } = await preview(id, of);
  return valueOf(await commitImport(of, { id, version: run.version, plan: fingerprint }));
}

const all = (of = ctx) =>
  withOrg(of.scope, async (tx) => ({
    records: await tx.processingRecord.findMany({ orderBy: { reference: "asc" } }),
    controllers: await tx.controller.findMany({ orderBy: { legalName: "asc" } }),
    versions: await tx.recordVersion.count(),
    events: (await tx.journalText.findMany({ orderBy: { seq: "asc" } })).map(({ event }) => event),
  }));

describe("an import", () => {
  beforeAll(async () => {
    ctx = await makeOrganisation(database.ownerUrl);
  });

  it("writes nothing before it is committed", async () => {
    const { id } = valueOf(await openImport(ctx, { fileName: "registre.csv", bytes: bytesOf(FILE) }));
    const { plan, file } = await preview(id);
    expect(file.table).toMatchObject({
      text: { encoding: "windows-1252", delimiter: ";" },
      setAside: { title: 1, total: 1, empty: 0 },
    });
    expect(plan.tally).toEqual({ new: 4, changed: 0, unchanged: 0, "set-aside": 1 });
    expect((await all()).records).toEqual([]);
    valueOf(await abandonImport(ctx, { id, version: 1 }));
    const late = await commitImport(ctx, { id, version: 2, plan: "0".repeat(64) });
    expect(late).toMatchObject({ refusal: { kind: "invalid", issues: [{ key: "runAbandoned" }] } });
  });

  it("says to whoever comes second that the run is already saved", async () => {
    const own = await makeOrganisation(database.ownerUrl);
    const { id } = valueOf(await openImport(own, { fileName: "registre.csv", bytes: bytesOf(FILE) }));
    const made = await planRun({ scope: own.scope, id, today: today(own) });
    if (!made || !isPlanned(made.result)) throw new Error("There is no plan.");
    const stated = { id, version: 1, plan: made.result.fingerprint };
    const outcomes = await Promise.all([commitImport(own, stated), commitImport(own, stated)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const committed = { refusal: { kind: "invalid", issues: [{ key: "runCommitted" }] } };
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject(committed);
    expect(await decideImport(own, decisionsSchema.parse({ id, version: 1 }))).toMatchObject(committed);
    expect(await abandonImport(own, { id, version: 1 })).toMatchObject(committed);
  });

  it("brings every row that has a controller and an activity in as a draft, in one transaction", async () => {
    const written = await importFile(FILE);
    expect(written).toMatchObject({ controllers: 3, rejects: [{ line: 7, reason: "no-controller" }] });
    const { records, controllers, events } = await all();
    expect(controllers.map(({ legalName, isPlaceholder }) => [legalName, isPlaceholder])).toEqual([
      ["client banque", true],
      ["Hôtels Miradour", false],
      ["Voltiris", false],
    ]);
    expect(records.map(({ reference, state, activity }) => [reference, state, activity])).toEqual([
      ["R-1", "draft", "Télévente"],
      ["R-5", "draft", "=1+1"],
      ["T-001", "ended", "Enquêtes"],
      ["T-002", "draft", "Réservations"],
    ]);
    expect(records[0]!.content).toMatchObject({
      startsOn: { value: "2024-03", text: "mars 2024" },
      notes: "Budget : 12 kE",
    });
    expect(records[2]).toMatchObject({ stateSince: "2025-12-31", content: { transferText: "Hors UE" } });
    expect(records.every(({ requiredGaps, version }) => requiredGaps > 0 && version === 1)).toBe(true);
    expect(events.filter((event) => event === "record.created")).toHaveLength(4);
    expect(events.at(-1)).toBe("import.committed");
  });

  it("changes nothing when the same file comes again", async () => {
    const before = await all();
    const written = await importFile(FILE);
    expect(written.tally).toEqual({ new: 0, changed: 0, unchanged: 4, "set-aside": 1 });
    const after = await all();
    expect(after.records).toEqual(before.records);
    expect(after.controllers).toEqual(before.controllers);
    expect(after.versions).toBe(before.versions);
    expect(after.events).toEqual([...before.events, "import.committed"]);
  });

  it("shows a changed row with its difference, and leaves what a person mended", async () => {
    const record = (await all()).records.find(({ reference }) => reference === "T-002")!;
    const mended = sectionSaveSchema.parse({
      section: "operations",
      id: record.id,
      version: 1,
      activity: "Réservations",
      operations: "Saisie\nModification",
    });
    valueOf(await saveRecordSection(ctx, mended));
    expect((await importFile(FILE)).tally).toMatchObject({ unchanged: 4, changed: 0 });

    const { id } = valueOf(
      await openImport(ctx, {
        fileName: "b.csv",
        bytes: bytesOf(FILE.replace("Saisie;;;2023", "Saisie;Maroc;;2023")),
      }),
    );
    const { plan, run, fingerprint } = await preview(id);
    const changed = plan.rows.filter(({ fate }) => fate === "changed");
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({ reference: "T-002", recordVersion: 2 });
    expect(changed[0]!.changes.map(({ field }) => field).sort()).toEqual(["destinations", "transferAnswer"]);
    valueOf(await commitImport(ctx, { id, version: run.version, plan: fingerprint }));
    const now = (await all()).records.find(({ reference }) => reference === "T-002")!;
    expect(now).toMatchObject({
      version: 3,
      countries: ["MA"],
      content: { operations: ["Saisie", "Modification"] },
    });
  });

  it("writes what was seen or nothing: a register that changed in between is shown anew", async () => {
    const { id } = valueOf(
      await openImport(ctx, {
        fileName: "c.csv",
        bytes: bytesOf(`${HEAD}\r\nZ-1;Voltiris;;Relances;Appels;;;;;`),
      }),
    );
    const seen = await preview(id);
    await importFile(`${HEAD}\r\nZ-2;Voltiris;;Relances;Appels;;;;;`);
    const outcome = await commitImport(ctx, { id, version: seen.run.version, plan: seen.fingerprint });
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", issues: [{ key: "planChanged" }] },
    });
    expect((await all()).records.some(({ reference }) => reference === "Z-1")).toBe(false);
  });

  it("lets one of two who commit the same file at once through", async () => {
    const text = `${HEAD}\r\n;Gamma;;Veille;Appels;;;;;\r\n;Delta;;Veille;Appels;;;;;`;
    const runs = await Promise.all(
      ["x.csv", "y.csv"].map(async (fileName) => {
        const { id } = valueOf(await openImport(ctx, { fileName, bytes: bytesOf(text) }));
        const { run, fingerprint } = await preview(id);
        return { id, version: run.version, plan: fingerprint };
      }),
    );
    const outcomes = await Promise.all(runs.map((run) => commitImport(ctx, run)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { records } = await all();
    expect(records.filter(({ activity }) => activity === "Veille")).toHaveLength(2);
  });

  it("assesses again the records of a controller that a file says more of", async () => {
    await importFile(`${HEAD}\r\nS-1;Sigma;;Chat;Appels;;;;;`);
    const before = (await all()).records.find(({ reference }) => reference === "S-1")!;
    expect(before.gapCodes).toContain("REG-2");
    // No cell said whether it decides or processes for others.
    expect(before.gapCodes).toContain("ADV-role");
    const stored = await withOrg(ctx.scope, (tx) =>
      tx.controller.findFirst({ where: { legalName: "Sigma" } }),
    );
    expect(stored?.clientRole).toBe("");
    await importFile(`${HEAD}\r\nS-1;Sigma;5 rue Bleue, 69001 Lyon;Chat;Appels;;;;;`);
    const after = (await all()).records.find(({ reference }) => reference === "S-1")!;
    expect([after.gapCodes.includes("REG-2"), after.version]).toEqual([false, 1]);
  });

  it("remembers columns put by hand for the next file of the same head", async () => {
    const { id } = valueOf(
      await openImport(ctx, {
        fileName: "d.csv",
        bytes: bytesOf(`Code;Donneur;Quoi\r\nR-9;Voltiris;Chat de nuit`),
      }),
    );
    valueOf(
      await mapColumns(
        ctx,
        columnsSchema.parse({ id, version: 1, targets: ["reference", "controllerName", "activity"] }),
      ),
    );
    const again = valueOf(
      await openImport(ctx, {
        fileName: "e.csv",
        bytes: bytesOf(`Code;Donneur;Quoi\r\nR-10;Voltiris;Chat de jour`),
      }),
    );
    expect((await preview(again.id)).run.mapping.map(({ target }) => target)).toEqual([
      "reference",
      "controllerName",
      "activity",
    ]);
    const lost = await mapColumns(
      ctx,
      columnsSchema.parse({ id: again.id, version: 1, targets: ["reference", "ignore", "activity"] }),
    );
    expect(lost).toMatchObject({
      ok: false,
      refusal: { issues: [{ path: "targets", key: "controllerNameMissing" }] },
    });
  });

  it("puts a name under another that was typed, and refuses one that nobody bears", async () => {
    const of = await makeOrganisation(database.ownerUrl);
    const text = ["Client;Activité", "Voltiris;Chat", "Voltirys Maroc;Voix"].join("\n");
    const { id } = valueOf(await openImport(of, { fileName: "registre.csv", bytes: bytesOf(text) }));
    const decide = (to: string) =>
      decideImport(of, decisionsSchema.parse({ id, version: 1, joins: [{ name: "Voltirys Maroc", to }] }));
    expect(await decide("Personne")).toMatchObject({
      refusal: { issues: [{ path: "joins.0.to", key: "joinUnknown", params: { name: "Personne" } }] },
    });
    valueOf(await decide("Voltiris"));
    const { plan } = await preview(id, of);
    expect(plan.controllers.map(({ spellings }) => spellings)).toEqual([["Voltiris", "Voltirys Maroc"]]);
  });

  it("keeps what a person decides: a name joined, a row left out, an end refused", async () => {
    const other = await makeOrganisation(database.ownerUrl);
    const { id } = valueOf(await openImport(other, { fileName: "f.csv", bytes: bytesOf(FILE) }));
    const { plan } = await preview(id, other);
    const [first, ended] = plan.rows;
    const decisions = decisionsSchema.parse({
      id,
      version: 1,
      joins: [{ name: "client banque", to: plan.controllers[0]!.key }],
      rows: [
        { fingerprint: first!.fingerprint, skip: "true" },
        { fingerprint: ended!.fingerprint, refuseEnd: "true" },
      ],
    });
    valueOf(await decideImport(other, decisions));
    const decided = await preview(id, other);
    expect(decided.plan.rows[0]).toMatchObject({ fate: "set-aside", reason: "skipped" });
    expect(decided.plan.rows[1]).toMatchObject({ acceptsEnd: false });
    expect(decided.plan.controllers.map(({ name }) => name)).not.toContain("client banque");
    valueOf(await commitImport(other, { id, version: decided.run.version, plan: decided.fingerprint }));
    const { records, controllers } = await all(other);
    expect(records.every(({ state }) => state === "draft")).toBe(true);
    expect(controllers).toHaveLength(2);
    expect((await importFile(FILE, other)).tally).toMatchObject({ new: 0, changed: 0 });
  });

  it("refuses a viewer, a file that is no table, and a run of another organisation", async () => {
    const viewer = as(ctx, "viewer");
    expect(await openImport(viewer, { fileName: "x.csv", bytes: bytesOf(FILE) })).toMatchObject({
      ok: false,
      refusal: { kind: "forbidden" },
    });
    const zip = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]);
    expect(await openImport(ctx, { fileName: "x.xlsx", bytes: zip })).toMatchObject({
      ok: false,
      refusal: { kind: "invalid" },
    });
    const { id } = valueOf(await openImport(ctx, { fileName: "g.csv", bytes: bytesOf(FILE) }));
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await abandonImport(foreign, { id, version: 1 })).toMatchObject({
      ok: false,
      refusal: { kind: "not-found" },
    });
  });
});
