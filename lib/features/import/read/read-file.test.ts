import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FILLED_SHEET, LIST_SHEET } from "@/lib/domain/import/cnil/cnil.fixture";
import type { Sheet } from "@/lib/platform/sheets/read-workbook";
import { readFile, readRows } from "./read-file";
import { NO_CHOICES, type ReadChoices } from "@/lib/features/import/schema";

it("reads the sheets of the CNIL cell by cell, however wide their cells are", () => {
  const sheetOf = (name: string, rows: readonly (readonly string[])[]) => {
    const stated = rows.map((row) => [...row]);
    return { name, rows: stated, lines: stated.map((_, at) => at + 1) };
  };
  const plain = [sheetOf("Liste", LIST_SHEET), sheetOf("Fiche", FILLED_SHEET)];
  const wide = plain.map((sheet) => ({
    ...sheet,
    merges: sheet.rows.map((_, at): [number, number, number, number] => [at, 1, at, 7]),
  }));
  const read = readFile({ bytes: new Uint8Array(), sheets: plain }, NO_CHOICES);
  expect(read).toMatchObject({ ok: true, file: null });
  expect(JSON.stringify(read)).toContain("Suivi des badges");
  expect(readFile({ bytes: new Uint8Array(), sheets: wide }, NO_CHOICES)).toEqual(read);
});

const sheetOf = (name: string, rows: string[][], stated: Partial<Sheet> = {}): Sheet => ({
  name,
  rows,
  lines: rows.map((_, at) => at + 1),
  ...stated,
});
const read = (sheets: Sheet[], choices: Partial<ReadChoices> = {}) =>
  readFile({ bytes: new Uint8Array(), sheets }, { ...NO_CHOICES, ...choices });
const TABLE = [
  ["Client", "Activité"],
  ["Voltiris", "Chat"],
];

it("asks for an encoding that the bytes do not tell, until a person says it", () => {
  // "½ journée, 3 ¤" in Windows-1252, and "œ journée, 3 €" in ISO-8859-15.
  const bytes = new Uint8Array(Buffer.from("Client;Activité;Note\nVoltiris;Chat;½ journée, 3 ¤", "latin1"));
  const askedOf = (choices: Partial<ReadChoices>) => {
    const found = readFile({ bytes, sheets: null }, { ...NO_CHOICES, ...choices });
    return found.ok && found.file ? found.file.asked : null;
  };
  expect(askedOf({})).toEqual(["encoding"]);
  expect(askedOf({ encoding: "windows-1252" })).toEqual([]);
});

describe("hidden sheets", () => {
  const sheets = [
    sheetOf("Registre", TABLE),
    sheetOf("Ancien", [TABLE[0]!, ["Miradour", "Voix"]], { isHidden: true }),
  ];

  it("are told and left unread, unless a person chooses them", () => {
    expect(read(sheets)).toMatchObject({
      file: { sheet: { name: "Registre", others: 1 }, unseen: { sheets: 0, unread: 1 }, rows: [{ line: 2 }] },
    });
    expect(read(sheets)).toMatchObject({
      offered: [
        { index: 0, isHidden: false },
        { index: 1, isHidden: true },
      ],
    });
    expect(read(sheets, { sheets: [0, 1] })).toMatchObject({
      file: { unseen: { sheets: 1, unread: 0 }, rows: [{ sheet: "Registre" }, { sheet: "Ancien" }] },
    });
  });

  it("are read where no other holds a table", () => {
    expect(read([sheets[1]!, sheetOf("Notes", [["à lire"]])])).toMatchObject({
      file: { sheet: { name: "Ancien" }, unseen: { sheets: 1, unread: 0 } },
    });
  });
});

describe("a head on two levels", () => {
  const rows = [
    ["Client", "", "Activité", "Transferts hors UE", ""],
    ["Nom", "Pays", "", "Pays", "Garanties"],
    ["Voltiris", "France", "Chat", "Maroc", "CCT"],
  ];
  const merges: NonNullable<Sheet["merges"]> = [
    [0, 0, 0, 1],
    [0, 2, 1, 2],
    [0, 3, 0, 4],
  ];

  it("is its lower row, each column read with what stands over it", () => {
    const found = read([sheetOf("Registre", rows, { merges })]);
    expect(found).toMatchObject({ file: { head: { line: 2 }, rows: [{ line: 3 }] } });
    expect(found.ok && found.file && found.file.guess.map(({ header, target }) => [header, target])).toEqual([
      ["Client › Nom", "controllerName"],
      ["Client › Pays", "controllerCountry"],
      ["Activité", "activity"],
      ["Transferts hors UE › Pays", "transfer"],
      ["Transferts hors UE › Garanties", "instrument"],
    ]);
  });
});

describe("any table, whatever is merged, banded or headed on two levels", () => {
  const word = fc.constantFrom("", "Voltiris", "Chat", "Maroc", "Total", "Client", "3", "12/03/2026");
  const row = fc.array(word, { minLength: 5, maxLength: 5 });
  const merge = fc
    .tuple(fc.nat(8), fc.nat(4), fc.nat(2), fc.nat(2))
    .map(([top, left, down, right]) => [top, left, top + down, Math.min(4, left + right)] as const);

  it("comes in whole, or says which lines are no rows: every cell stands in a row, the head or a line set aside", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 7 }), fc.array(merge, { maxLength: 3 }), (data, merges) => {
        const heads = [rows()[0]!, rows()[1]!];
        const all = [...heads, ...data];
        const inside = merges
          .filter(([, , last]) => last < all.length)
          .map((one) => [...one] as [number, number, number, number]);
        const found = read([sheetOf("Registre", all, { merges: inside })]);
        if (!found.ok || !found.file) throw new Error("The table was not found.");
        const { file } = found;
        const { title, total, empty, band } = file.setAside;
        expect(file.rows.length + title + total + empty + band + 1).toBe(all.length);
        for (const { line, cells } of file.rows)
          all[line - 1]!.forEach((cell, column) => {
            if (cell !== "") expect(cells[column]).toBe(cell);
          });
        const mapped = readRows(file, file.guess);
        expect(mapped).toHaveLength(file.rows.length);
      }),
    );
  });

  function rows() {
    return [
      ["", "", "Activité", "Transferts hors UE", ""],
      ["Client", "Adresse", "Prestation", "Pays", "Garanties"],
    ];
  }
});
