import { Client } from "pg";
import { describe, expect, it } from "vitest";
import type { StaffCtx } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makePortalScope } from "@/prisma/factories/contact";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import {
  makeActiveRecord,
  makeController,
  makeOwnRecord,
  makeRecord,
  valueOf,
} from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import {
  createOwnRecord,
  moveRecord,
  reviewRecord,
  saveRecordSection,
} from "@/lib/features/processing-record/write/mutations";
import { countViews, findRecordPage, searchRecords } from "@/lib/features/processing-record/read/list";
import { recordQuerySchema } from "./list-schema";
import { sectionSaveSchema } from "./schema";

const TODAY = "2026-11-25";
const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);

const stored = (of: StaffCtx, id: string) =>
  withOrg(of.scope, (tx) => tx.processingRecord.findFirstOrThrow({ where: { id } }));
const save = (of: StaffCtx, stated: Record<string, unknown>) =>
  saveRecordSection(of, sectionSaveSchema.parse(stated));
const page = (capacity: "processor" | "controller", search: Record<string, string> = {}) =>
  withOrg(ctx.scope, async (tx) =>
    findRecordPage(tx, recordQuerySchema.parse(search), {
      today: TODAY,
      capacity,
      units: (await searchRecords(tx, search.q ?? ""))?.units,
    }),
  );

describe("createOwnRecord", () => {
  it("writes a draft without a controller, its version and its journal entry; good practice owes nothing", async () => {
    const record = await makeOwnRecord(ctx, { activity: "Paie" });
    const row = await stored(ctx, record.id);
    expect(row).toMatchObject({
      capacity: "controller",
      controllerId: null,
      state: "draft",
      requiredGaps: 0,
    });
    expect(row.gapCodes).toContain("REG1-c");
    expect(row.advisableGaps).toBeGreaterThan(5);
    const [version] = await withOrg(ctx.scope, (tx) =>
      tx.recordVersion.findMany({ where: { recordId: record.id } }),
    );
    expect(version).toMatchObject({ capacity: "controller", controllerId: null, change: "created" });
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }),
    );
    expect(entry).toMatchObject({ event: "record.created", subjectId: record.id });
  });

  it("refuses a viewer, and hides the entry from another organisation", async () => {
    const input = { activity: "Paie", purposes: [] };
    expect(await createOwnRecord(as(ctx, "viewer"), input)).toMatchObject({
      ok: false,
      refusal: { kind: "forbidden" },
    });
    const { id } = await makeOwnRecord(ctx);
    expect(await reviewRecord(foreign, { id, version: 1 })).toMatchObject({
      ok: false,
      refusal: { kind: "not-found" },
    });
  });

  it("gives twenty who write at once twenty numbers, in a sequence of its own", async () => {
    const { id: controllerId } = await makeController(ctx);
    const clients = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 ? makeOwnRecord(ctx) : makeRecord(ctx, { controllerId }),
      ),
    );
    const own = clients.filter(({ capacity }) => capacity === "controller").map(({ reference }) => reference);
    const theirs = clients
      .filter(({ capacity }) => capacity === "processor")
      .map(({ reference }) => reference);
    expect(new Set(own).size).toBe(10);
    expect(own.every((reference) => /^I-\d{3}$/.test(reference))).toBe(true);
    expect(theirs.every((reference) => /^T-\d{3}$/.test(reference))).toBe(true);
    const twenty = await Promise.all(Array.from({ length: 20 }, () => makeOwnRecord(ctx)));
    const numbers = twenty.map(({ reference }) => Number(reference.slice(2))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => numbers[0]! + index));
  });
});

describe("saveRecordSection", () => {
  it("saves the sections of article 30(1), and its gaps go", async () => {
    const { id } = await makeOwnRecord(ctx, { activity: "Paie", purposes: [] });
    expect((await stored(ctx, id)).gapCodes).toContain("REG1-b");
    const stated = [
      { section: "purposes", activity: "Paie", purposes: "Versement des salaires\r\nDéclarations sociales" },
      {
        section: "persons-and-data",
        persons: "salariés",
        dataCategories: "rémunération",
        specialAnswer: "no",
      },
      { section: "recipients", recipients: "CNSS", subProcessorsAnswer: "no" },
      { section: "retention", retention: "5 ans après le départ" },
      { section: "security", measures: "Accès réservé" },
      { section: "transfers", transferAnswer: "no" },
      {
        section: "own-additional",
        legalBases: ["contract", "legal-obligation"],
        informationNotice: "Contrat de travail",
        cndpNumbers: "D-90/2023",
      },
    ];
    for (const [index, section] of stated.entries())
      valueOf(await save(ctx, { ...section, id, version: index + 1 }));
    const row = await stored(ctx, id);
    expect(row.gapCodes.filter((code) => code.startsWith("REG"))).toEqual([]);
    expect(row.content).toMatchObject({
      purposes: ["Versement des salaires", "Déclarations sociales"],
      legalBases: ["contract", "legal-obligation"],
    });
  });

  it("owes its mentions once it targets persons in the Union", async () => {
    const record = await makeOwnRecord(ctx, { activity: "Prospection" });
    const parties = { section: "own-parties", id: record.id, reference: record.reference };
    valueOf(await save(ctx, { ...parties, version: 1, targetsUnion: "yes" }));
    expect((await stored(ctx, record.id)).requiredGaps).toBeGreaterThan(4);
    valueOf(await save(ctx, { ...parties, version: 2, targetsUnion: "no" }));
    expect((await stored(ctx, record.id)).requiredGaps).toBe(0);
  });

  it("keeps each register to its own sections and its own references", async () => {
    const [own, theirs] = [await makeOwnRecord(ctx), await makeRecord(ctx)];
    const operations = { section: "operations", activity: "Paie", operations: "" };
    expect(await save(ctx, { ...operations, id: own.id, version: 1 })).toMatchObject({
      refusal: { kind: "not-found" },
    });
    const purposes = { section: "purposes", activity: "Appels", purposes: "x" };
    expect(await save(ctx, { ...purposes, id: theirs.id, version: 1 })).toMatchObject({
      refusal: { kind: "not-found" },
    });
    const other = await makeOwnRecord(ctx);
    const taken = { section: "own-parties", id: own.id, version: 1, reference: other.reference };
    expect(await save(ctx, taken)).toMatchObject({
      refusal: { kind: "invalid", issues: [{ key: "referenceUsed" }] },
    });
    // References are unique per register.
    const shared = { ...taken, reference: theirs.reference };
    expect(valueOf(await save(ctx, shared)).reference).toBe(theirs.reference);
  });

  it("tells a conflict with the sections of this register", async () => {
    const { id } = await makeOwnRecord(ctx);
    const term = { section: "retention", id, version: 1 };
    valueOf(await save(ctx, { ...term, retention: "1 an" }));
    expect(await save(ctx, { ...term, retention: "2 ans" })).toMatchObject({
      refusal: { kind: "conflict", current: { retention: "1 an", controllerId: null }, version: 2 },
    });
  });

  it("lives as the entries of the other register do", async () => {
    const { id } = await makeOwnRecord(ctx);
    const active = valueOf(
      await moveRecord(ctx, { id, version: 1, event: "activate", on: "2026-01-05", reason: "" }),
    );
    expect(
      valueOf(await reviewRecord(ctx, { id, version: active.version })).content.reviewedOn,
    ).not.toBeNull();
  });
});

describe("the two registers", () => {
  it("are listed apart, with their own search and counts", async () => {
    await makeOwnRecord(ctx, { activity: "Vidéosurveillance", purposes: ["Prévention des vols"] });
    const own = await page("controller", { q: "vols" });
    expect(own).toMatchObject([{ activity: "Vidéosurveillance", purposes: ["Prévention des vols"] }]);
    expect(await page("processor", { q: "Vidéosurveillance" })).toEqual([]);
    expect((await page("processor")).every(({ reference }) => reference.startsWith("T-"))).toBe(true);
    const counts = await withOrg(ctx.scope, async (tx) =>
      countViews(tx, recordQuerySchema.parse({ q: "Vidéosurveillance" }), {
        today: TODAY,
        capacity: "controller",
        units: (await searchRecords(tx, "Vidéosurveillance"))?.units,
      }),
    );
    // Voluntary register: nothing is due, while the view of gaps finds the entry.
    expect(counts).toEqual({ all: 1, gaps: 1, review: 1, closed: 0 });
  });

  it("hold a controller in the one and none in the other, whoever writes", async () => {
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    const own = await makeOwnRecord(ctx);
    const theirs = await makeRecord(ctx);
    const attempt = async (sql: string, values: unknown[]) => {
      await client.query("BEGIN");
      await client.query("SELECT set_config('app.org', $1, true), set_config('app.scope', 'staff', true)", [
        ctx.scope.org,
      ]);
      const outcome = await client.query(sql, values).then(
        () => "done",
        (error: { constraint?: string }) => error.constraint,
      );
      await client.query("ROLLBACK");
      return outcome;
    };
    const orphan = "UPDATE processing_record SET controller_id = NULL WHERE id = $1";
    expect(await attempt(orphan, [theirs.id])).toBe("processing_record_capacity_check");
    const adopted = "UPDATE processing_record SET controller_id = $2 WHERE id = $1";
    expect(await attempt(adopted, [own.id, theirs.controllerId])).toBe("processing_record_capacity_check");
    const renamed = "UPDATE processing_record SET capacity = 'other' WHERE id = $1";
    expect(await attempt(renamed, [own.id])).toBe("processing_record_capacity_check");
    await client.end();
  });
});

describe("the portal", () => {
  it("sees its own entries and never the company's own, nor their versions", async () => {
    const theirs = await makeActiveRecord(ctx);
    const { id, version } = await makeOwnRecord(ctx);
    valueOf(await moveRecord(ctx, { id, version, event: "activate", on: "2026-01-05", reason: "" }));
    const portal = await makePortalScope(ctx, theirs.controllerId!);
    const seen = await withOrg(portal, async (tx) => ({
      records: await tx.processingRecord.findMany({ select: { id: true, capacity: true } }),
      versions: await tx.recordVersion.findMany({ select: { recordId: true, capacity: true } }),
    }));
    expect(seen.records).toEqual([{ id: theirs.id, capacity: "processor" }]);
    expect(seen.versions).toEqual([{ recordId: theirs.id, capacity: "processor" }]);
  });
});
