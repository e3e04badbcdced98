import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIBRARY } from "@/lib/domain/measure/library";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import { withOrg } from "@/lib/platform/database/transaction";
import { adoptMeasure, makeMeasure, nameMeasures } from "@/prisma/factories/measure";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { adoptMeasures, createMeasure, restoreMeasure, retireMeasure, updateMeasure } from "./mutations";
import { measureCreateSchema, measureUpdateSchema } from "@/lib/features/measure/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let foreign: MadeOrganisation;

beforeAll(async () => {
  registerFollowers();
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  foreign = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

const update = (id: string, version: number, stated: Record<string, unknown> = {}) =>
  measureUpdateSchema.parse({
    id,
    version,
    title: "Broyeur à l’accueil",
    family: "premises",
    articles: ["32(1)(b)"],
    ...stated,
  });
const stored = (id: string) => withOrg(ctx.scope, (tx) => tx.measure.findFirstOrThrow({ where: { id } }));
const versions = (measureId: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.measureVersion.findMany({ where: { measureId }, orderBy: { version: "asc" } }),
  );
const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!);
};
const record = (id: string) =>
  withOrg(ctx.scope, (tx) => tx.processingRecord.findFirstOrThrow({ where: { id } }));

describe("adoptMeasures", () => {
  it("takes the whole library at once, numbered in its order without a hole, and once only", async () => {
    const org = await makeOrganisation(database.ownerUrl);
    const own = await makeMeasure(org);
    const codes = LIBRARY.map(({ code }) => code);
    const rows = valueOf(await adoptMeasures(org, { codes: codes.toReversed() }));
    expect(own.reference).toBe("M-001");
    expect(rows.map(({ libraryCode }) => libraryCode)).toEqual(codes);
    expect(rows.map(({ reference }) => reference)).toEqual(
      codes.map((_, index) => `M-${String(index + 2).padStart(3, "0")}`),
    );
    expect(rows[0]).toMatchObject({ title: "", description: "", family: "governance", version: 1 });
    expect(await adoptMeasures(org, { codes })).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", issues: [{ path: "codes", key: "measure.alreadyAdopted" }] },
    });
    const events = await withOrg(org.scope, (tx) =>
      tx.journalText.count({ where: { event: "measure.created" } }),
    );
    expect(events).toBe(codes.length + 1);
  });

  it("refuses an entry that the library has not, and takes nothing", async () => {
    const org = await makeOrganisation(database.ownerUrl);
    expect(await adoptMeasures(org, { codes: ["two-factors", "constructor"] })).toMatchObject({
      ok: false,
      refusal: { issues: [{ key: "measure.unknownEntry" }] },
    });
    expect(await withOrg(org.scope, (tx) => tx.measure.count())).toBe(0);
  });

  it("is for owners and officers", async () => {
    for (const role of ["editor", "viewer"] as const)
      expect(await adoptMeasures(as(ctx, role), { codes: ["two-factors"] })).toMatchObject({
        refusal: { kind: "forbidden" },
      });
  });
});

describe("createMeasure", () => {
  it("is in place since a day of the past", async () => {
    const row = await makeMeasure(ctx, { since: "2024" });
    expect(await updateMeasure(ctx, update(row.id, 1, { since: "1/1/2099" }))).toMatchObject({
      refusal: { issues: [{ path: "since", key: "dateAhead" }] },
    });
  });

  it("writes the row, its version and its entry", async () => {
    const row = await makeMeasure(ctx, { since: "mars 2024", reviewOn: "3/2/2027", iso: "7.7 ; 7.6" });
    expect(await stored(row.id)).toMatchObject({
      title: "Broyeur à l’accueil",
      libraryCode: null,
      since: "2024-03",
      reviewOn: "2027-02-03",
      iso: ["7.6", "7.7"],
    });
    expect(await versions(row.id)).toMatchObject([{ version: 1, change: "created", isRetired: false }]);
    expect(await lastEntry()).toMatchObject({ event: "measure.created", subject: { id: row.id } });
  });

  it("gives eight who write at once eight numbers in a row", async () => {
    const org = await makeOrganisation(database.ownerUrl);
    const made = await Promise.all([
      ...Array.from({ length: 6 }, () => makeMeasure(org)),
      adoptMeasure(org, "backups"),
      adoptMeasure(org, "two-factors"),
    ]);
    expect(made.map(({ reference }) => reference).sort()).toEqual(
      Array.from({ length: 8 }, (_, index) => `M-00${index + 1}`),
    );
  });

  it("wants a title, a family, an article, and controls that exist", async () => {
    const issues = (stated: Record<string, unknown>) =>
      measureCreateSchema
        .safeParse(stated)
        .error?.issues.map(({ path, message }) => [path.join("."), message]);
    expect(issues({ title: " ", family: "", iso: "12.4.1" })).toEqual([
      ["title", "required"],
      ["family", "required"],
      ["articles", "measure.articles"],
      ["iso", "measure.iso"],
    ]);
    const input = measureCreateSchema.parse({ title: "X", family: "access", articles: "32(4)" });
    expect(await createMeasure(as(ctx, "viewer"), input)).toMatchObject({ refusal: { kind: "forbidden" } });
  });
});

describe("updateMeasure", () => {
  it("leaves the library its words until the organisation has its own", async () => {
    const { id } = await adoptMeasure(ctx, "clean-desk");
    const english = { title: "Clean desks, no phone or paper on the floor", owner: "Responsable de plateau" };
    valueOf(await updateMeasure(ctx, update(id, 1, english)));
    expect(await stored(id)).toMatchObject({ title: "", description: "", owner: "Responsable de plateau" });
    valueOf(
      await updateMeasure(ctx, update(id, 2, { title: "Rien sur les bureaux", description: "Casiers" })),
    );
    expect(await stored(id)).toMatchObject({ title: "Rien sur les bureaux", description: "Casiers" });
    expect(await lastEntry()).toMatchObject({
      event: "measure.updated",
      before: { title: "" },
      after: { title: "Rien sur les bureaux" },
    });
    valueOf(await updateMeasure(ctx, update(id, 3, { title: "" })));
    expect(await stored(id)).toMatchObject({ title: "", description: "", version: 4 });
    const [first, second] = await versions(id);
    expect(first!.supersededAt).toEqual(second!.recordedAt);
  });

  it("wants the entries it touches to have been seen", async () => {
    const measure = await makeMeasure(ctx);
    const { id, version } = await makeRecord(ctx);
    await nameMeasures(ctx, { id, version }, [measure.id]);
    expect(await updateMeasure(ctx, update(measure.id, 1))).toMatchObject({
      refusal: { issues: [{ path: "confirmed", key: "measure.confirm", params: { count: 1 } }] },
    });
    valueOf(await updateMeasure(ctx, update(measure.id, 1, { confirmed: "on" })));
  });

  it("shows a second writer what stands, in the words of their language", async () => {
    const { id } = await adoptMeasure(ctx, "screen-privacy");
    valueOf(await updateMeasure(ctx, update(id, 1, { title: "", owner: "Accueil" })));
    expect(await updateMeasure(ctx, update(id, 1, { title: "", language: "en" }))).toMatchObject({
      refusal: {
        kind: "conflict",
        version: 2,
        author: ctx.actor.name,
        current: { title: "Screens out of sight", owner: "Accueil" },
      },
    });
  });

  it("demands a title of a measure of one's own, and is not found from another organisation", async () => {
    const { id } = await makeMeasure(ctx);
    expect(await updateMeasure(ctx, update(id, 1, { title: "" }))).toMatchObject({
      refusal: { issues: [{ path: "title", key: "required" }] },
    });
    expect(await updateMeasure(foreign, update(id, 1))).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await updateMeasure(as(ctx, "editor"), update(id, 1))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
  });
});

describe("retireMeasure", () => {
  it("tells the entries that name it, and takes it back when it is restored", async () => {
    const measure = await makeMeasure(ctx, { title: "Gardien de nuit" });
    const one = await makeRecord(ctx);
    const other = await makeRecord(ctx);
    const used = await nameMeasures(ctx, one, [measure.id]);
    expect((await record(one.id)).gapCodes).not.toContain("REG-8");
    const retire = { id: measure.id, version: 1, reason: "Contrat de gardiennage terminé" };
    expect(await retireMeasure(ctx, { ...retire, confirmed: false })).toMatchObject({
      refusal: { issues: [{ path: "confirmed" }] },
    });
    valueOf(await retireMeasure(ctx, { ...retire, confirmed: true }));
    expect(await record(one.id)).toMatchObject({ version: used.version, measureIds: [measure.id] });
    expect((await record(one.id)).gapCodes).toContain("ADV-measure");
    expect((await record(other.id)).gapCodes).not.toContain("ADV-measure");
    expect(await lastEntry()).toMatchObject({ event: "measure.retired", reason: retire.reason });
    expect((await versions(measure.id)).at(-1)).toMatchObject({ change: "retired", isRetired: true });
    expect(await retireMeasure(ctx, { ...retire, version: 2, confirmed: true })).toMatchObject({
      refusal: { issues: [{ key: "measure.retiredAlready" }] },
    });

    valueOf(await restoreMeasure(ctx, { id: measure.id, version: 2 }));
    expect((await record(one.id)).gapCodes).not.toContain("ADV-measure");
    expect(await stored(measure.id)).toMatchObject({ retiredAt: null, retireReason: "", version: 3 });
  });

  it("never rewrites a version, and deletes nothing", async () => {
    const { id } = await makeMeasure(ctx);
    const attempt = (sql: string) => withOrg(ctx.scope, (tx) => tx.$executeRawUnsafe(sql, id));
    await expect(
      attempt("UPDATE measure_version SET superseded_at = NULL WHERE measure_id = $1::uuid"),
    ).rejects.toThrow(/never rewritten/);
    await expect(attempt("DELETE FROM measure WHERE id = $1::uuid")).rejects.toThrow(/permission denied/);
  });
});

describe("a record names measures", () => {
  const save = (of: typeof ctx, to: { id: string; version: number }, measureIds: string[]) =>
    saveRecordSection(of, sectionSaveSchema.parse({ section: "security", ...to, measureIds, measures: "" }));
  const refused = { refusal: { issues: [{ path: "measureIds", key: "measureUnusable" }] } };

  it("describes its security by them, in the row and in its version", async () => {
    const { id, version } = await makeRecord(ctx);
    expect((await record(id)).gapCodes).toContain("REG-8");
    const measures = [await makeMeasure(ctx), await adoptMeasure(ctx, "access-logs")];
    const ids = measures.map((measure) => measure.id);
    await nameMeasures(ctx, { id, version }, ids);
    expect((await record(id)).measureIds.toSorted()).toEqual(ids.toSorted());
    expect((await record(id)).gapCodes).not.toContain("REG-8");
    const last = await withOrg(ctx.scope, (tx) =>
      tx.recordVersion.findFirstOrThrow({ where: { recordId: id, version: 2 } }),
    );
    expect(last.measureIds).toHaveLength(2);
  });

  it("refuses those of nobody, of another organisation, and retired ones that it did not name", async () => {
    const { id, version } = await makeRecord(ctx);
    const theirs = await makeMeasure(foreign);
    const retired = await makeMeasure(ctx);
    valueOf(await retireMeasure(ctx, { id: retired.id, version: 1, reason: "Remplacée", confirmed: false }));
    for (const unusable of [theirs.id, retired.id, "0191b2a4-0000-7000-8000-000000000004"])
      expect(await save(ctx, { id, version }, [unusable])).toMatchObject(refused);
  });

  it("may keep one that was retired since, until somebody takes it off", async () => {
    const measure = await makeMeasure(ctx);
    const { id, version } = await makeRecord(ctx);
    await nameMeasures(ctx, { id, version }, [measure.id]);
    valueOf(await retireMeasure(ctx, { id: measure.id, version: 1, reason: "Remplacée", confirmed: true }));
    valueOf(await save(ctx, { id, version: 2 }, [measure.id]));
    valueOf(await save(ctx, { id, version: 3 }, []));
    expect(await save(ctx, { id, version: 4 }, [measure.id])).toMatchObject(refused);
  });
});
