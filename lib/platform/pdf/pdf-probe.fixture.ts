import { inflateSync } from "node:zlib";

/** The objects of a PDF as text, streams apart: what tags, language and outline are read from, without any tool. */
export function objectsOf(pdf: Uint8Array): string {
  return Buffer.from(pdf).toString("latin1");
}

/** Every compressed stream, inflated: pages, character maps, attachments. */
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

/** True when some font of the document maps a glyph back to this character: it is printed as text, not as a picture. */
export function saysCharacter(pdf: Uint8Array, character: string): boolean {
  const code = character.codePointAt(0)!.toString(16).padStart(4, "0");
  return streamsOf(pdf).some((stream) =>
    new RegExp(`begin(?:bfchar|bfrange)[\\s\\S]*<${code}>`, "i").test(stream.toString("latin1")),
  );
}

export function countPages(pdf: Uint8Array): number {
  return [...objectsOf(pdf).matchAll(/\/Type \/Page\b/g)].length;
}

/** The bookmarks in order, as written in the file: escapes undone, UTF-16 read. */
export function bookmarksOf(pdf: Uint8Array): string[] {
  const titles = [
    ...objectsOf(pdf).matchAll(/\/Parent \d+ 0 R[^>]*?\/Title (\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-F]+>)/gi),
  ];
  return titles.map(([, title]) => readString(title!));
}

function readString(written: string): string {
  const bytes = written.startsWith("<")
    ? Buffer.from(written.slice(1, -1), "hex")
    : Buffer.from(
        written
          .slice(1, -1)
          .replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal: string | undefined, sign: string) =>
            octal ? String.fromCharCode(parseInt(octal, 8)) : ({ n: "\n", r: "\r", t: "\t" }[sign] ?? sign),
          ),
        "latin1",
      );
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString("utf16le")
    : bytes.toString("latin1");
}
