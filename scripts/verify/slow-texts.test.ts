import { describe, expect, it } from "vitest";
import { addressesIn } from "@/lib/domain/breach/notice-addresses";
import { parseDeliveryStatus } from "@/lib/domain/outbox/delivery-report";
import { trimBothEndsOf } from "@/lib/domain/text/trim-characters";
import { slugOf } from "@/lib/features/setup/read/slug";
import { parseFeedText } from "@/lib/platform/feed/parse-feed";
import { withoutAddresses } from "@/lib/platform/log/log";
import { parseMessage } from "@/lib/platform/mail/message";
import { checkRepeats } from "@/lib/platform/sheets/ods-repeats.mjs";
import { markOds, markXlsx, struckCells } from "@/lib/platform/sheets/cell-marks.mjs";
import { countConditions, countTableConditions } from "@/lib/platform/sheets/condition-marks.mjs";
import { hiddenOfSheet } from "@/lib/platform/sheets/hidden-lines.mjs";
import { linesOfTables, struckStyles } from "@/lib/platform/sheets/ods-cells.mjs";
import { areTablesHidden, textsOfSheets } from "@/lib/platform/sheets/sheet-marks.mjs";
import { zipOf } from "@/lib/platform/sheets/zip.fixture";
import { sniffDocument } from "@/lib/platform/files/sniff-document";
import { sniffDocx } from "@/lib/platform/files/sniff-docx";

/** Characters of each text: squared, seconds; straight, milliseconds. */
const LENGTH = 240_000;
/** Times that a crafted text may take what a harmless one of its length takes: far below the 10,000 of a square. */
const MOST_TIMES = 40;
/** Microseconds below which a measure says nothing. */
const LEAST = 25_000;

const filled = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length));
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const docxOf = (types: string) => zipOf([{ name: "[Content_Types].xml", body: types, isStored: true }]);
const feedOf = (title: string) =>
  `<rss version="2.0"><channel><title>A</title><item><title><![CDATA[${title}]]></title></item></channel></rss>`;
const sheetsOf = (sheet: string) =>
  new Map([
    ["xl/_rels/workbook.xml.rels", Buffer.from('<Relationship Id="a" Target="a.xml">')],
    ["xl/workbook.xml", Buffer.from('<sheet r:id="a">')],
    ["xl/a.xml", Buffer.from(sheet)],
  ]);
const STRUCK = new Set(["a"]);
const LIMITS = { rows: 1000, columns: 100, cells: 10_000 };

type Parser = [name: string, read: (text: string) => unknown, crafted: readonly string[]];

const PARSERS: readonly Parser[] = [
  ["content types of a DOCX", (text) => sniffDocx(docxOf(text)), ["<Override ", '<Override ContentType="']],
  ["any document", (text) => sniffDocument(bytesOf(text)), ["A:\n", "\r\n ", "<svg", "%PDF-", "PK\x05\x06"]],
  ["title of a feed", (text) => parseFeedText(feedOf(text), "https://a.example"), ["<", "&", "<a ", " \n"]],
  ["a feed", (text) => parseFeedText(text, "https://a.example"), ["<a>", "<rss ", '{"', "<![CDATA[", "<!--"]],
  [
    "a message",
    (text) => parseMessage(bytesOf(`From: a@b.example\r\n${text}`)),
    [
      "A: b\r\n ",
      "\r\n\r\n",
      "Message-ID: <",
      'To: "',
      "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n",
    ],
  ],
  ["a delivery report", parseDeliveryStatus, ["Final-Recipient: rfc822;", "\r\n ", "Status: 5.", "\n\n"]],
  [
    "repeats of an ODS",
    (text) => checkRepeats(text, LIMITS),
    ["<!--", "<table-cell ", '<table-cell a="', "<p "],
  ],
  [
    "lines of an ODS",
    (text) => linesOfTables(text, STRUCK, LIMITS),
    [
      "<table-row ",
      '<table-row visibility="',
      "<table ",
      "<table-column><table-cell>",
      '<table-cell style-name="a">',
    ],
  ],
  [
    "struck styles of an ODS",
    (text) => struckStyles([text]),
    ["<style ", '<style name="a" parent-style-name="a">'],
  ],
  [
    "conditions of an ODS",
    (text) => countTableConditions(text, [text], STRUCK),
    ["<table ", "<style ", "<condition ", '<table style-name="', '<map apply-style-name="a">'],
  ],
  [
    "conditions of a sheet",
    (text) => countConditions(text, text),
    ["<cfRule ", "<cfRule >", "<dxfs><dxf>", "<dxf><font>", "<color "],
  ],
  [
    "hidden tables of an ODS",
    areTablesHidden,
    ["<table ", '<style family="table" table-properties ', "<style "],
  ],
  [
    "hidden lines of a sheet",
    (text) => textsOfSheets(sheetsOf(text)).map((sheet) => hiddenOfSheet(sheet.text, sheet.tables)),
    ["<row ", '<col hidden="1" ', "<x:row ", "<autoFilter ", "<autoFilter >", "<sheetPr "],
  ],
  [
    "marks of an ODS",
    (text) => markOds(text, STRUCK),
    [
      "<table-cell ",
      '<table-cell style-name="a"><text:p>',
      "<text:p ",
      '<text:span style-name="a">',
      "<style ",
    ],
  ],
  [
    "marks of a sheet",
    (text) => markXlsx(new Map([["xl/sharedStrings.xml", Buffer.from(`<strike/>${text}`)]])),
    ["<r><rPr><strike/>", "<t ", "<c><f>", "<c r=", "</rPr><r>", "<c><f/> "],
  ],
  ["struck cells of a sheet", (text) => struckCells(text, text), ["<fonts ", "<font ", "<c r=", "<xf "]],
  ["addresses of a contract", addressesIn, [".!", "a@", "a@b."]],
  ["a line of the log", withoutAddresses, ["a", "@", "a@"]],
  ["a name as an address", slugOf, ["-", "a-", "é"]],
  ["ends of a text", (text) => trimBothEndsOf(`a${text}a`, "-."), ["-", ".-"]],
];

const CASES = PARSERS.flatMap(([name, read, crafted]) =>
  crafted.map((piece) => ({ name, read, piece, shown: JSON.stringify(piece) })),
);

/** Processor time of this process alone, which waits of a busy machine do not lengthen. */
async function costOf(read: (text: string) => unknown, text: string): Promise<number> {
  const before = process.cpuUsage();
  try {
    await read(text);
  } catch {
    // A refusal is an answer, too.
  }
  const { user, system } = process.cpuUsage(before);
  return Math.max(user + system, LEAST);
}

describe("no text stops a process", () => {
  it.each(CASES)("$name reads $shown in the time of its length", async ({ read, piece }) => {
    const harmless = await costOf(read, "x".repeat(LENGTH));
    expect(await costOf(read, filled(piece))).toBeLessThan(MOST_TIMES * harmless);
  });

  it("measures a square as one", async () => {
    const square = (text: string) => text.match(/<Override\b[^>]*>/g);
    const harmless = await costOf(square, "x".repeat(LENGTH));
    expect(await costOf(square, filled("<Override "))).toBeGreaterThan(MOST_TIMES * harmless);
  });
});
