import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRowCutter, streamCsv, type StreamedRow } from "./csv-stream";

function cutAll(pieces: readonly string[], delimiter: "," | ";" = ","): StreamedRow[] {
  const cutter = makeRowCutter(delimiter);
  return [...pieces.flatMap((piece) => cutter.push(piece)), ...cutter.end()];
}

const cellsOf = (text: string) => cutAll([text]).map(({ cells }) => cells);

describe("makeRowCutter", () => {
  it.each([
    [
      "a,b\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,b\r\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,b\rc,d\r",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "\ufeffa,b\n\n\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ['"a,b",c\n', [["a,b", "c"]]],
    ['"say ""yes""",c\n', [['say "yes"', "c"]]],
    ['"""Anne"" <0123>",c\n', [['"Anne" <0123>', "c"]]],
    [
      '"two\nlines",c\nd,e\n',
      [
        ["two\nlines", "c"],
        ["d", "e"],
      ],
    ],
    ['5" pipe,c\n', [['5" pipe', "c"]]],
    ["a,,\n", [["a", "", ""]]],
    ["", []],
  ])("cuts %j", (text, rows) => {
    expect(cellsOf(text)).toEqual(rows);
  });

  it("counts the lines of the file, blank ones and those inside a cell too", () => {
    expect(cutAll(['a\n\n"b\nc"\nd\n']).map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it("takes a mark that is never closed for a letter, and loses no line after it", () => {
    const after = Array.from({ length: 60 }, (_, at) => `${at},x`);
    const rows = cutAll([`"open,1\n${after.join("\n")}\n`]);
    expect(rows.map(({ cells }) => cells)).toEqual([['"open', "1"], ...after.map((line) => line.split(","))]);
    expect(rows.map(({ line }) => line)).toEqual(rows.map((_, at) => at + 1));
  });

  it("gives back what was written, however the text is broken", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", ",", '"', "\n", " ", "0") });
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom("\n", "\r\n"),
        fc.array(fc.nat(200)),
        (rows, end, cuts) => {
          const text = rows.map((row) => row.map(quote).join(",") + end).join("");
          const places = [0, ...[...cuts].sort((a, b) => a - b), text.length];
          const pieces = places.slice(1).map((place, at) => text.slice(places[at], place));
          expect(cutAll(pieces).map(({ cells }) => cells)).toEqual(rows);
        },
      ),
    );
  });
});

describe("streamCsv", () => {
  async function readAll(bytes: Buffer, size: number, encoding: "utf-8" | "utf-16le" | "windows-1252") {
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    const rows: string[][] = [];
    for await (const batch of streamCsv(pieces(), { encoding, delimiter: ";" }))
      rows.push(...batch.map(({ cells }) => cells));
    return rows;
  }

  it.each(["utf-8", "utf-16le"] as const)("reads %s whatever letter a chunk cuts", async (encoding) => {
    const bytes = Buffer.from("numéro;état\n0612;à\n", encoding === "utf-8" ? "utf8" : "utf16le");
    for (const size of [1, 2, 3, 7])
      expect(await readAll(bytes, size, encoding)).toEqual([
        ["numéro", "état"],
        ["0612", "à"],
      ]);
  });
});

it("removes what turns the order of letters, and nothing else", async () => {
  const bytes = Buffer.from("0612345678;\u202eCOFFRE\u202c n° 7;\u200f\n");
  const rows: StreamedRow[] = [];
  for await (const batch of streamCsv(inOnePiece(bytes), { encoding: "utf-8", delimiter: ";" }))
    rows.push(...batch);
  expect(rows).toEqual([{ line: 1, cells: ["0612345678", "COFFRE n° 7", "\u200f"] }]);
});

it("gives the records of a chunk at a time, of a file that arrives in one piece", async () => {
  const bytes = new TextEncoder().encode("+33612345678;é\n".repeat(50_000));
  const batches: number[] = [];
  for await (const rows of streamCsv(inOnePiece(bytes), { encoding: "utf-8", delimiter: ";" }))
    batches.push(rows.length);
  expect(batches.reduce((sum, rows) => sum + rows, 0)).toBe(50_000);
  expect(Math.max(...batches)).toBeLessThan(5_000);
});

async function* inOnePiece(bytes: Uint8Array) {
  yield bytes;
}
