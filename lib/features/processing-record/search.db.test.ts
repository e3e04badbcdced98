import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldText } from "@/lib/domain/search/terms";
import { withOrg } from "@/lib/platform/database/transaction";
import { insertAuthorisation } from "@/prisma/factories/authorisation-row";
import { adoptMeasure, makeMeasure, nameMeasures } from "@/prisma/factories/measure";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { countViews, findRecordPage, searchRecords } from "@/lib/features/processing-record/read/list";
import { recordQuerySchema } from "./list-schema";
import { sectionSaveSchema } from "./schema";

const MADE = new Date("2026-03-10T10:00:00Z");
let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
const chosen: Record<string, string> = {};

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, MADE);
  const { id: controllerId } = await makeController(ctx, { legalName: "Mutuelle du Ponant" });
  const subProcessor = await makeWholeSubProcessor(ctx, { name: "Nuit Claire SARL" });
  await insertAuthorisation(ctx, { controllerId, subProcessor, state: "approved" });
  const shredder = await makeMeasure(ctx, { title: "Broyeur à l’accueil" });
  const clean = await adoptMeasure(ctx, "clean-desk");
  const care = await makeRecord(ctx, {
    controllerId,
    activity: "Rappels",
    operations: ["Prise de rendez-vous"],
  });
  const input = {
    section: "additional",
    id: care.id,
    version: care.version,
    persons: "Adhérents",
    dataCategories: "Numéro d’adhérent",
    specialAnswer: "yes",
    specialCategories: ["health"],
    minorsAnswer: "yes",
    tools: "Odigo",
    sites: "Tanger",
    recipients: "Centre de gestion",
    contractReference: "MP-2024-07",
    notes: "المُؤسَّسة تُراجعُ البطاقة",
    subProcessorsAnswer: "yes",
    subProcessors: [
      { name: "Nuit Claire SARL", country: "FR", service: "Débordement", subProcessorId: subProcessor.id },
    ],
  };
  const { id, version } = valueOf(await saveRecordSection(ctx, sectionSaveSchema.parse(input)));
  await nameMeasures(ctx, { id, version }, [shredder.id, clean.id], "Casier fermé");
  await makeRecord(ctx, { controllerId, activity: "Sondage" });
  Object.assign(chosen, { subProcessor: subProcessor.id, measure: shredder.id });
});
afterAll(() => database.drop());

/** References listed today, or as of the end of that day. */
const list = (search: Record<string, string>, isPast: boolean) =>
  withOrg(ctx.scope, async (tx) => {
    const query = recordQuerySchema.parse(search);
    const at = isPast ? new Date("2026-03-10T23:00:00Z") : null;
    const found = await searchRecords(tx, query.q);
    const ids = at && found?.isRespelt ? [] : found?.ids["processing-record"];
    const read = { today: "2026-03-10", at, ids, units: found?.units };
    const rows = await findRecordPage(tx, query, read);
    expect((await countViews(tx, query, read)).all).toBe(rows.length);
    return rows.map(({ reference }) => reference);
  });

const FILTERED: [search: Record<string, string>, found: string[]][] = [
  [{ special: "any" }, ["T-001"]],
  [{ special: "health" }, ["T-001"]],
  [{ special: "genetic" }, []],
  [{ minors: "yes" }, ["T-001"]],
  [{ minors: "unanswered" }, ["T-002"]],
  [{ special: "health", minors: "no" }, []],
  [{ special: "nonsense" }, ["T-001", "T-002"]],
];

const FOUND_BY = [
  ["its operations", "rendez-vous"],
  ["the persons", "ADHERENTS"],
  ["its data", "numero"],
  ["its tools", "odigo"],
  ["its sites", "tanger"],
  ["its recipients", "gestion centre"],
  ["its contract", "mp-2024-07"],
  ["its notes, however the Arabic is written", "موسسه تراجع البطاقه"],
  ["measures in its own words", "casier"],
  ["a measure of the organisation", "broyeur"],
  ["a measure of the library, in French", "bureaux nets"],
  ["a measure of the library, in English", "clean desks"],
  ["a sub-processor", "nuit claire"],
  ["what the sub-processor does", "debordement"],
  ["a country, in French", "france"],
  ["a country, in Arabic", "فرنسا"],
  ["health data, in French", "santé"],
  ["health data, in English", "Health"],
  ["health data, in Arabic", "صحة"],
  ["minors, in French", "mineurs"],
  ["minors, in English", "minors"],
  ["minors, in Arabic", "قاصرون"],
  ["words of several kinds at once", "ponant santé odigo"],
];

describe.each([
  ["today", false],
  ["as of a day since which nothing was said", true],
])("an entry %s", (_when, isPast) => {
  it.each(FOUND_BY)("is found by %s", async (_what, q) =>
    expect(await list({ q }, isPast)).toEqual(["T-001"]),
  );

  it.each([
    ["an answer that nobody gave in words", "unanswered"],
    ["the name of a field", "dataCategories"],
    ["a tick that is not made", "génétiques"],
  ])("is not found by %s", async (_what, q) => expect(await list({ q }, isPast)).toEqual([]));

  it.each(FILTERED)("answers %j", async (search, found) => expect(await list(search, isPast)).toEqual(found));

  it.each(["subProcessor", "measure"])("answers a filter by its %s, beside others", async (name) => {
    expect(await list({ [name]: chosen[name]! }, isPast)).toEqual(["T-001"]);
    expect(await list({ [name]: chosen[name]!, special: "health", q: "ponant" }, isPast)).toEqual(["T-001"]);
    expect(await list({ [name]: ctx.scope.org }, isPast)).toEqual([]);
  });
});

describe("an entry that has said something else since", () => {
  beforeAll(async () => {
    const later = { ...ctx, now: new Date("2026-06-01T10:00:00Z") };
    const row = await withOrg(ctx.scope, (tx) =>
      tx.processingRecord.findFirstOrThrow({ where: { reference: "T-001" } }),
    );
    const emptied = {
      section: "additional",
      id: row.id,
      version: row.version,
      minorsAnswer: "no",
      specialAnswer: "no",
    };
    const saved = valueOf(await saveRecordSection(later, sectionSaveSchema.parse(emptied)));
    await nameMeasures(later, saved, [], "Badge");
    const operations = {
      section: "operations",
      id: row.id,
      version: saved.version + 1,
      activity: "Rappels",
      operations: "Accueil",
    };
    valueOf(await saveRecordSection(later, sectionSaveSchema.parse(operations)));
  });

  it.each(FOUND_BY)("is found by %s as of the day before alone", async (_what, q) => {
    expect(await list({ q }, true)).toEqual(["T-001"]);
    expect(await list({ q }, false)).toEqual([]);
  });

  it.each(FILTERED)("answers %j as of the day before", async (search, found) =>
    expect(await list(search, true)).toEqual(found),
  );

  it("answers today's filters by what it says now", async () => {
    expect(await list({ special: "any" }, false)).toEqual([]);
    expect(await list({ minors: "no", q: "badge" }, false)).toEqual(["T-001"]);
  });
});

it.each(["Cœur d’Élise", "مُسجِّلٌ أإآٱ ؤئى ةـ", "Şükrü Łódź Ærø", "Đặng ÀÉÎÕÜ ñ ç", "ПРИВЕТ Й"])(
  "the database folds %s as a question is folded",
  async (text) => {
    const [row] = await withOrg(
      ctx.scope,
      (tx) => tx.$queryRaw<[{ folded: string }]>`SELECT fold_text(${text}) AS folded`,
    );
    expect(row.folded).toBe(foldText(text));
  },
);
