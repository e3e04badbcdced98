import XLSX from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "./read-workbook";
import { bookOf, markedBook, odsParts, odsRow } from "./workbook.fixture";
import { zipOf } from "./zip.fixture";

async function sheetOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.key);
  return read.sheets[0]!;
}

describe("what stands around the cells", { timeout: 60_000 }, () => {
  it("says which cells are merged, and those alone that say something", async () => {
    const sheet = await sheetOf(
      markedBook(
        [
          ["Registre"],
          ["Client", "Activité", "Pays", "Garanties"],
          ["Voltiris", "Télévente", "Néant"],
          ["", "Chat", "Maroc", "CCT"],
          ["Orvelle"],
          ["", ""],
        ],
        { merges: ["A1:D1", "A3:A4", "C3:D3", "A5:D5", "A6:B6"] },
      ),
    );
    expect(sheet.rows).toEqual([
      ["Registre"],
      ["Client", "Activité", "Pays", "Garanties"],
      ["Voltiris", "Télévente", "Néant"],
      ["", "Chat", "Maroc", "CCT"],
      ["Orvelle"],
    ]);
    expect([...sheet.merges!].sort()).toEqual([
      [0, 0, 0, 3],
      [2, 0, 3, 0],
      [2, 2, 2, 3],
      [4, 0, 4, 3],
    ]);
  });

  it("keeps comments, and counts what is hidden", async () => {
    const sheet = await sheetOf(
      markedBook(
        [
          ["Client", "Activité"],
          ["Voltiris", "Télévente"],
        ],
        { notes: { B2: "Voir l’avenant" }, hiddenRows: [1], hiddenColumns: [0] },
      ),
    );
    expect(sheet).toMatchObject({ notes: [[1, 1, "Voir l’avenant"]], hidden: { rows: 1, columns: 1 } });
  });

  it("does so in an ODS", async () => {
    const merged =
      `<table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="string">` +
      `<office:annotation><text:p>Voir l’avenant</text:p></office:annotation><text:p>Voltiris</text:p></table:table-cell>` +
      `<table:table-cell office:value-type="string"><text:p>Télévente</text:p></table:table-cell></table:table-row>` +
      `<table:table-row table:visibility="filter"><table:covered-table-cell/>` +
      `<table:table-cell office:value-type="string"><text:p>Chat</text:p></table:table-cell></table:table-row>`;
    const sheet = await sheetOf(
      zipOf(odsParts([{ name: "S", body: odsRow(["Client", "Activité"]) + merged }])),
    );
    expect(sheet.rows).toEqual([
      ["Client", "Activité"],
      ["Voltiris", "Télévente"],
      ["", "Chat"],
    ]);
    expect(sheet.merges).toEqual([[1, 0, 2, 0]]);
    expect(sheet).toMatchObject({ notes: [[1, 0, "Voir l’avenant"]], hidden: { rows: 0, filtered: 1 } });
  });

  it("counts days from 1904 where the workbook does", async () => {
    const book = XLSX.utils.book_new();
    // Days since 1 January 1904.
    XLSX.utils.book_append_sheet(book, { "!ref": "A1", A1: { t: "n", v: 43_890, z: "dd/mm/yyyy" } }, "S");
    book.Workbook = { WBProps: { date1904: true } };
    const bytes = XLSX.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
    expect((await sheetOf(new Uint8Array(bytes))).rows).toEqual([["2024-03-01"]]);
  });

  it("refuses merges that fill more than a workbook may hold", async () => {
    const row = (first: string) => [first, ...Array<string>(18).fill(""), "x"];
    const bytes = markedBook([row("y"), ...Array.from({ length: 59 }, () => row(""))], {
      merges: ["A1:S60"],
    });
    const limits = { bytes: 1e7, rows: 100, columns: 200, cell: 100 };
    const { WORKBOOK_LIMITS } = await import("./workbook-limits");
    expect(await readWorkbook(bytes, { ...limits, ...WORKBOOK_LIMITS, cells: 500 })).toMatchObject({
      key: "tooManyCells",
    });
  });

  it("leaves out what nobody sees, and says where", async () => {
    const sheet = await sheetOf(
      bookOf("xlsx", {
        Clients: [
          ["Client", "Activité"],
          ["Vol\u202etiris 📞", "Télé\u2066vente"],
        ],
      }),
    );
    expect(sheet.rows[1]).toEqual(["Voltiris 📞", "Télévente"]);
    expect(sheet.remarks).toEqual([
      [1, 0, "charactersRemoved"],
      [1, 1, "charactersRemoved"],
    ]);
  });
});

describe("hidden sheets and threaded comments", () => {
  const write = (bookType: "xlsx" | "ods") => {
    const book = XLSX.utils.book_new();
    const sheet = XLSX.utils.aoa_to_sheet([["Client"], ["Voltiris"]]);
    const stated = ["À revoir : « été » & <b>", "تم"].map((t) => ({ a: "Salma", T: true, t }));
    (sheet.A2 as { c?: unknown }).c = stated;
    XLSX.utils.book_append_sheet(book, sheet, "Vue");
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["Client"]]), "Cachée");
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    return new Uint8Array(XLSX.write(book, { type: "buffer", bookType, compression: true }) as Buffer);
  };

  it("of an XLSX are told and read in full", async () => {
    const read = await readWorkbook(write("xlsx"));
    if (!read.ok) throw new Error(read.key);
    expect(read.sheets.map(({ isHidden }) => isHidden)).toEqual([false, true]);
    expect(read.sheets[0]!.notes).toEqual([[1, 0, "À revoir : « été » & <b>\nتم"]]);
  });

  it("of an ODS are told by the style of their table", async () => {
    const style = (name: string, shown: boolean) =>
      `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="${shown}"/></style:style>`;
    const parts = odsParts(["Vue", "Cachée"].map((name) => ({ name, body: odsRow(["Client"]) }))).map(
      (part) =>
        part.name === "content.xml"
          ? {
              ...part,
              body: String(part.body)
                .replace(
                  "<office:body>",
                  `<office:automatic-styles>${style("ta1", true)}${style("ta2", false)}</office:automatic-styles><office:body>`,
                )
                .replace('table:name="Vue"', 'table:name="Vue" table:style-name="ta1"')
                .replace('table:name="Cachée"', 'table:name="Cachée" table:style-name="ta2"'),
            }
          : part,
    );
    const read = await readWorkbook(zipOf(parts));
    if (!read.ok) throw new Error(read.key);
    expect(read.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ["Vue", false],
      ["Cachée", true],
    ]);
  });
});
