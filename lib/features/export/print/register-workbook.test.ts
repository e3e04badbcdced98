import { Readable } from "node:stream";
import excel from "exceljs";
import { describe, expect, it } from "vitest";
import type { Locale } from "@/lib/i18n/locale";
import { exportedRecord, registerOf, volumeOf } from "@/lib/features/export/examples.fixture";
import { streamOf } from "./contents";
import { registerWorkbook } from "./register-workbook";
import { writeXlsx } from "@/lib/platform/sheets/xlsx-writer";
import type { ExportedRecord } from "@/lib/features/export/read/register-export";
import { loadRegisterWords } from "./words";

const HASH = "ab".repeat(32);

async function open(records: ExportedRecord[], locale: Locale = "fr"): Promise<excel.Workbook> {
  const volume = volumeOf(registerOf(...records));
  const words = await loadRegisterWords(locale);
  const chunks: Uint8Array[] = [];
  const workbook = registerWorkbook(streamOf(volume!), { hash: HASH, words });
  for await (const piece of writeXlsx(workbook)) chunks.push(piece);
  const book = new excel.Workbook();
  await book.xlsx.read(Readable.from(chunks));
  return book;
}

function cellUnder(sheet: excel.Worksheet, head: string): excel.Cell {
  const heads = sheet.getRow(1).values as string[];
  return sheet.getRow(2).getCell(heads.indexOf(head));
}

describe("registerWorkbook", () => {
  it("has the common page with the hash, then one row per record under frozen heads", async () => {
    const book = await open([exportedRecord(), exportedRecord({ reference: "T-002" })]);
    expect(book.worksheets.map(({ name }) => name)).toEqual(["Page commune", "Registre"]);
    const [cover, register] = book.worksheets as [excel.Worksheet, excel.Worksheet];
    expect(cover.getColumn(2).values).toContain(HASH);
    expect(register.rowCount).toBe(3);
    expect(register.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(cellUnder(register, "Réf.").value).toBe("T-001");
    expect(cellUnder(register, "Client (responsable de traitement)").value).toBe("Fromagerie Lacombe SAS");
  });

  it("gives days as days and leaves a month a month", async () => {
    const register = (await open([exportedRecord()])).worksheets[1]!;
    expect(cellUnder(register, "Dernière mise à jour").value).toEqual(new Date("2026-10-12T00:00:00Z"));
    expect(cellUnder(register, "Début").value).toBe("mars 2024");
  });

  it("never holds a formula, and keeps what looks like one a text when it is edited", async () => {
    const legalName = '=HYPERLINK("http://elsewhere.example","1")';
    const register = (await open([exportedRecord({ controller: { legalName } })])).worksheets[1]!;
    const cell = cellUnder(register, "Client (responsable de traitement)");
    expect([cell.type, cell.value, cell.numFmt]).toEqual([excel.ValueType.String, legalName, "@"]);
  });

  it("loses nothing of a text that no cell can hold", async () => {
    const operations = Array.from({ length: 190 }, (_, at) => `${at} ${"Écoute 📞 ".repeat(70)}`.trim());
    const book = await open([exportedRecord({ content: { operations } })]);
    const first = String(cellUnder(book.worksheets[1]!, "Opérations réalisées").value);
    expect(first.length).toBeLessThanOrEqual(32_767);
    const rest = (book.getWorksheet("Suites")!.getColumn(3).values as (string | undefined)[]).slice(2);
    expect(first.slice(0, first.lastIndexOf("\n")) + rest.join("")).toBe(operations.join(" ; "));
  });

  it("is written from right to left in Arabic, in Arabic words", async () => {
    const book = await open([exportedRecord()], "ar");
    expect(book.worksheets.map(({ views }) => views[0]?.rightToLeft)).toEqual([true, true]);
    expect(book.worksheets[1]!.name).toBe("السجل");
  });
});
