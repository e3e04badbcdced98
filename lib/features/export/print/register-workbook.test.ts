import XLSX from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import type { Locale } from "@/lib/i18n/locale";
import { exportedRecord, registerOf, volumeOf } from "@/lib/features/export/examples.fixture";
import { streamOf } from "./contents";
import { registerWorkbook } from "./register-workbook";
import { unpackParts } from "@/lib/platform/sheets/workbook-parts.mjs";
import { writeXlsx } from "@/lib/platform/sheets/xlsx-writer";
import { concatenateChunks } from "@/lib/platform/transport/concatenate-chunks";
import type { ExportedRecord } from "@/lib/features/export/read/register-export";
import { loadRegisterWords } from "./words";

const HASH = "ab".repeat(32);

async function write(records: ExportedRecord[], locale: Locale = "fr"): Promise<Uint8Array> {
  const volume = volumeOf(registerOf(...records));
  const words = await loadRegisterWords(locale);
  return concatenateChunks(writeXlsx(registerWorkbook(streamOf(volume!), { hash: HASH, words })));
}

async function open(records: ExportedRecord[], locale: Locale = "fr"): Promise<XLSX.WorkBook> {
  return XLSX.read(await write(records, locale), { cellDates: true, cellNF: true, UTC: true });
}

async function registerIn(records: ExportedRecord[]): Promise<XLSX.WorkSheet> {
  return (await open(records)).Sheets.Registre!;
}

function rowsOf(sheet: XLSX.WorkSheet): string[][] {
  return XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 });
}

function cellUnder(sheet: XLSX.WorkSheet, head: string): XLSX.CellObject {
  const column = rowsOf(sheet)[0]!.indexOf(head);
  return sheet[XLSX.utils.encode_cell({ r: 1, c: column })] as XLSX.CellObject;
}

describe("registerWorkbook", () => {
  it("has the common page with the hash, then one row per record under frozen heads", async () => {
    const bytes = await write([exportedRecord(), exportedRecord({ reference: "T-002" })]);
    const { SheetNames, Sheets } = XLSX.read(bytes);
    expect(SheetNames).toEqual(["Page commune", "Registre"]);
    expect(rowsOf(Sheets["Page commune"]!).map(([, text]) => text)).toContain(HASH);
    const register = Sheets.Registre!;
    expect(rowsOf(register)).toHaveLength(3);
    expect(cellUnder(register, "Réf.").v).toBe("T-001");
    expect(cellUnder(register, "Client (responsable de traitement)").v).toBe("Fromagerie Lacombe SAS");
    const sheet = (await unpackParts(Buffer.from(bytes), "xlsx")).get("xl/worksheets/sheet2.xml");
    expect(String(sheet)).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    );
  });

  it("gives days as days and leaves a month a month", async () => {
    const register = await registerIn([exportedRecord()]);
    expect(cellUnder(register, "Dernière mise à jour").v).toEqual(new Date("2026-10-12T00:00:00Z"));
    expect(cellUnder(register, "Début").v).toBe("mars 2024");
  });

  it("never holds a formula, and keeps what looks like one a text when it is edited", async () => {
    const legalName = '=HYPERLINK("http://elsewhere.example","1")';
    const register = await registerIn([exportedRecord({ controller: { legalName } })]);
    const { t, v, z, f } = cellUnder(register, "Client (responsable de traitement)");
    expect([t, v, z, f]).toEqual(["s", legalName, "@", undefined]);
  });

  it("loses nothing of a text that no cell can hold", async () => {
    const operations = Array.from({ length: 190 }, (_, at) => `${at} ${"Écoute 📞 ".repeat(70)}`.trim());
    const { Sheets } = await open([exportedRecord({ content: { operations } })]);
    const first = String(cellUnder(Sheets.Registre!, "Opérations réalisées").v);
    expect(first.length).toBeLessThanOrEqual(32_767);
    const rest = rowsOf(Sheets.Suites!)
      .slice(1)
      .map((row) => row[2]);
    expect(first.slice(0, first.lastIndexOf("\n")) + rest.join("")).toBe(operations.join(" ; "));
  });

  it("is written from right to left in Arabic, in Arabic words", async () => {
    const book = await open([exportedRecord()], "ar");
    expect(book.SheetNames[1]).toBe("السجل");
    const parts = await unpackParts(Buffer.from(await write([exportedRecord()], "ar")), "xlsx");
    for (const at of [1, 2])
      expect(String(parts.get(`xl/worksheets/sheet${at}.xml`))).toContain(
        '<sheetView workbookViewId="0" rightToLeft="1">',
      );
  });
});
