import { foldWords } from "./terms";
import type { SearchUnit } from "./units";

type Patterns = Pick<SearchUnit, "any" | "all" | "whole" | "start">;

/** Whether a unit stands in folded words, as the database decides it of a document. */
export function stands(folded: string, { any, all }: Pick<Patterns, "any" | "all">): boolean {
  const text = ` ${folded} `;
  const has = (pattern: string) => text.includes(pattern.slice(1, -1));
  return any.some(has) || (all.length > 0 && all.every(has));
}

/** Says how likely a row of that name is meant: `search_found` counts alike. */
export function tierOfName(name: string, units: readonly SearchUnit[]): number {
  const folded = ` ${foldWords(name)} `;
  const has = (pattern: string) => folded.includes(pattern.slice(1, -1));
  if (folded.startsWith(` ${units.map(({ typed }) => typed).join(" ")} `)) return 0;
  if (units.every(({ whole }) => has(whole))) return 1;
  if (units.every(({ start }) => has(start))) return 2;
  return units.every((unit) => stands(folded.trim(), unit)) ? 3 : 5;
}

/** Characters shown before and after what was found. */
const AROUND = 48;

/** The first place of a text in which one of the units stands, with the words around it; null where none does. */
export function snippetOf(text: string, units: readonly Pick<Patterns, "any" | "all">[]): string | null {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: word, index }) => {
    const folded = foldWords(word);
    return folded === "" ? [] : [{ folded, index, end: index + word.length }];
  });
  const starts: number[] = [];
  let joined = " ";
  for (const { folded } of words) {
    starts.push(joined.length - 1);
    joined += `${folded} `;
  }
  const patterns = units.flatMap(({ any, all }) => [...any, ...all]).map((pattern) => pattern.slice(1, -1));
  const at = Math.min(...patterns.map((one) => joined.indexOf(one)).filter((place) => place >= 0));
  if (!Number.isFinite(at)) return null;
  const place = starts.findLastIndex((start) => start <= at);
  const found = words[Math.max(place, 0)];
  return found ? around(text, found.index, found.end) : null;
}

/** Cut between words. */
function around(text: string, from: number, to: number): string {
  const begin = from <= AROUND ? 0 : text.lastIndexOf(" ", from - AROUND / 2) + 1;
  const limit = Math.min(text.length, to + AROUND);
  const end = limit === text.length ? limit : Math.max(text.lastIndexOf(" ", limit), to);
  const said = text.slice(begin, end).replace(/\s+/g, " ").trim();
  return `${begin > 0 ? "… " : ""}${said}${end < text.length ? " …" : ""}`;
}
