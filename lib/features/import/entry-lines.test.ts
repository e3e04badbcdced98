import { describe, expect, it } from "vitest";
import { withoutAsked } from "@/lib/domain/import/columns";
import { readWorkbook } from "@/lib/platform/sheets/read-workbook";
import { bookOf } from "@/lib/platform/sheets/workbook.fixture";
import { entryRows } from "./read/entry-rows";
import { readFile } from "./read/read-file";
import { NO_CHOICES } from "./schema";

const NO_CLIENT = [
  ["Réf.", "Activité", "Données traitées", "Pays d’accès"],
  ["VOLTIRIS SA", "", "", ""],
  ["T1", "Appels", "Nom", "Maroc"],
  ["", "", "Adresse", ""],
  ["", "", "Téléphone", "Tunisie"],
  ["T2", "Relances", "Nom", ""],
  ["BRENVAL SA", "", "", ""],
  ["T3", "Accueil", "Nom", ""],
];
const CLIENT_LAST = [
  ["Réf.", "Activité", "Données traitées", "Pays d’accès", "Client"],
  ["T1", "Appels", "Nom", "Maroc", "Voltiris SA"],
  ["", "", "Adresse", "", ""],
  ["", "", "", "Tunisie", ""],
  ["T2", "Relances", "Nom", "", "Voltiris SA"],
];
const UNSTATED = [
  ["Réf.", "Client", "Activité", "Données traitées"],
  ["T1", "Voltiris SA", "", "Nom"],
  ["", "", "", "Adresse"],
  ["-", "-", "-", "Téléphone"],
];

/** Client, number of lines and name of each group that a workbook offers to join. */
async function offered(format: "xlsx" | "ods", rows: readonly (readonly string[])[]) {
  const book = await readWorkbook(bookOf(format, { Registre: rows }));
  if (!book.ok) throw new Error(book.key);
  const read = readFile({ bytes: Buffer.alloc(0), sheets: book.sheets }, NO_CHOICES);
  if (!read.ok || !read.file) throw new Error("The table was not found.");
  const { guess, rows: stated } = read.file;
  const lines = entryRows(stated, withoutAsked(guess), { questions: {}, remembered: new Map() });
  const client = guess.find(({ target }) => target === "controllerName")?.column ?? 0;
  return lines.map(({ cells, remarks }) => [
    cells[client] ?? "",
    ...remarks.flatMap(([, key, params]) => (key === "linesOfOneEntry" ? [params?.text, params?.count] : [])),
  ]);
}

describe.each(["xlsx", "ods"] as const)("lines under an entry, in %s", (format) => {
  it("with one cell each are offered, and name no client of what follows", async () => {
    const asked = ["T1 · VOLTIRIS SA · Appels", "3"];
    expect(await offered(format, NO_CLIENT)).toEqual([
      ["VOLTIRIS SA", ...asked],
      ["VOLTIRIS SA", ...asked],
      ["VOLTIRIS SA", ...asked],
      ["VOLTIRIS SA"],
      ["BRENVAL SA"],
    ]);
  });

  it("are offered where the client stands to their right", async () => {
    const asked = ["T1 · Voltiris SA · Appels", "3"];
    expect(await offered(format, CLIENT_LAST)).toEqual([
      ["Voltiris SA", ...asked],
      ["", ...asked],
      ["", ...asked],
      ["Voltiris SA"],
    ]);
  });

  it("are offered under a reference without an activity, and where dashes stand for nothing", async () => {
    const asked = ["T1 · Voltiris SA", "3"];
    expect(await offered(format, UNSTATED)).toEqual([
      ["Voltiris SA", ...asked],
      ["", ...asked],
      ["-", ...asked],
    ]);
  });
});
