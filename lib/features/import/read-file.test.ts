import { expect, it } from "vitest";
import { FILLED_SHEET, LIST_SHEET } from "@/lib/domain/import/cnil/cnil.fixture";
import { readFile } from "./read-file";
import { NO_CHOICES } from "./schema";

it("reads the sheets of the CNIL cell by cell, however wide their cells are", () => {
  const sheetOf = (name: string, rows: readonly (readonly string[])[]) => {
    const said = rows.map((row) => [...row]);
    return { name, rows: said, lines: said.map((_, at) => at + 1) };
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
