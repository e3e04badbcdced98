import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findRun } from "@/lib/features/import/read/queries";
import { openImport } from "@/lib/features/import/write/mutations";
import { previewRun } from "@/lib/features/import/read/preview.fixture";
import { updateController } from "@/lib/features/controller/write/mutations";
import { archiveController } from "@/lib/features/controller-archive/write/mutations";
import { controllerUpdateSchema } from "@/lib/features/controller/schema";
import { saveOrganisationSection } from "@/lib/features/organisation/write/mutations";
import { sectionSaveSchema as organisationSectionSchema } from "@/lib/features/organisation/schema";
import { moveRecord, saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { retireMeasure } from "@/lib/features/measure/write/mutations";
import { done } from "@/lib/domain/outcome/outcome";
import { closeClients } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { streamsOf } from "@/lib/platform/pdf/pdf-probe.fixture";
import { adoptMeasure, makeMeasure, nameMeasures } from "@/prisma/factories/measure";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { exportRegister } from "./mutations";
import { exportSchema } from "@/lib/features/export/schema";
import { RECORDS_PER_VOLUME } from "@/lib/features/export/print/volumes";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

/** Reads the stream to its end. */
async function take(stated: Record<string, string>, of = ctx) {
  const outcome = await exportRegister(of, of.slug, exportSchema.parse(stated));
  if (!outcome.ok) return outcome;
  const body = new Uint8Array(await new Response(outcome.value.body).arrayBuffer());
  return done({ ...outcome.value, body });
}
const textOf = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
/** File names from the archive's directory. */
const namesIn = (zip: Uint8Array) => {
  const bytes = Buffer.from(zip);
  return [...bytes.toString("latin1").matchAll(/PK\x01\x02/g)].map(({ index }) =>
    bytes.toString("utf8", index + 46, index + 46 + bytes.readUInt16LE(index + 28)),
  );
};
const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!);
};

describe("takeRegister", () => {
  it("hands over a PDF and says in the journal who took what, under which hash", async () => {
    const record = await makeRecord(ctx);
    const taken = valueOf(await take({ format: "pdf" }));
    expect(taken.contentType).toBe("application/pdf");
    expect(textOf(taken.body.slice(0, 5))).toBe("%PDF-");
    expect(taken.fileName).toMatch(/^registre-centre-[\w-]+-\d{4}-\d{2}-\d{2}\.pdf$/);
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      event: "export.taken",
      actor: { id: ctx.actor.memberId },
      subject: { label: taken.fileName },
      after: { format: "pdf", records: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(record.reference).toBe("T-001");
  });

  it(
    "hands over a long register in volumes of one archive, each under its own hash",
    { timeout: 60_000 },
    async () => {
      const org = await makeOrganisation(database.ownerUrl);
      const { id } = await makeRecord(org);
      await withOrg(org.scope, async (tx) => {
        const row = await tx.processingRecord.findFirstOrThrow({ where: { id } });
        const copies = Array.from({ length: RECORDS_PER_VOLUME }, (_, index) => ({
          ...row,
          id: crypto.randomUUID(),
          reference: `C-${index}`,
          content: row.content as object,
        }));
        await tx.processingRecord.createMany({ data: copies });
      });
      const taken = valueOf(await take({ format: "pdf" }, org));
      expect(taken).toMatchObject({
        contentType: "application/zip",
        fileName: expect.stringMatching(/\.zip$/),
      });
      const entries = await withOrg(org.scope, (tx) =>
        tx.journalText.findMany({ orderBy: { seq: "desc" }, take: 2 }),
      );
      const [second, first] = entries.map(({ text }) => JSON.parse(text!));
      expect([first.after.records, second.after.records]).toEqual([RECORDS_PER_VOLUME, 1]);
      expect(first.after.digest).not.toBe(second.after.digest);
      expect(namesIn(taken.body)).toEqual([first.subject.label, second.subject.label]);
      expect(second.subject.label).toMatch(/-vol-2-sur-2\.pdf$/);
    },
  );

  it("hands over a workbook in the language asked for", async () => {
    const taken = valueOf(await take({ format: "xlsx", language: "ar" }));
    expect(taken.contentType).toMatch(/spreadsheetml/);
    expect(textOf(taken.body.slice(0, 2))).toBe("PK");
    expect(taken.fileName).toMatch(/\.xlsx$/);
    expect((await lastEntry()).after).toMatchObject({ format: "xlsx", language: "ar" });
  });

  it("says the measures of the library in the language of the document, and a retired one in its gap", async () => {
    const org = await makeOrganisation(database.ownerUrl);
    const stored = await adoptMeasure(org, "clean-desk");
    const gone = await makeMeasure(org, { title: "Gardien de nuit" });
    await nameMeasures(org, await makeRecord(org), [stored.id, gone.id], "Coffre à clés");
    const retire = { id: gone.id, version: 1, reason: "Contrat terminé", confirmed: true };
    valueOf(await retireMeasure(org, retire));
    const table = textOf(valueOf(await take({ format: "csv", language: "en" }, org)).body);
    expect(table).toContain(`"Clean desks, no phone or paper on the floor ; Gardien de nuit";Coffre à clés;`);
    expect(table).toContain("ADV-measure");
    const pdf = valueOf(await take({ format: "pdf", language: "fr" }, org)).body;
    const [attached] = streamsOf(pdf).filter((stream) => stream.includes("amana-register/1"));
    expect(textOf(attached!)).toContain('"libraryCode":"clean-desk","reference":"M-001","title":""');
  });

  it("gives one controller its own rows only", async () => {
    const own = await makeController(ctx, { legalName: "Voltiris" });
    await makeRecord(ctx, { controllerId: own.id, activity: "Relances" });
    const table = textOf(valueOf(await take({ format: "csv", controller: own.id })).body);
    expect(table.trim().split("\r\n")).toHaveLength(2);
    expect(table).toContain("Voltiris");
    expect(table).not.toContain("Orvelle");
    expect((await lastEntry()).after).toMatchObject({
      scope: { kind: "controller", name: "Voltiris" },
      records: 1,
    });
  });

  it("runs nothing in a spreadsheet, and comes back unchanged by import", async () => {
    const record = await makeRecord(ctx, { activity: "=1+1", operations: ["+33 3 20 00 00 01", "Saisie"] });
    const input = sectionSaveSchema.parse({
      section: "transfers",
      id: record.id,
      version: 1,
      transferAnswer: "yes",
      destinations: [
        {
          country: "MA",
          instrument: "scc-2021-914",
          sccModule: "2",
          signedOn: "2026-01-10",
          instrumentText: "CCT 2021/914 module 2 signées le 10/01/2026",
        },
      ],
    });
    valueOf(await saveRecordSection(ctx, input));
    const { body } = valueOf(await take({ format: "csv" }));
    expect(textOf(body)).toContain(";'=1+1;");

    const { id } = valueOf(await openImport(ctx, { fileName: "registre.csv", bytes: new Uint8Array(body) }));
    const { plan } = (await withOrg(ctx.scope, async (tx) =>
      previewRun(tx, (await findRun(tx, id))!, "2026-11-25"),
    ))!;
    expect(plan.rows.flatMap(({ changes }) => changes)).toEqual([]);
    expect(plan.tally).toMatchObject({ new: 0, changed: 0, "set-aside": 0 });
  });

  it("comes back unchanged as a workbook too", async () => {
    const { body } = valueOf(await take({ format: "xlsx" }));
    const { id } = valueOf(await openImport(ctx, { fileName: "registre.xlsx", bytes: new Uint8Array(body) }));
    const { plan } = (await withOrg(ctx.scope, async (tx) =>
      previewRun(tx, (await findRun(tx, id))!, "2026-11-25"),
    ))!;
    expect(plan.rows.flatMap(({ changes }) => changes)).toEqual([]);
    expect(plan.tally).toMatchObject({ new: 0, changed: 0, "set-aside": 0 });
  });

  it.each(["xlsx", "ods"])(
    "comes back as %s whole where a cell goes on in another sheet, here and elsewhere",
    async (format) => {
      const org = await makeOrganisation(database.ownerUrl);
      const operations = Array.from({ length: 190 }, (_, at) => `${at} ${"Écoute ".repeat(100)}`.trim());
      await makeRecord(org, { operations });
      const { body } = valueOf(await take({ format }, org));
      const { id } = valueOf(await openImport(org, { fileName: "r", bytes: new Uint8Array(body) }));
      const { plan, file } = (await withOrg(org.scope, async (tx) =>
        previewRun(tx, (await findRun(tx, id))!, "2026-11-25"),
      ))!;
      expect(file.rows[0]!.cells).toContain(operations.join(" ; "));
      expect(plan.rows.map(({ fate, changes }) => ({ fate, changes }))).toEqual([
        { fate: "unchanged", changes: [] },
      ]);
      const here = await makeOrganisation(database.ownerUrl);
      const opened = valueOf(await openImport(here, { fileName: "r", bytes: new Uint8Array(body) }));
      const preview = (await withOrg(here.scope, async (tx) =>
        previewRun(tx, (await findRun(tx, opened.id))!, "2026-11-25"),
      ))!;
      expect(preview.plan.rows[0]).toMatchObject({ fate: "new", content: { operations } });
    },
  );

  describe("as of a past day", () => {
    const DAY = "2026-03-14";
    let then: MadeOrganisation;
    const on = (instant: string): MadeOrganisation => ({ ...then, now: new Date(instant) });

    beforeAll(async () => {
      then = await makeOrganisation(database.ownerUrl, "Centre", new Date("2026-01-02T10:00:00Z"));
      const client = await makeController(on("2026-02-01T09:00:00Z"), { legalName: "Orvelle" });
      const gone = await makeMeasure(on("2026-02-01T09:00:00Z"), { title: "Gardien de nuit" });
      const record = await makeRecord(on("2026-02-01T10:00:00Z"), {
        controllerId: client.id,
        activity: "Appels",
      });
      await nameMeasures(on("2026-02-01T11:00:00Z"), record, [gone.id]);
    });

    it("is the very text that was taken at the end of that day, though all of it changed since", async () => {
      const evening = on("2026-03-14T21:00:00Z");
      valueOf(await take({ format: "csv" }, evening));
      const digest = async () => {
        const row = await withOrg(then.scope, (tx) =>
          tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }),
        );
        return JSON.parse(row.text!).after as { digest: string; asOf?: string };
      };
      const taken = await digest();
      expect(taken.asOf).toBeUndefined();

      const later = on("2026-05-01T09:00:00Z");
      const [record] = await withOrg(then.scope, (tx) => tx.processingRecord.findMany());
      const [controller] = await withOrg(then.scope, (tx) => tx.controller.findMany());
      const [measure] = await withOrg(then.scope, (tx) => tx.measure.findMany());
      const operations = {
        section: "operations",
        id: record!.id,
        version: 2,
        activity: "Chat",
        operations: "",
      };
      valueOf(await saveRecordSection(later, sectionSaveSchema.parse(operations)));
      const named = { id: controller!.id, version: 1, legalName: "Voltiris" };
      valueOf(await updateController(later, controllerUpdateSchema.parse(named)));
      valueOf(await retireMeasure(later, { id: measure!.id, version: 1, reason: "Fin", confirmed: true }));
      const identity = { section: "identity", version: 1, legalName: "Autre nom", country: "MA" };
      valueOf(await saveOrganisationSection(later, organisationSectionSchema.parse(identity)));
      await makeRecord(later, { activity: "Sondages" });

      const now = on("2026-06-01T09:00:00Z");
      const table = textOf(valueOf(await take({ format: "csv", on: DAY }, now)).body);
      expect(await digest()).toMatchObject({ digest: taken.digest, asOf: DAY });
      expect(table).toContain("Orvelle");
      expect(table).not.toContain("Voltiris");
      expect(table).not.toContain("Sondages");
      const head = table.split("\r\n")[0]!;
      expect(head.endsWith(";État au")).toBe(true);
      expect(table.trim().split("\r\n")[1]!.endsWith(`;${DAY}`)).toBe(true);

      valueOf(await take({ format: "csv" }, now));
      expect((await digest()).digest).not.toBe(taken.digest);
    });

    it("says so in the name of the file and on its face", async () => {
      const now = on("2026-06-01T09:00:00Z");
      const pdf = valueOf(await take({ format: "pdf", on: DAY }, now));
      expect(pdf.fileName).toMatch(/^registre-centre-[\w-]+-au-2026-03-14\.pdf$/);
      const xlsx = valueOf(await take({ format: "xlsx", on: DAY, language: "en" }, now));
      expect(xlsx.fileName).toMatch(/-au-2026-03-14\.xlsx$/);
    });

    it("holds nothing before the organisation began, and is refused for a day that is none or has not come", async () => {
      const now = on("2026-06-01T09:00:00Z");
      const table = textOf(
        valueOf(await take({ format: "csv", on: "2025-12-31", evenEmpty: "true" }, now)).body,
      );
      expect(table.trim().split("\r\n")).toHaveLength(1);
      const refusal = async (day: string) => {
        const outcome = await take({ format: "csv", on: day }, now);
        return outcome.ok ? null : outcome.refusal;
      };
      expect(await refusal("2026-02-30")).toEqual({
        kind: "invalid",
        issues: [{ path: "on", key: "notADay" }],
      });
      expect(await refusal("2026-06-02")).toEqual({
        kind: "invalid",
        issues: [{ path: "on", key: "future" }],
      });
    });
  });

  it("hands over the entries of a controller that was archived since", async () => {
    const org = await makeOrganisation(database.ownerUrl);
    const client = await makeController(org);
    const { id } = await makeRecord(org, { controllerId: client.id });
    valueOf(await moveRecord(org, { id, version: 1, event: "end", on: "2026-01-05", reason: "Fin" }));
    valueOf(await archiveController(org, { id: client.id, version: 1, reason: "Contrat terminé" }));
    expect(await take({ format: "csv" }, org)).toMatchObject({ ok: true });
  });

  it("is not found for a controller of another organisation", async () => {
    const foreign = await makeOrganisation(database.ownerUrl);
    const { id } = await makeController(foreign);
    expect(await take({ format: "csv", controller: id })).toMatchObject({
      ok: false,
      refusal: { kind: "not-found" },
    });
  });
});

describe("what is said before, and what is left out", () => {
  it.each(["pdf", "xlsx", "ods", "csv", "json"] as const)(
    "says before it makes a %s that nothing was recorded on the day, of all clients or of one",
    async (format) => {
      const { controllerId } = await makeRecord(ctx);
      for (const controller of ["", controllerId!]) {
        const asked = { format, on: "2020-01-01", controller };
        expect(await take(asked)).toMatchObject({
          refusal: { kind: "invalid", issues: [{ path: "on", key: "nothing" }] },
        });
        expect(valueOf(await take({ ...asked, evenEmpty: "true" })).body.length).toBeGreaterThan(0);
      }
    },
  );

  it("hands over a register as kept: no gap, no advice, no history, and says so in the journal", async () => {
    await makeRecord(ctx, { activity: "Appels sortants", operations: [] });
    const whole = JSON.parse(textOf(valueOf(await take({ format: "json" })).body));
    expect(whole.records.some(({ gaps }: { gaps: unknown[] }) => gaps.length > 0)).toBe(true);
    expect(await lastEntry()).toMatchObject({ after: { contents: "with-findings" } });
    const stored = JSON.parse(textOf(valueOf(await take({ format: "json", contents: "as-kept" })).body));
    expect(await lastEntry()).toMatchObject({ after: { contents: "as-kept", digest: stored.contentHash } });
    expect(Object.keys(stored)).not.toContain("history");
    expect(Object.keys(stored)).not.toContain("threads");
    const withoutGaps = whole.records.map(({ gaps: _, ...record }: Record<string, unknown>) => record);
    expect(stored.records).toEqual(withoutGaps);
    const [table, pdf] = [
      textOf(valueOf(await take({ format: "csv", contents: "as-kept" })).body),
      valueOf(await take({ format: "pdf", contents: "as-kept" })).body,
    ];
    expect(table).not.toMatch(/Lacunes|REG-/);
    const attached = streamsOf(pdf)
      .find((stream) => stream.includes("amana-register/1"))!
      .toString("utf8");
    expect(attached).not.toContain('"gaps"');
    expect(createHash("sha256").update(attached).digest("hex")).toBe(stored.contentHash);
  });
});
