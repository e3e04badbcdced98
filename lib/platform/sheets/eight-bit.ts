import { itemAt } from "@/lib/domain/invariant/required";

/** Single-byte encodings of spreadsheets; of two that read the same, the first is taken. */
const CANDIDATES = ["windows-1252", "macintosh", "windows-1256", "iso-8859-15"] as const;
export type EightBit = (typeof CANDIDATES)[number];

/** Bytes of the lines that are weighed. */
const WEIGHED = 65_536;
/** Times that the next reading must be worse where the best one has faults too. */
const CLEARLY = 3;

/** Signs that texts have beside letters, wherever they stand. */
const SIGNS = new Set("\u00a0«»’‘“”–—…€·•°²³§£©®™µ½¼¾¿¡ºª×÷±¹´¨\u200c\u200d\u200e\u200f،؛؟ـ");
/** Signs that stand between two letters in no word. */
const NEVER_WITHIN = new Set("«»“”–—…€°²³§£©®™µ½¼¾¿¡×÷±¹´¨");
/** Signs that begin no word, right before a letter. */
const NEVER_BEFORE = new Set("…€°²³§£©®™½¼¾×÷±¹´¨");
const LETTERS = /[àâäáãåæçéèêëíìîïñóòôöõúùûüÿœßÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜŸŒ]/;
/** Letters of Slavic names, which few files have. */
const RARE = /[šžŠŽ]/;
const ARABIC = /[\u0621-\u064a\u064b-\u0652]/;
/** Words of one letter: "à", "À", "ô", and "و". */
const ALONE = /[àÀôÔو]/;

/**
 * Finds the single-byte encoding under which a text has the fewest letters that no word has, and says whether no other
 * one comes near.
 */
export function findEightBit(bytes: Uint8Array): { encoding: EightBit; isSure: boolean } {
  const sample = linesOf(bytes);
  const weighed = CANDIDATES.map((encoding) => {
    const text = decodeEightBit(sample, encoding);
    return { encoding, text, faults: countFaults(text) };
  }).toSorted((a, b) => a.faults - b.faults);
  const best = itemAt(weighed, 0);
  const next = weighed.find(({ text }) => text !== best.text);
  const isSure = best.faults === 0 || !next || next.faults >= best.faults * CLEARLY;
  return { encoding: best.encoding, isSure };
}

/** The lines with a byte above ASCII, up to what is weighed. */
function linesOf(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = [];
  let length = 0;
  let start = 0;
  let isHigh = false;
  for (let at = 0; at <= bytes.length && length < WEIGHED; at += 1) {
    const byte = bytes[at] ?? 0x0a;
    if (byte >= 0x80) isHigh = true;
    if (byte !== 0x0a && byte !== 0x0d) continue;
    if (isHigh) {
      const line = bytes.subarray(start, Math.min(at + 1, start + WEIGHED));
      lines.push(line);
      length += line.length;
    }
    [start, isHigh] = [at + 1, false];
  }
  return Buffer.concat(lines);
}

function countFaults(text: string): number {
  let faults = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter > "\x7f") faults += faultOf(letter, text.charAt(at - 1), text.charAt(at + 1));
  }
  return faults;
}

function faultOf(letter: string, before: string, after: string): number {
  if (SIGNS.has(letter)) {
    if (!isLetter(after)) return 0;
    return NEVER_BEFORE.has(letter) || (isLetter(before) && NEVER_WITHIN.has(letter)) ? 1 : 0;
  }
  const isAlone = !isLetter(before) && !isLetter(after);
  if (isAlone) return ALONE.test(letter) ? 0 : 1;
  if (ARABIC.test(letter)) return isLatin(before) || isLatin(after) ? 1 : 0;
  if (!LETTERS.test(letter)) return RARE.test(letter) ? 0.5 : 1;
  return isMixed(letter, before, after) ? 1 : 0;
}

/** A capital after a small letter, or within a word of small ones; a small letter before a capital. */
function isMixed(letter: string, before: string, after: string): boolean {
  if (isUpper(letter)) return isLower(before) || (isLetter(before) && isLower(after));
  return isUpper(after);
}

function isLetter(letter: string): boolean {
  return /\p{L}/u.test(letter);
}

function isLatin(letter: string): boolean {
  return isLetter(letter) && !ARABIC.test(letter);
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function isLower(letter: string): boolean {
  return letter !== letter.toUpperCase();
}

/** 0x80 to 0x9f in Windows-1252; the five places it leaves free stand for themselves. */
const WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Node builds may decode Windows-1252 as Latin-1 and lose its "€" and "’": these are the 32 places. */
export function decodeEightBit(bytes: Uint8Array, encoding: EightBit): string {
  if (encoding !== "windows-1252") return new TextDecoder(encoding).decode(bytes);
  const text = new TextDecoder("latin1").decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (character) => itemAt(WINDOWS, character.charCodeAt(0) - 0x80));
}
