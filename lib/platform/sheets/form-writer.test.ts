import XLSX from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { writeForm } from "./form-writer";
import { readWorkbook } from "./read-workbook";

const ROWS = [
  ["Créé le", "2024-03-01", "1850-01-02"],
  ["mars 2024", "2024-02-30", "=1+1"],
];

describe.each(["xlsx", "ods"] as const)("a form as %s", (format) => {
  const write = () =>
    writeForm(format, [{ name: "Fiche", widths: [10, 10, 10], rows: ROWS, heads: new Set() }]);

  it("holds a whole date as a date that a spreadsheet sorts, and nothing else as one", async () => {
    const sheet = XLSX.read(await write(), { cellDates: true, UTC: true }).Sheets.Fiche as Record<
      string,
      { t: string; v: unknown }
    >;
    expect(sheet.B1).toMatchObject({ t: "d", v: new Date("2024-03-01T00:00:00Z") });
    expect(["A1", "C1", "A2", "B2", "C2"].map((at) => sheet[at]!.t)).toEqual(["s", "s", "s", "s", "s"]);
  });

  it("comes back as the same text", async () => {
    const read = await readWorkbook(await write());
    expect(read.ok && read.sheets[0]!.rows).toEqual(ROWS);
  });
});
