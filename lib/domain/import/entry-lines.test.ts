import { describe, expect, it } from "vitest";
import { guessColumns } from "./columns";
import { findEntryLines, joinEntryLines } from "./entry-lines";
import type { TableRow } from "./table";

const HEAD = ["Réf.", "Client", "Activité", "Données traitées", "Pays d’accès"];
const mapping = guessColumns(HEAD);

const table = (...cells: string[][]): TableRow[] =>
  cells.map((row, at) => ({ line: at + 2, sheet: "", cells: row, notes: [], remarks: [] }));
const groups = (...cells: string[][]) =>
  findEntryLines(table(...cells), mapping).map(({ first, last }) => [first, last]);

describe("lines that may be one entry", () => {
  it("are those of one reference, client and activity, merged or repeated", () => {
    expect(
      groups(
        ["T1", "Orvelle SA", "Appels", "Nom", "Maroc"],
        ["T1", "Orvelle SA", "Appels", "Adresse", "Maroc"],
        ["T2", "Orvelle SA", "Relances", "Nom", ""],
      ),
    ).toEqual([[0, 1]]);
  });

  it("are those that leave reference, client and activity blank under a row that states them", () => {
    expect(
      groups(
        ["T1", "Orvelle SA", "Appels", "Nom", "Maroc"],
        ["", "", "", "Adresse", ""],
        ["", "", "", "Téléphone", "Tunisie"],
        ["T2", "Orvelle SA", "Relances", "Nom", ""],
      ),
    ).toEqual([[0, 2]]);
  });

  it("are those of one client and activity where nothing bears a reference", () => {
    expect(
      groups(["", "Orvelle SA", "Appels", "Nom", ""], ["", "ORVELLE SA", "appels", "Adresse", ""]),
    ).toEqual([[0, 1]]);
  });

  it("are those under a reference whose activity nobody stated", () => {
    expect(
      groups(
        ["T1", "Orvelle SA", "", "Nom", "Maroc"],
        ["", "", "", "Adresse", ""],
        ["T2", "Orvelle SA", "Relances", "Nom", ""],
      ),
    ).toEqual([[0, 1]]);
  });

  it("are those of a running number under a row, with client and activity blank", () => {
    const rows = table(
      ["1", "Orvelle SA", "Appels", "Nom", "Maroc"],
      ["2", "", "", "Adresse", ""],
      ["3", "", "", "Téléphone", "Tunisie"],
      ["4", "Orvelle SA", "Relances", "Nom", ""],
      ["7", "", "", "Adresse", ""],
    );
    expect(findEntryLines(rows, mapping).map(({ first, last }) => [first, last])).toEqual([[0, 2]]);
    const [joined] = joinEntryLines(rows, mapping, () => true);
    expect(joined?.cells).toEqual(["1", "Orvelle SA", "Appels", "Nom\nAdresse\nTéléphone", "Maroc\nTunisie"]);
  });

  it.each([
    ["another reference", ["T2", "Orvelle SA", "Appels", "Adresse", ""]],
    ["another client under one reference", ["T1", "Voltiris SA", "Appels", "Adresse", ""]],
    ["another activity without a reference", ["", "Orvelle SA", "Relances", "Adresse", ""]],
    ["the same row again", ["T1", "Orvelle SA", "Appels", "Nom", ""]],
  ])("are none with %s", (_, second) => {
    expect(groups(["T1", "Orvelle SA", "Appels", "Nom", ""], second)).toEqual([]);
  });

  it("are none across sheets", () => {
    const [first, second] = table(
      ["T1", "Orvelle SA", "Appels", "Nom", ""],
      ["T1", "Orvelle SA", "Appels", "Adresse", ""],
    );
    expect(findEntryLines([first!, { ...second!, sheet: "2" }], mapping)).toEqual([]);
  });
});

describe("joinEntryLines", () => {
  const rows = table(
    ["T1", "Orvelle SA", "Appels", "Nom", "Maroc"],
    ["T1", "", "Accueil", "Adresse", "Maroc"],
    ["T2", "Voltiris SA", "Relances", "Nom", ""],
  );

  it("joins each column's texts once, and names on one line", () => {
    const [joined, other] = joinEntryLines(rows, mapping, () => true);
    expect(joined?.cells).toEqual(["T1", "Orvelle SA", "Appels / Accueil", "Nom\nAdresse", "Maroc"]);
    expect(joined?.remarks.map(([, key]) => key)).toEqual(["linesOfOneEntry"]);
    expect(other).toEqual(rows[2]);
  });

  it("leaves out a dash in place of a name", () => {
    const lines = table(["T1", "Orvelle SA", "Appels", "Nom", ""], ["-", "–", "-", "Adresse", ""]);
    expect(joinEntryLines(lines, mapping, () => true).map(({ cells }) => cells)).toEqual([
      ["T1", "Orvelle SA", "Appels", "Nom\nAdresse", ""],
    ]);
  });

  it("asks on every line of a group that nobody joined, and of rows that stand already asks nothing", () => {
    const asked = joinEntryLines(rows, mapping, () => false);
    expect(asked.map(({ cells }) => cells)).toEqual(rows.map(({ cells }) => cells));
    expect(asked.map(({ remarks }) => remarks.length)).toEqual([1, 1, 0]);
    expect(joinEntryLines(rows, mapping, () => null)).toEqual(rows);
  });
});
