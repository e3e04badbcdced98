import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLayout } from "./layout";

const HEAD = ["N°", "Client", "Activité", "Début"];
const ROW = ["A-1", "Orvane Assistance", "Dépannage", "2024"];

describe("findLayout", () => {
  it("passes over titles, logos and dates to the head, and sets blanks and totals aside", () => {
    const rows = [
      ["Registre 2026", "", "", ""],
      ["", "", "", ""],
      ["Tenu par", "N. Lindt", "", ""],
      HEAD,
      ROW,
      ["", " ", "", ""],
      ["Total général : 1", "", "", ""],
    ];
    expect(findLayout(rows)).toEqual({
      titleRows: [0, 2],
      headerRow: 3,
      dataRows: [4],
      setAside: [
        { row: 0, reason: "title" },
        { row: 1, reason: "empty" },
        { row: 2, reason: "title" },
        { row: 5, reason: "empty" },
        { row: 6, reason: "total" },
      ],
    });
  });

  it("knows a head without any title, and one that a page break repeats", () => {
    expect(findLayout([HEAD, ROW, HEAD.map((cell) => cell.toUpperCase()), ROW])).toMatchObject({
      headerRow: 0,
      dataRows: [1, 3],
      setAside: [{ row: 2, reason: "title" }],
    });
  });

  it.each([
    [["Total", "12 fiches"], true],
    [["TOTAUX", "", "", "12"], true],
    [["", "Nombre de lignes", "12"], true],
    [["المجموع", "12"], true],
    [["Total Gaz", "Relances", "2024"], false],
    [["Total", "Orvane Assistance", "Dépannage"], false],
    [["Somme Habitat", "Standard"], false],
  ])("%j is a line of totals: %s", (row, isTotal) => {
    expect(findLayout([HEAD, row])!.dataRows).toEqual(isTotal ? [] : [1]);
  });

  it("takes the first row of several cells when no field is named, and finds nothing in a sheet without any", () => {
    expect(findLayout([["x"], ["alpha", "bêta"], ["1", "2"]])).toMatchObject({ headerRow: 1, dataRows: [2] });
    expect(findLayout([["x"], [""], ["y"]])).toBeNull();
    expect(findLayout([])).toBeNull();
  });

  it("puts every row in one place and one only", () => {
    const cell = fc.constantFrom("", " ", "Client", "Activité", "Total", "12", "Orvane");
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 12 }), (rows) => {
        const layout = findLayout(rows);
        if (!layout) return;
        const placed = [layout.headerRow, ...layout.dataRows, ...layout.setAside.map(({ row }) => row)];
        expect(placed.sort((a, b) => a - b)).toEqual(rows.map((_, index) => index));
      }),
    );
  });
});
