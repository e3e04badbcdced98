import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyContent, type RecordContent } from "@/lib/domain/processing-record/content";
import { exportSchema } from "@/lib/features/export/schema";
import { exportRegister } from "@/lib/features/export/write/mutations";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeOwnRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { commitImport } from "@/lib/features/import/write/commit";
import { findRun } from "@/lib/features/import/read/queries";
import { chooseReading, mapColumns, openImport } from "@/lib/features/import/write/mutations";
import { previewRun } from "@/lib/features/import/read/preview.fixture";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

const STATED: Partial<RecordContent> = {
  purposes: ["Calcul de la paie", "Déclarations sociales"],
  jointAnswer: "yes",
  jointControllers: ["Nejma Holding"],
  legalBases: ["contract", "legal-obligation"],
  retention: "5 ans après le départ du salarié",
  specialCondition: "Art. 9(2)(b)",
  informationNotice: "Note remise à l’embauche",
  cndpNumbers: ["D-90/2023"],
  targetsUnion: "no",
  persons: ["Salariés"],
  dataCategories: ["Identité", "Coordonnées bancaires"],
  recipients: ["CNSS"],
  measures: ["Accès nominatif"],
  tools: ["Sage Paie"],
  startsOn: { value: "2024-03-01", text: "" },
  minorsAnswer: "no",
};

beforeAll(async () => {
  registerFollowers();
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  const { id, version } = await makeOwnRecord(ctx, { activity: "Paie" });
  await withOrg(ctx.scope, (tx) =>
    tx.processingRecord.update({ where: { id }, data: { content: { ...emptyContent("Paie"), ...STATED } } }),
  );
  const other = await makeOwnRecord(ctx, { activity: "Recrutement", purposes: ["Sélection des candidats"] });
  // An export as kept holds no draft.
  for (const row of [{ id, version }, other])
    valueOf(
      await moveRecord(ctx, {
        id: row.id,
        version: row.version,
        event: "activate",
        on: "2026-01-05",
        reason: "",
      }),
    );
  await makeRecord(ctx);
});
afterAll(() => database.drop());

async function exportAs(format: string, language: string, contents = "with-findings") {
  const asked = exportSchema.parse({ register: "controller", format, language, contents });
  const { body } = valueOf(await exportRegister(ctx, ctx.slug, asked));
  return new Uint8Array(await new Response(body).arrayBuffer());
}

async function preview(id: string, of = ctx) {
  return withOrg(of.scope, async (tx) => {
    const run = (await findRun(tx, id))!;
    return { run, ...(await previewRun(tx, run, "2026-11-25"))! };
  });
}
const open = async (bytes: Uint8Array, of = ctx) =>
  valueOf(await openImport(of, { fileName: "registre", bytes: new Uint8Array(bytes) })).id;

const FORMS = ["csv", "xlsx", "ods"].flatMap((format) =>
  ["fr", "en", "ar"].map((language) => [format, language]),
);

describe.each(FORMS)("the company's own register as %s in %s", (format, language) => {
  it.each(["with-findings", "as-kept"])(
    "comes back as what it is and changes nothing, %s",
    async (contents) => {
      const { capacity, plan } = await preview(await open(await exportAs(format!, language!, contents)));
      expect(capacity).toBe("controller");
      expect(plan.tally).toEqual({ new: 0, changed: 0, unchanged: 2, "set-aside": 0 });
      expect(plan.rows.flatMap(({ doubts }) => doubts)).toEqual([]);
    },
  );

  it("fills an empty register with every value that it had", async () => {
    const other = await makeOrganisation(database.ownerUrl);
    const id = await open(await exportAs(format!, language!), other);
    const { run, fingerprint } = await preview(id, other);
    valueOf(await commitImport(other, { id, version: run.version, plan: fingerprint }));
    const rows = await withOrg(other.scope, (tx) =>
      tx.processingRecord.findMany({ orderBy: { activity: "asc" } }),
    );
    expect(rows.map(({ capacity, activity }) => [capacity, activity])).toEqual([
      ["controller", "Paie"],
      ["controller", "Recrutement"],
    ]);
    const { startsOn, ...values } = STATED;
    expect(rows[0]!.content).toMatchObject(values);
    expect((rows[0]!.content as RecordContent).startsOn!.value).toBe(startsOn!.value);
    expect((rows[0]!.content as RecordContent).notes).toBe("");
  });
});

const OWN = { header: null, encoding: null, delimiter: null, register: "controller" as const };

describe("somebody else's table of article 30(1)", () => {
  const TABLE = [
    "Traitement;Responsable de traitement;Finalité;Base juridique;Catégories de personnes;Durée de conservation",
    ";;Vidéosurveillance des locaux;Intérêt légitime;Visiteurs;30 jours",
    "Paie bis;RH;Payer les salariés;Contrat;Salariés;5 ans",
  ].join("\r\n");

  it("goes into the company's own register, and its controllers' columns to the notes", async () => {
    const other = await makeOrganisation(database.ownerUrl);
    const id = await open(Buffer.from(TABLE), other);
    const asked = await preview(id, other);
    const refused = await commitImport(other, { id, version: 1, plan: asked.fingerprint });
    expect(refused).toMatchObject({ refusal: { issues: [{ path: "", key: "registerAsked" }] } });
    valueOf(await chooseReading(other, { id, version: 1, ...OWN }));
    const { run, capacity, plan, fingerprint } = await preview(id, other);
    expect(capacity).toBe("controller");
    expect(plan.rows.map(({ fate, content }) => [fate, content.activity])).toEqual([
      ["new", "Vidéosurveillance des locaux"],
      ["new", "Paie bis"],
    ]);
    valueOf(await commitImport(other, { id, version: run.version, plan: fingerprint }));
    const rows = await withOrg(other.scope, (tx) =>
      tx.processingRecord.findMany({ orderBy: { activity: "asc" } }),
    );
    expect(rows[0]!.content).toMatchObject({
      purposes: ["Payer les salariés"],
      legalBases: ["contract"],
      retention: "5 ans",
      notes: "Responsable de traitement : RH",
    });
  });

  it("is asked whose register it is once for a shape, until its columns were settled", async () => {
    const other = await makeOrganisation(database.ownerUrl);
    const first = await open(Buffer.from(TABLE), other);
    const { run } = await preview(first, other);
    const input = {
      id: first,
      version: 1,
      targets: run.mapping.map(({ target }) => target),
      dateOrder: null,
    };
    expect(await mapColumns(other, input)).toMatchObject({
      refusal: { issues: [{ path: "register", key: "registerAsked" }] },
    });
    valueOf(await chooseReading(other, { id: first, version: 1, ...OWN }));
    const settled = await preview(first, other);
    const targets = settled.run.mapping.map(({ target }) => target);
    valueOf(await mapColumns(other, { id: first, version: 2, targets, dateOrder: null }));
    const { file, capacity } = await preview(await open(Buffer.from(TABLE), other), other);
    expect([capacity, file.table?.asked]).toEqual(["controller", []]);
  });

  it("goes where a person says, its columns placed anew, and none of the other register", async () => {
    const other = await makeOrganisation(database.ownerUrl);
    const id = await open(
      Buffer.from(TABLE.replace("Responsable de traitement;", "Client;").replace(";RH;", ";Voltiris;")),
      other,
    );
    expect((await preview(id, other)).capacity).toBe("processor");
    valueOf(await chooseReading(other, { id, version: 1, ...OWN }));
    const { capacity, run } = await preview(id, other);
    expect(capacity).toBe("controller");
    expect(run.mapping[1]!.target).toBe("note");
    const targets = run.mapping.map(({ target }, at) => (at === 1 ? ("controllerName" as const) : target));
    valueOf(await mapColumns(other, { id, version: 2, targets, dateOrder: null }));
    expect((await preview(id, other)).run.mapping[1]!.target).toBe("note");
    const without = await mapColumns(other, {
      id,
      version: 3,
      targets: targets.map(() => "note" as const),
      dateOrder: null,
    });
    expect(without).toMatchObject({ refusal: { issues: [{ path: "targets", key: "ownActivityMissing" }] } });
  });
});
