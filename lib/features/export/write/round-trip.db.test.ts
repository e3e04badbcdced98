import { beforeAll, describe, expect, it } from "vitest";
import { findRun } from "@/lib/features/import/read/queries";
import { openImport } from "@/lib/features/import/write/mutations";
import { previewRun } from "@/lib/features/import/read/preview.fixture";
import { updateController } from "@/lib/features/controller/write/mutations";
import { controllerUpdateSchema } from "@/lib/features/controller/schema";
import { saveOrganisationSection } from "@/lib/features/organisation/write/mutations";
import { sectionSaveSchema as organisationSectionSchema } from "@/lib/features/organisation/schema";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { retireMeasure } from "@/lib/features/measure/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeMeasure, nameMeasures } from "@/prisma/factories/measure";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { prepareExports, database, ctx, exportAs, textOf } from "./export.fixture";

prepareExports();

describe("an exported register", () => {
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
    const { body } = valueOf(await exportAs({ format: "csv" }));
    expect(textOf(body)).toContain(";'=1+1;");

    const { id } = valueOf(await openImport(ctx, { fileName: "registre.csv", bytes: new Uint8Array(body) }));
    const { plan } = (await withOrg(ctx.scope, async (tx) =>
      previewRun(tx, (await findRun(tx, id))!, "2026-11-25"),
    ))!;
    expect(plan.rows.flatMap(({ changes }) => changes)).toEqual([]);
    expect(plan.tally).toMatchObject({ new: 0, changed: 0, "set-aside": 0 });
  });

  it("comes back unchanged as a workbook too", async () => {
    const { body } = valueOf(await exportAs({ format: "xlsx" }));
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
      const { body } = valueOf(await exportAs({ format }, org));
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
      valueOf(await exportAs({ format: "csv" }, evening));
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
      const table = textOf(valueOf(await exportAs({ format: "csv", on: DAY }, now)).body);
      expect(await digest()).toMatchObject({ digest: taken.digest, asOf: DAY });
      expect(table).toContain("Orvelle");
      expect(table).not.toContain("Voltiris");
      expect(table).not.toContain("Sondages");
      const head = table.split("\r\n")[0]!;
      expect(head.endsWith(";État au")).toBe(true);
      expect(table.trim().split("\r\n")[1]!.endsWith(`;${DAY}`)).toBe(true);

      valueOf(await exportAs({ format: "csv" }, now));
      expect((await digest()).digest).not.toBe(taken.digest);
    });

    it("says so in the name of the file and on its face", async () => {
      const now = on("2026-06-01T09:00:00Z");
      const pdf = valueOf(await exportAs({ format: "pdf", on: DAY }, now));
      expect(pdf.fileName).toMatch(/^registre-centre-[\w-]+-au-2026-03-14\.pdf$/);
      const xlsx = valueOf(await exportAs({ format: "xlsx", on: DAY, language: "en" }, now));
      expect(xlsx.fileName).toMatch(/-au-2026-03-14\.xlsx$/);
    });

    it("holds nothing before the organisation began, and is refused for a day that is none or has not come", async () => {
      const now = on("2026-06-01T09:00:00Z");
      const table = textOf(
        valueOf(await exportAs({ format: "csv", on: "2025-12-31", evenEmpty: "true" }, now)).body,
      );
      expect(table.trim().split("\r\n")).toHaveLength(1);
      const refusal = async (day: string) => {
        const outcome = await exportAs({ format: "csv", on: day }, now);
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
});
