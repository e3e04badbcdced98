import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { findRecordNeeds } from "@/lib/features/dpo-figures/read/record-needs";
import { findFilingChanges } from "@/lib/features/dpo-work/read/filing-changes";
import { findFactsOf, findWorks } from "@/lib/features/dpo-work/read/queries";
import { workSaveSchema } from "@/lib/features/dpo-work/schema";
import { saveWork } from "@/lib/features/dpo-work/write/mutations";
import { findFilings } from "@/lib/features/organisation/read/filings";
import { findOrganisation } from "@/lib/features/organisation/read/queries";
import { findObligations } from "@/lib/features/obligation/read/queries";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeOwnRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { carryOverFilings } from "./mutations";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  ctx = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

const STATED = {
  cndpFilings: [
    { kind: "declaration", number: "D-90/2023", date: "2023-04", subject: "Enregistrement des appels" },
    { kind: "authorisation", number: "A-PO-268/2024", date: "2024-02-03", subject: "" },
    { kind: "other", number: "X-1", date: "", subject: "" },
  ],
  dataTikaReference: "DT-7",
  dataTikaFrom: "2024",
  dataTikaUntil: "2027",
};

/** Writes the sheet as an older version did. */
const state = (stated: object = STATED) =>
  withOrg(ctx.scope, (tx) => tx.organisation.updateMany({ data: stated }));
const carry = async () =>
  valueOf(await carryOverFilings(jobContext("gap-reassessment", ctx.scope.org, ctx.now)));
const filings = () => withOrg(ctx.scope, (tx) => findFilings(tx, "2026-11-28"));

it("every filing of the sheet becomes a document, and the sheet is emptied, once", async () => {
  await state();
  expect(await carry()).toBe(4);
  expect(
    (await filings()).map(({ title, type, number, word }) => `${title} ${type} ${number} ${word}`),
  ).toEqual([
    "Enregistrement des appels declaration D-90/2023 received",
    "A-PO-268/2024 authorisation A-PO-268/2024 authorised",
    "X-1 other X-1 received",
    "DATA-TIKA data-tika DT-7 acceded",
  ]);
  expect(await withOrg(ctx.scope, findOrganisation)).toMatchObject({
    cndpFilings: [],
    dataTikaReference: "",
    dataTikaFrom: "",
    dataTikaUntil: "",
  });
  expect(await carry()).toBe(0);
  expect(await filings()).toHaveLength(4);
});

it("a date is carried as far as it is known, and no day is invented", async () => {
  await state();
  await carry();
  const days = await withOrg(ctx.scope, async (tx) => {
    const rows = await findWorks(tx, { kind: "cndp-filing" });
    const facts = [];
    for (const { id } of rows) facts.push(...(await findFactsOf(tx, id)));
    return facts.map(({ factOn, nextOn }) => [factOn, nextOn]);
  });
  expect(days).toEqual([
    ["2023-04", null],
    ["2024-02-03", null],
    ["", null],
    ["2024", "2027"],
  ]);
});

it("the journal has each document and what the sheet stated before", async () => {
  await state();
  await carry();
  const texts = await withOrg(ctx.scope, (tx) =>
    tx.journalText.findMany({ orderBy: { seq: "desc" }, take: 5, select: { text: true } }),
  );
  const entries = texts.map(({ text }) => JSON.parse(text ?? "{}") as { event: string; before?: object });
  expect(entries.map(({ event }) => event)).toEqual([
    "organisation.updated",
    ...Array.from({ length: 4 }, () => "cndp-filing.created"),
  ]);
  expect(entries[0]?.before).toMatchObject({ dataTikaReference: "DT-7" });
});

it("a convention until a year ends with its last day", async () => {
  await state({ dataTikaReference: "DT-7", dataTikaUntil: "2027" });
  await carry();
  const [convention] = await filings();
  const asked = { now: ctx.now, locale: "fr", nouns: ["cndp-filing"] } as const;
  const planned = await withOrg(ctx.scope, (tx) => findObligations(tx, asked));
  expect(planned.map(({ kind, subject, due }) => ({ kind, reference: subject.reference, due }))).toEqual([
    {
      kind: "cndp-filing.lapse",
      reference: convention?.reference,
      due: { type: "day", day: "2027-12-31", zone: "Africa/Casablanca" },
    },
  ]);
});

it("a carried filing covers the entries that it is given, and their later changes are to be notified", async () => {
  await state({ cndpFilings: [STATED.cndpFilings[0]] });
  const entry = await makeOwnRecord(ctx, { activity: "Paie", purposes: ["Payer"] });
  await carry();
  const [row] = await withOrg(ctx.scope, (tx) => findWorks(tx, { kind: "cndp-filing" }));
  const { id, version } = row!;
  const form = { id, version, kind: "cndp-filing", title: "Paie", type: "declaration" };
  const saved = valueOf(await saveWork(ctx, workSaveSchema.parse({ ...form, recordIds: entry.reference })));
  const needs = await withOrg(ctx.scope, (tx) => findRecordNeeds(tx, "2026-11-28"));
  expect(needs.find(({ record }) => record.id === entry.id)?.needs[0]).toMatchObject({ status: "covered" });
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 60_000) };
  const { id: recordId, version: recordVersion } = entry;
  const change = { id: recordId, version: recordVersion, section: "persons-and-data" };
  valueOf(await saveRecordSection(later, sectionSaveSchema.parse({ ...change, dataCategories: "Salaire" })));
  const changes = await withOrg(ctx.scope, async (tx) =>
    findFilingChanges(tx, [saved], new Map([[id, await findFactsOf(tx, id)]])),
  );
  expect(changes.get(id)).toMatchObject([{ recordId: entry.id, at: later.now.getTime() }]);
});

it("is done by nobody but the job", async () => {
  await state();
  expect(await carryOverFilings(ctx)).toMatchObject({ refusal: { kind: "forbidden" } });
});
