import { expect, it } from "vitest";
import { NO_CHOICES } from "./schema";
import { readFile, readRows } from "./read/read-file";
import { readWorkbook } from "@/lib/platform/sheets/read-workbook";
import { struckBook } from "@/lib/platform/sheets/workbook.fixture";

it("asks about a struck cell in each row that it fills, by a merge and by a ditto", async () => {
  const cell = (at: string, text: string, format = 0) =>
    `<c r="${at}" t="inlineStr" s="${format}"><is><t>${text}</t></is></c>`;
  const line = (number: number, texts: readonly string[], struck = -1) =>
    `<row r="${number}">${texts.map((text, at) => (text === "" ? "" : cell(`${"ABC"[at]}${number}`, text, at === struck ? 1 : 0))).join("")}</row>`;
  const rows =
    line(1, ["Client", "Activité", "Pays de transfert"]) +
    line(2, ["Orvelle SA", "Accueil", "Tunisie"], 2) +
    line(3, ["Orvelle SA", "Rappels", ""]) +
    line(4, ["Voltiris SA", "Enquêtes", "idem"]) +
    line(5, ["Voltiris SA", "Chat", "Maroc"]);
  const bytes = struckBook(
    `<sheetData>${rows}</sheetData><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>`,
  );
  const book = await readWorkbook(bytes);
  if (!book.ok) throw new Error(book.key);
  const read = readFile({ bytes, sheets: book.sheets }, NO_CHOICES);
  if (!read.ok || !read.file) throw new Error("The table was not found.");
  const asked = readRows(read.file, read.file.guess).map(({ doubts }) =>
    doubts.filter(({ key }) => key === "textStruck").map(({ params }) => params.words),
  );
  expect(asked).toEqual([["Tunisie"], ["Tunisie"], ["Tunisie"], []]);
}, 60_000);
