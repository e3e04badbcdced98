import { describe, expect, it } from "vitest";
import { readCsv } from "./csv";
import { decodeEightBit, findEightBit, type EightBit } from "./eight-bit";
import type { Encoding } from "./sniff";

function encode(text: string, encoding: Encoding, hasMark: boolean): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode((hasMark ? "\ufeff" : "") + text);
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const bytes = Buffer.from((hasMark ? "\ufeff" : "") + text, "utf16le");
    return new Uint8Array(encoding === "utf-16le" ? bytes : bytes.swap16());
  }
  const byteOf = new Map(
    Array.from(
      { length: 256 },
      (_, at) => [decodeEightBit(Uint8Array.of(255 - at), encoding), 255 - at] as const,
    ),
  );
  return Uint8Array.from([...text].map((letter) => byteOf.get(letter)!));
}

const FRENCH = [
  ["Client", "Activité"],
  ["Société d’appels", "« Maroc »\nà l’été"],
  ["Œuvre; et, | fin", 'dit "oui"'],
];
const ARABIC = [
  ["Client", "النشاط"],
  ["مؤسسة النور", "مكالمات\nوردود"],
  ["Orvelle; et, | fin", "نعم"],
];
const FILES = (
  [
    ["utf-8", FRENCH, false],
    ["utf-8", FRENCH, true],
    ["utf-16le", FRENCH, true],
    ["utf-16be", FRENCH, true],
    ["utf-16le", FRENCH, false],
    ["utf-16be", FRENCH, false],
    ["windows-1252", FRENCH, false],
    ["macintosh", FRENCH, false],
    ["utf-8", ARABIC, false],
    ["utf-16le", ARABIC, true],
    ["windows-1256", ARABIC, false],
  ] as const
).flatMap(([encoding, rows, hasMark]) =>
  [";", ",", "\t", "|"].flatMap((delimiter) =>
    ["\n", "\r\n", "\r"].map((end) => ({
      name: `${encoding}${hasMark ? " with a mark" : ""}, ${JSON.stringify(delimiter + end)}`,
      rows,
      bytes: encode(
        rows.map((row) => row.map((it) => `"${it.replaceAll('"', '""')}"`).join(delimiter)).join(end),
        encoding,
        hasMark,
      ),
      read: { encoding, delimiter, isSure: true },
    })),
  ),
);

it.each(FILES)("a file of $name is read as it was written", ({ rows, bytes, read }) => {
  expect(readCsv(bytes)).toMatchObject({ ok: true, rows, ...read });
});

describe("a few letters above ASCII", () => {
  it.each<[EightBit, string]>([
    ["macintosh", "Centre d’appels"],
    ["macintosh", "Coût : 12 €"],
    ["macintosh", "TÉLÉVENTE"],
    ["macintosh", "Müller ändern"],
    ["macintosh", "Muñoz, Atención"],
    ["windows-1256", "Client;النشاط"],
    ["windows-1256", "مؤسسة النور;Télévente à Fès"],
    ["windows-1252", "TÉLÉVENTE À ÉTÉ"],
    ["windows-1252", "d’appels – « créées »"],
    ["windows-1252", "¿Qué? Muñoz"],
    ["iso-8859-15", "12 € œuvre"],
  ])("tell %s: %s", (encoding, text) => {
    expect(findEightBit(encode(text, encoding, false))).toEqual({ encoding, isSure: true });
  });

  it("leave a person to say the encoding where two of them read nearly as well", () => {
    expect(findEightBit(encode("Orvelle;½ journée, 3 ¤", "windows-1252", false)).isSure).toBe(false);
  });
});
