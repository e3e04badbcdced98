import { inflateSync } from "node:zlib";

/** The objects of a PDF as text: what tags, language and outline are read from, without any tool. */
export function objectsOf(pdf: Uint8Array): string {
  return Buffer.from(pdf).toString("latin1");
}

/** Every compressed stream, inflated: pages and attachments. */
export function streamsOf(pdf: Uint8Array): Buffer[] {
  const file = Buffer.from(pdf);
  const starts = [...file.toString("latin1").matchAll(/(?<!end)stream\r?\n/g)];
  return starts.flatMap(({ index, 0: mark }) => {
    try {
      return [inflateSync(file.subarray(index + mark.length))];
    } catch {
      return [];
    }
  });
}

/** True when this character can be read and copied: a font maps a glyph back to it, or the page says it beside one. */
export function containsCharacter(pdf: Uint8Array, character: string): boolean {
  const code = character.codePointAt(0)!.toString(16).padStart(4, "0");
  const maps = objectsOf(pdf).match(/beginbf(?:char|range)[\s\S]*?endbf/g) ?? [];
  const stated = streamsOf(pdf).flatMap(
    (page) => page.toString("latin1").match(/\/ActualText <[^>]*>/g) ?? [],
  );
  return [...maps, ...stated].some((text) => text.toLowerCase().includes(code));
}

/** Returns the origin of each run of text on a page, in points from left and foot; `page` counts from 0. */
export function textPlaces(pdf: Uint8Array, page: number): { x: number; y: number }[] {
  const pages = streamsOf(pdf)
    .map((stream) => stream.toString("latin1"))
    .filter((stream) => /\bT[Jj]\b/.test(stream));
  const runs = pages[page]?.matchAll(/1 0 0 -1 ([\d.]+) ([\d.]+) cm(?:(?!\bcm\b)[\s\S])*?\bT[Jj]\b/g) ?? [];
  return [...runs].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

export function countPages(pdf: Uint8Array): number {
  return [...objectsOf(pdf).matchAll(/\/Type \/Page\b/g)].length;
}

/** The bookmarks in the order of the file, without the marks of direction that nobody sees. */
export function bookmarksOf(pdf: Uint8Array): string[] {
  const objects = objectsOf(pdf);
  const titles = [
    ...objects.matchAll(
      /\/Parent \d+ 0 R(?:\s+\/(?:Prev|Next|First|Last|Count) -?\d+(?: 0 R)?)*\s+\/Title /g,
    ),
  ];
  return titles.map(({ index, 0: mark }) =>
    readString(objects.slice(index + mark.length)).replace(/[\u2066-\u2069]/g, ""),
  );
}

function readString(written: string): string {
  const bytes = written.startsWith("<")
    ? Buffer.from(written.slice(1, written.indexOf(">")), "hex")
    : Buffer.from(readLiteral(written), "latin1");
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff;
  return isUtf16 ? bytes.subarray(2).swap16().toString("utf16le") : bytes.toString("latin1");
}

/** "(a \(b (c))": brackets nest, a backslash escapes the sign after it. */
function readLiteral(written: string): string {
  let depth = 0;
  let text = "";
  for (let at = 0; at < written.length; at += 1) {
    const sign = written[at]!;
    if (sign === ")" && (depth -= 1) === 0) break;
    if (sign === "\\") text += written[(at += 1)];
    else if (sign !== "(" || depth > 0) text += sign;
    if (sign === "(") depth += 1;
  }
  return text;
}
