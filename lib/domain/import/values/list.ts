import { itemAt } from "@/lib/domain/invariant/required";
import { findQualifiers, pointsElsewhere, type Qualifier } from "@/lib/domain/text/qualifiers";
import { isHollow } from "@/lib/domain/text/vagueness";
import { doubt, reading, type CellDoubt, type Reading } from "../doubts";
import { readNoAnswer } from "./none";

/** Bullets of every font: marks, "o" and "§" of symbol fonts, letters and numbers of a list. */
const BULLET =
  /^(?:[-–—•*·▪▫◦‣⁃●○■□◆◇➢➤►▶✓✔→➔»\uf0a7\uf0b7\uf0d8\uf0fc\uf076]\s*|[o§]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)/u;
/** A comma parts a list only where every part is as short as an item: "Nom, adresse, créneau". */
const ITEM_WORDS = 9;

/**
 * "Saisie ; relance", bulleted lines or "nom, adresse" → items. Lines and semicolons part before commas. "néant" is
 * an empty list, its word left over; "oui", "voir annexe" and "à signer" are kept and told, for they describe nothing.
 */
export function readList(cell: string): Reading<string[]> {
  const silence = readNoAnswer(cell);
  const isNone = silence?.kind === "none" || silence?.kind === "not-applicable";
  if (isNone && silence.rest === "") return reading([], [], cell.trim());
  return reading(splitItems(cell), describesNothing(cell) ? [doubt("describesNothing", cell)] : []);
}

/** Measures are those in force, 32: one that is planned, or over, is told with its words. */
export function readMeasures(cell: string): Reading<string[]> {
  const read = readList(cell);
  const words = findQualifiers(cell).filter(({ kind }) => PUT_OFF.has(kind));
  if (read.doubts.length > 0 || words.length === 0) return read;
  const told: CellDoubt = doubt("measureNotInForce", cell, {
    words: words.map((one) => one.words).join(", "),
  });
  return { ...read, doubts: [told] };
}

const PUT_OFF: ReadonlySet<Qualifier["kind"]> = new Set(["planned", "ended"]);
const SAYS_NOTHING: ReadonlySet<Qualifier["kind"]> = new Set(["negation", "exception", "planned", "ended"]);
const YES = /^(?:oui|yes|ja|s[ií]|x|ok|vrai|true|نعم)(?:[.!]?$|\s?[,;:–—-]\s?)/iu;

/** True for a cell that answers, denies, excepts, puts off or refers, and names no item. */
export function describesNothing(cell: string): boolean {
  const answer = YES.exec(cell.trim())?.[0] ?? "";
  const written = cell.trim().slice(answer.length);
  if (written === "") return answer !== "";
  return (
    isHollow(written) ||
    pointsElsewhere(written) ||
    findQualifiers(written).some(({ kind, at }) => at === 0 && SAYS_NOTHING.has(kind))
  );
}

/** The items of a cell, whatever they say. */
export function splitItems(cell: string): string[] {
  const parts = splitParts(cell);
  if (parts.length > 1) return parts;
  const byComma = splitOutside(cell, ",،");
  const areItems = byComma.every((part) => part.split(/\s+/).length <= ITEM_WORDS);
  return areItems ? byComma : parts;
}

/** Split at the marks that can only part: end of line, semicolon, bar, bullet. */
export function splitParts(cell: string): string[] {
  const parts = splitOutside(cell, ";；؛\n\r|•●▪◦➢➤►✓✔\uf0a7\uf0b7\uf0d8\uf0fc");
  // A mark alone is an answer, and no bullet.
  return parts.length === 0 && cell.trim() !== "" ? [cell.trim()] : parts;
}

/** Splits at any of `marks` that stands outside brackets, and not inside "1,5"; trimmed, empty parts left out. */
export function splitOutside(text: string, marks: string): string[] {
  const hidden = text.replace(/\([^()]*\)|\[[^[\]]*\]|\d,\d/gu, (inside) => "\0".repeat(inside.length));
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at <= hidden.length; at++) {
    if (at < hidden.length && !marks.includes(itemAt(hidden, at))) continue;
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  return parts.map((part) => part.trim().replace(BULLET, "").trim()).filter((part) => part !== "");
}
