import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CSV_START, neutraliseCell, restoreCell, writeCsvRow } from "./csv-writer";

describe("neutraliseCell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ['=HYPERLINK("http://x";"y")', '\'=HYPERLINK("http://x";"y")'],
    ["+33 3 20 00 00 01", "'+33 3 20 00 00 01"],
    ["-5", "'-5"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\rx", "'\rx"],
    ["\nx", "'\nx"],
    ["  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0"],
    ["\u00a0=1", "'\u00a0=1"],
    ["\u200b=1", "'\u200b=1"],
    ["\ufeff+1", "'\ufeff+1"],
    ["＝1", "'＝1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠x", "'＠x"],
    ["'=1", "''=1"],
  ])("%j → %j", (cell, expected) => {
    expect(neutraliseCell(cell)).toBe(expected);
  });

  it.each([
    "",
    "T-001",
    "mars 2024",
    "1 + 1 = 2",
    "l’accueil",
    "'ancien",
    "– tiret cadratin",
    "dpo@zellij.example",
    "مركز",
  ])("leaves %j alone", (cell) => {
    expect(neutraliseCell(cell)).toBe(cell);
  });
});

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "'", " ", "\t", "\r", "\n", '"', ";", "a", "＝", "\u00a0"),
  }),
);

describe("properties", () => {
  it("no cell begins with what a spreadsheet runs", () => {
    fc.assert(
      fc.property(text, (cell) => {
        expect(neutraliseCell(cell)).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u);
      }),
    );
  });

  it("what was written comes back", () => {
    fc.assert(fc.property(text, (cell) => restoreCell(neutraliseCell(cell)) === cell));
  });

  it("a row is read back by an independent reader, cell for cell", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (cells) => {
        const rows: string[][] = parse(CSV_START + writeCsvRow(cells), {
          bom: true,
          delimiter: ";",
          record_delimiter: "\r\n",
          skip_empty_lines: false,
        });
        expect(rows).toEqual([cells.map(neutraliseCell)]);
      }),
    );
  });
});
