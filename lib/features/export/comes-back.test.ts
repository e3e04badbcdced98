import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leaveOutSame } from "@/lib/domain/import/as-exported";
import { guessColumns } from "@/lib/domain/import/columns";
import { OWN_CONTROLLER, planImport } from "@/lib/domain/import/plan";
import { readRow } from "@/lib/domain/import/read-row";
import { linkedProcedure } from "@/lib/domain/processing-record/young";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { withoutIsolates } from "@/lib/i18n/bidi";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { restoreCell } from "@/lib/platform/sheets/csv-writer";
import { cellWriter } from "@/lib/features/export/print/csv/written-cells";
import { exportedRecord, ownExportedRecord } from "./examples.fixture";
import { arbitraryContent, LISTED } from "./records.fixture";
import { writeRegisterCsv } from "@/lib/features/export/print/register-csv";
import type { ExportedRecord } from "@/lib/features/export/read/register-export";
import { loadRegisterWords } from "@/lib/features/export/print/words";

const PROCEDURE = {
  id: "0192f0c0-0000-7000-8000-00000000000d",
  reference: "PR-001",
  title: "Accord d’un parent",
  state: "running",
  versions: [],
};
const CONTROLLER = "0192f0c0-0000-7000-8000-00000000000c";

const ON = "2026-11-25";

/** Plans the import of an export, optionally with one row edited. */
async function planOf(
  record: ExportedRecord,
  locale: Locale,
  edit: Record<string, string> = {},
  capacity: Capacity = "processor",
) {
  const words = await loadRegisterWords(locale);
  const parts: string[] = [];
  for await (const part of writeRegisterCsv([record], { words, on: ON, capacity })) parts.push(part);
  const [header, written] = parse(parts.join(""), { bom: true, delimiter: ";" }) as string[][];
  const heads = Object.fromEntries(
    Object.entries(edit).map(([key, to]) => [withoutIsolates(words.document(`csv.${key}`)), to]),
  );
  const cells = written!.map((cell, at) => heads[header![at]!] ?? restoreCell(cell));
  const mapping = guessColumns(header!, [cells], capacity);
  const known = (await cellWriter(locale, { capacity, on: ON }))({
    ...record,
    updatedAt: new Date(record.updatedAt),
  });
  const settled = leaveOutSame(cells, mapping, known);
  const reading = readRow({ cells: settled.cells, line: 2, mapping, procedures: [PROCEDURE] });
  return planImport({
    capacity,
    readings: [{ ...reading, fingerprint: "f", same: settled.same }],
    records: [
      {
        id: "0192f0c0-0000-7000-8000-00000000000a",
        reference: record.reference,
        controllerId: capacity === "controller" ? OWN_CONTROLLER : CONTROLLER,
        state: record.state,
        stateSince: record.stateSince,
        version: record.version,
        content: record.content,
      },
    ],
    controllers: [
      {
        id: CONTROLLER,
        legalName: record.controller.legalName,
        isPlaceholder: false,
        spellings: [],
        formerNames: [],
      },
    ],
    procedures: [PROCEDURE],
    remembered: new Map(),
    decisions: { rows: {}, controllers: {} },
    today: ON,
  }).rows[0]!;
}

describe.each(LOCALES)("our own export in %s", (locale) => {
  it("changes nothing when it comes back, whatever its entries say", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryContent([], LISTED.id, PROCEDURE.id), async (content) => {
        const procedure = linkedProcedure(content, [PROCEDURE]);
        const record = { ...exportedRecord({ content, subProcessors: [LISTED] }), procedure };
        const row = await planOf(record, locale);
        expect(row).toMatchObject({ fate: "unchanged", changes: [], doubts: [], proposedEnd: null });
      }),
      { numRuns: 60 },
    );
  });

  it("changes the field that somebody wrote over, and no other", async () => {
    const row = await planOf(exportedRecord(), locale, { operations: "Saisie ; Rappels" });
    expect(row.changes.map(({ field, to }) => [field, to])).toEqual([["operations", ["Saisie", "Rappels"]]]);
  });

  it("reads how often, an exemption, categories and documents in the words that it writes them in", async () => {
    const { record, document } = await loadRegisterWords(locale);
    const row = await planOf(exportedRecord(), locale, {
      frequency: record("frequencies.occasional"),
      minorsConsent: record("minorsConsents.no-online-service"),
      minorsProcedure: "PR-001",
      exemption: document("csvAnswers.yes"),
      special: document("csvAnswers.yes"),
      specialCategories: `${record("specialCategories.genetic")} ; ${record("specialCategories.health")}`,
      measuresAbsentReason: "Secret",
    });
    expect(Object.fromEntries(row.changes.map(({ field, to }) => [field, to]))).toEqual({
      frequency: "occasional",
      minorsConsent: "no-online-service",
      minorsProcedureId: "PR-001 · Accord d’un parent",
      exemptionClaimed: true,
      specialAnswer: "yes",
      specialCategories: ["genetic", "health"],
      measuresAbsentReason: "Secret",
    });
    expect(row.doubts).toEqual([]);
  });

  it("asks about a procedure that is none of the DPO’s, and keeps its name as a note", async () => {
    const row = await planOf(exportedRecord(), locale, { minorsProcedure: "PR-404" });
    expect(row.changes.map(({ field }) => field)).toEqual(["notes"]);
    expect(row.doubts).toMatchObject([{ field: "minorsProcedure", key: "procedureUnknown" }]);
    expect(row.content.notes).toMatch(/PR-404$/);
  });

  it("keeps as a note what is written over a column and is no answer to it", async () => {
    const row = await planOf(exportedRecord(), locale, { frequency: "le lundi" });
    expect(row.changes.map(({ field }) => field)).toEqual(["notes"]);
    expect(row.content.notes).toMatch(/le lundi$/);
  });
});

describe.each(LOCALES)("our own export of the company's own register in %s", (locale) => {
  it("changes nothing when it comes back, whatever its entries say", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryContent(), async (content) => {
        const row = await planOf(ownExportedRecord({ content }), locale, {}, "controller");
        expect(row).toMatchObject({ fate: "unchanged", changes: [], doubts: [], proposedEnd: null });
      }),
      { numRuns: 60 },
    );
  });

  it("changes the fields that somebody wrote over, read in the words it writes them in, and no other", async () => {
    const { record, document } = await loadRegisterWords(locale);
    const edit = {
      purposes: "Paie ; Absences",
      retention: "6 ans et un jour",
      legalBases: `${record("legalBases.consent")} ; ${record("legalBases.public-task")}`,
      joint: "Nejma Holding ; X Corp",
      targetsUnion: document("csvAnswers.no"),
      cndp: "D-90/2023 ; A-PO-268/2024",
    };
    const row = await planOf(ownExportedRecord(), locale, edit, "controller");
    expect(Object.fromEntries(row.changes.map(({ field, to }) => [field, to]))).toMatchObject({
      purposes: ["Paie", "Absences"],
      retention: "6 ans et un jour",
      legalBases: ["consent", "public-task"],
      jointControllers: ["Nejma Holding", "X Corp"],
      cndpNumbers: ["D-90/2023", "A-PO-268/2024"],
    });
    const fields = [
      "cndpNumbers",
      "jointAnswer",
      "jointControllers",
      "legalBases",
      "purposes",
      "retention",
      "targetsUnion",
    ];
    expect(fields).toEqual(expect.arrayContaining(row.changes.map(({ field }) => field)));
    expect(row.content).toMatchObject({ targetsUnion: "no", jointAnswer: "yes" });
  });
});
