import XLSX from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { concatenateChunks } from "@/lib/platform/transport/concatenate-chunks";
import { writeForm } from "./form-writer";
import { readWorkbook } from "./read-workbook";
import { unpackParts } from "./workbook-parts.mjs";

const ROWS = [
  ["Créé le", "2024-03-01", "1850-01-02"],
  ["mars 2024", "2024-02-30", "=1+1"],
];
const CREATED = new Date("2026-11-25T08:30:00Z");

const write = (format: "xlsx" | "ods", name = "Fiche") =>
  concatenateChunks(
    writeForm(format, {
      createdAt: CREATED,
      sheets: [{ name, widths: [46, 10, 10], rows: ROWS, heads: new Set([1]) }],
    }),
  );

describe.each(["xlsx", "ods"] as const)("a form as %s", (format) => {
  it("holds a whole date as a date that a spreadsheet sorts, and nothing else as one", async () => {
    const sheet = XLSX.read(await write(format), { cellDates: true, UTC: true }).Sheets.Fiche as Record<
      string,
      { t: string; v: unknown; f?: unknown }
    >;
    expect(sheet.B1).toMatchObject({ t: "d", v: new Date("2024-03-01T00:00:00Z") });
    expect(["A1", "C1", "A2", "B2", "C2"].map((at) => sheet[at]!.t)).toEqual(["s", "s", "s", "s", "s"]);
    expect(sheet.C2).not.toHaveProperty("f");
  });

  it("comes back as the same text", async () => {
    const read = await readWorkbook(await write(format));
    expect(read.ok && read.sheets[0]!.rows).toEqual(ROWS);
  });
});

describe("a form as xlsx", () => {
  const read = async () =>
    XLSX.read(await write("xlsx", "Paie & <primes>"), { cellNF: true, cellStyles: true });

  it("has the widths of its columns, and stays text where it is edited", async () => {
    const sheet = (await read()).Sheets["Paie & <primes>"]!;
    expect(sheet["!cols"]!.map(({ width }) => Math.round(width!))).toEqual([46, 10, 10]);
    const formats = ["A1", "B1", "C1", "A2", "C2"].map((at) => (sheet[at] as XLSX.CellObject).z);
    expect(formats).toEqual(["@", "dd/mm/yyyy", "@", "@", "@"]);
  });

  it("shades the cells of its heads alone", async () => {
    const sheet = (await read()).Sheets["Paie & <primes>"]!;
    const shades = ["A1", "C1", "A2", "C2"].map(
      (at) => (sheet[at] as { s?: { fgColor?: { rgb: string } } }).s?.fgColor?.rgb ?? null,
    );
    expect(shades).toEqual([null, null, "F3F1EC", "F3F1EC"]);
  });

  it("is printed on one page's width, and holds no filter", async () => {
    const parts = await unpackParts(Buffer.from(await write("xlsx")), "xlsx");
    const sheet = parts.get("xl/worksheets/sheet1.xml")!.toString();
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toContain('orientation="landscape" fitToHeight="0"');
    expect(parts.get("xl/workbook.xml")!.toString()).not.toContain("definedName");
  });
});
