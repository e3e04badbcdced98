import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { findTable } from "./glyphs.mjs";

const require = createRequire(import.meta.url);
const FILES = [
  "noto-sans/400Regular/NotoSans_400Regular.ttf",
  "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
  "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
  "noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf",
];

/** Names have one length, so that no offset in a file moves. */
const SHIPPED = "Noto Sans";
const ASKED_FOR = "AmanaSans";

/** The fonts of every document, under names that no font of the machine has. */
export function readFonts() {
  return FILES.map((file) => rename(readFileSync(require.resolve(`@expo-google-fonts/${file}`))));
}

/**
 * "Noto Sans Arabic" → "AmanaSans Arabic" in the names of a font. A machine may have Noto fonts of its own, of another
 * version and with other characters, and the compiler would take either.
 *
 * @param {Buffer} font changed in place
 */
function rename(font) {
  const { offset, length } = findTable(font, "name");
  const names = font.subarray(offset, offset + length);
  // Names stand in Latin-1 and in big-endian UTF-16.
  for (const encode of [latin, wide]) replaceAll(names, encode(SHIPPED), encode(ASKED_FOR));
  return font;
}

function replaceAll(bytes, from, to) {
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + to.length)) to.copy(bytes, at);
}

function latin(text) {
  return Buffer.from(text, "latin1");
}

function wide(text) {
  return Buffer.from(text, "utf16le").swap16();
}
