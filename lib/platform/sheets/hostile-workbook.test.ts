import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { translator } from "@/lib/i18n/translator";
import { SHEET_LIMITS } from "./limits";
import { readWorkbook } from "./read-workbook";
import { bookOf, odsParts, odsRow, xlsxParts } from "./workbook.fixture";
import { WORKBOOK_LIMITS } from "./workbook-limits";
import { zipOf, type Part } from "./zip.fixture";

const MEGABYTE = 2 ** 20;
/** Growth allowed to this process while a child reads: the file itself, and garbage of the test runner. */
const GROWTH = 64 * MEGABYTE;

const sheet = (body: string) => xlsxParts([{ name: "S", body: `<sheetData>${body}</sheetData>` }]);
const good = () => sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>Client</t></is></c></row>');
const withPart = (part: Part) => zipOf([...good(), part]);
const table = (rows: string) => zipOf(odsParts([{ name: "S", body: rows }]));

/** A sheet of rows that all read alike, made without holding its cells. */
const rowsOf = (count: number, row: (n: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at + 1)).join("");
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

const FILES: readonly (readonly [string, string, () => Uint8Array])[] = [
  ["a bomb", "unpacksTooLarge", () => zipOf(sheet(`<!--${" ".repeat(60 * MEGABYTE)}-->`))],
  [
    "3 GB inside",
    "unpacksTooLarge",
    () => withPart({ name: "xl/media/image1.png", body: "x", declared: 3 * 1024 * MEGABYTE }),
  ],
  [
    "a part that is larger than it says",
    "brokenZip",
    () => zipOf(sheet(rowsOf(200_000, () => "<row/>")).map((part) => ({ ...part, declared: 900 }))),
  ],
  [
    "repeats of rows and columns",
    "tooManyColumns",
    () =>
      table(
        `<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`,
      ),
  ],
  [
    "a row repeated a million times",
    "tooManyRows",
    () => table(odsRow(["x"], 'table:number-rows-repeated="1000000"')),
  ],
  [
    "repeats that add up",
    "tooManyCells",
    () =>
      table(
        `<table:table-row table:number-rows-repeated="19000"><table:table-cell table:number-columns-repeated="150" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`,
      ),
  ],
  [
    "repeats behind another prefix and a comment",
    "tooManyRows",
    () =>
      table(
        `<t:table-row t:number-<!-- -->rows-repeated='900000'><t:table-cell office:value-type="string"><text:p>x</text:p></t:table-cell></t:table-row>`,
      ),
  ],
  [
    "1,000,000 rows",
    "tooManyRows",
    () => zipOf(sheet(rowsOf(1_000_000, (n) => `<row><c><v>${(n * 7919) % 1_000_003}</v></c></row>`))),
  ],
  [
    "16,000 columns",
    "tooManyColumns",
    () => zipOf(sheet(`<row>${rowsOf(16_000, (n) => `<c><v>${n}</v></c>`)}</row>`)),
  ],
  [
    "a cell in the last corner",
    "tooManyColumns",
    () => zipOf(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
  ],
  ["cells of 1 MB", "cellTooLong", () => zipOf(sheet(`<row>${inline("mot ".repeat(MEGABYTE / 4))}</row>`))],
  [
    "much text in cells that are not too long",
    "tooMuchText",
    () =>
      zipOf(
        sheet(
          rowsOf(
            500,
            (n) =>
              `<row>${inline(Array.from({ length: 4_600 }, (_, k) => (n * 7919 * (k + 1)) % 1_000_003).join(" "))}</row>`,
          ),
        ),
      ),
  ],
  ["macros", "hasMacros", () => withPart({ name: "xl/vbaProject.bin", body: "Attribut" })],
  [
    "macros of LibreOffice",
    "hasMacros",
    () =>
      zipOf([
        ...odsParts([{ name: "S", body: odsRow(["x"]) }]),
        { name: "Basic/Standard/Module1.xml", body: "<x/>" },
      ]),
  ],
  ["a binary workbook", "isXlsb", () => withPart({ name: "xl/workbook.bin", body: "x" })],
  [
    "a document of another kind",
    "isZip",
    () =>
      zipOf([
        { name: "word/document.xml", body: "<x/>" },
        { name: "[Content_Types].xml", body: "<x/>" },
      ]),
  ],
  [
    "a text document",
    "isZip",
    () =>
      zipOf(
        odsParts([]).map((part) =>
          part.name === "mimetype" ? { ...part, body: "application/vnd.oasis.opendocument.text" } : part,
        ),
      ),
  ],
  ["a path out of its folder", "unsafeZip", () => withPart({ name: "../../../etc/passwd", body: "x" })],
  ["a path from the root", "unsafeZip", () => withPart({ name: "/etc/passwd", body: "x" })],
  ["a backslash", "unsafeZip", () => withPart({ name: "xl\\..\\..\\x", body: "x" })],
  ["a link", "unsafeZip", () => withPart({ name: "xl/lien.xml", body: "/etc/passwd", mode: 0o120777 })],
  ["a locked part", "isEncrypted", () => zipOf(good().map((part) => ({ ...part, isEncrypted: true })))],
  [
    "a locked ODS",
    "isEncrypted",
    () =>
      zipOf(
        odsParts([{ name: "S", body: odsRow(["x"]) }]).map((part) =>
          part.name === "META-INF/manifest.xml"
            ? { ...part, body: '<manifest:encryption-data manifest:checksum="x"/>' }
            : part,
        ),
      ),
  ],
  [
    "a value taken from another file",
    "hasOutsideLinks",
    () => withPart({ name: "xl/externalLinks/externalLink1.xml", body: "<externalLink/>" }),
  ],
  [
    "a table taken from a server",
    "hasOutsideLinks",
    () => withPart({ name: "xl/connections.xml", body: "<connections/>" }),
  ],
  [
    "an ODS whose sheet is another file's",
    "hasOutsideLinks",
    () => table(`<table:table-source xlink:href="file:///etc/passwd"/>${odsRow(["x"])}`),
  ],
  [
    "an ODS whose formula reads another file",
    "hasOutsideLinks",
    () =>
      table(
        `<table:table-row><table:table-cell table:formula="of:=['file:///srv/autre.ods'#$Feuil1.A1]" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`,
      ),
  ],
  ["a Numbers document", "isNumbers", () => zipOf([{ name: "Index/Document.iwa", body: "x" }])],
  ["two parts of one name", "brokenZip", () => withPart({ name: "xl/workbook.xml", body: "x" })],
  [
    "2,000 parts",
    "tooManyParts",
    () =>
      zipOf([
        ...good(),
        ...Array.from({ length: 2_000 }, (_, n) => ({ name: `xl/media/${n}.png`, body: "" })),
      ]),
  ],
  ["an archive cut short", "brokenZip", () => zipOf(good()).slice(0, 900)],
  ["an archive without its end", "brokenZip", () => zipOf(good()).slice(0, -30)],
  ["no part at all", "isZip", () => zipOf([])],
  [
    "no cells",
    "brokenWorkbook",
    () =>
      zipOf(
        good()
          .filter(({ name }) => name !== "xl/workbook.xml")
          .concat({ name: "xl/workbook.xml", body: "<<<" }),
      ),
  ],
];

describe("a hostile workbook", { timeout: 60_000 }, () => {
  // The first look at a workbook loads what reads it.
  beforeAll(() => readWorkbook(zipOf(good())));

  it.each(FILES)("is refused: %s", async (_, key, make) => {
    const bytes = make();
    const before = process.memoryUsage().rss;
    expect(await readWorkbook(bytes)).toMatchObject({ ok: false, key });
    expect(process.memoryUsage().rss - before).toBeLessThan(GROWTH);
  });

  it.each(["fr", "en", "ar"] as const)("is refused in words, in %s", async (locale) => {
    const words = await translator(locale, "import-page");
    const keys = new Set([...FILES.map(([, key]) => key), "tooDemanding", "tooManySheets", "tooLarge"]);
    expect([...keys].filter((key) => !words.has(`refusals.${key}`))).toEqual([]);
  });

  it("is given no more memory than its limit", async () => {
    const bytes = zipOf(sheet(rowsOf(15_000, () => `<row>${rowsOf(20, (n) => `<c><v>${n}</v></c>`)}</row>`)));
    const limits = { ...SHEET_LIMITS, ...WORKBOOK_LIMITS, megabytes: 40 };
    expect(await readWorkbook(bytes, limits)).toMatchObject({ ok: false, key: "tooDemanding" });
  });

  it("is given no more time than its limit", async () => {
    const bytes = zipOf(sheet(rowsOf(15_000, () => `<row>${rowsOf(20, (n) => `<c><v>${n}</v></c>`)}</row>`)));
    const limits = { ...SHEET_LIMITS, ...WORKBOOK_LIMITS, seconds: 0.1 };
    expect(await readWorkbook(bytes, limits)).toMatchObject({ ok: false, key: "tooDemanding" });
  });

  it("reads no entity that a document declares", async () => {
    const parts = sheet(`<row>${inline("&a;")}</row>`).map((part) =>
      part.name.includes("sheet1")
        ? {
            ...part,
            body: String(part.body).replace("?>", '?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
          }
        : part,
    );
    const read = await readWorkbook(zipOf(parts));
    expect(JSON.stringify(read)).not.toContain("root:");
  });
});

describe("a workbook that was damaged", { timeout: 60_000 }, () => {
  it("ends in rows or in a refusal, whatever was changed in it", async () => {
    const files = [
      bookOf("xlsx", {
        Registre: [
          ["Client", "Activité"],
          ["Voltiris", "Télévente"],
        ],
      }),
      bookOf("ods", {
        Registre: [
          ["Client", "Activité"],
          ["Voltiris", "Télévente"],
        ],
      }),
      zipOf(good()),
      table(odsRow(["Client", "x"])),
    ];
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255) });
    const damage = fc.tuple(
      fc.constantFrom(...files),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      fc.option(fc.nat()),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([file, changes, end]) => {
        const bytes = file.slice(0, end === null ? undefined : end % file.length);
        for (const { at, byte } of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
        const read = await readWorkbook(bytes);
        expect(read.ok ? Array.isArray(read.sheets) : typeof read.key).toBeTruthy();
      }),
      { numRuns: 40 },
    );
  });

  it("ends so too where its XML was cut and sewn", async () => {
    const inner = fc.array(
      fc.constantFrom(
        "<table:table-row",
        "<table:table-cell",
        ' table:number-rows-repeated="',
        "99999",
        '"',
        ">",
        "/>",
        "</table:table-row>",
        "</table:table-cell>",
        "<text:p>",
        "x",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&#0;",
        "<office:annotation>",
        "<table:table>",
      ),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(inner, async (chunks) => {
        const read = await readWorkbook(table(chunks.join("")));
        expect(typeof read.ok).toBe("boolean");
      }),
      { numRuns: 20 },
    );
  });
});
