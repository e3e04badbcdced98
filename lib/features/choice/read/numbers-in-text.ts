import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { numberReadings, type NumberPlaces } from "./phone-number";

/** Figures with the signs that people put between them. */
const RUN = /[+\d][\d\s.()/+-]{6,400}/g;

/** Figures of a number with its country, as the plan of all numbers, E.164, has them. */
const [LEAST_FIGURES, MOST_FIGURES] = [8, 15];

/** Parts of one text that are read: a text without end takes no longer. */
const MOST_READ = 400;

/** Number within a text, from `start` up to `end`, and what it may be in E.164. */
export type FoundNumber = { start: number; end: number; numbers: string[] };

/**
 * Lists in E.164, for each place of a text that holds a number, what it may be in each of the countries, or in the one that
 * somebody named. What a country writes with a zero before is none without it: an amount, a day or a reference.
 */
export function numbersInText(text: string, places: NumberPlaces): string[][] {
  return findNumbers(text, places).map(({ numbers }) => numbers);
}

/** Finds the same, each with its place in the text. */
export function findNumbers(text: string, places: NumberPlaces): FoundNumber[] {
  const readingsOf = numberReadings(places);
  const found: FoundNumber[] = [];
  let left = MOST_READ;
  for (const { 0: run, index } of withLatinFigures(text).matchAll(RUN)) {
    const groups = [...run.matchAll(/\+?\d+/g)];
    const signs = groups.map(([group]) => group);
    for (let first = 0; first < groups.length && left > 0; first += 1) {
      for (const last of endsOf(signs, first)) {
        left -= 1;
        const written = signs.slice(first, last).join(" ");
        const numbers = readingsOf(written).filter((number) => isWritten(written, number));
        if (numbers.length === 0) continue;
        const [begin, end] = [groups[first], groups[last - 1]];
        found.push({
          start: index + (begin?.index ?? 0),
          end: index + (end?.index ?? 0) + (end?.[0].length ?? 0),
          numbers,
        });
        first = last - 1;
        break;
      }
    }
  }
  return found;
}

/** Ends of what may be a number from one group on, the longest first; a plus begins another. */
function endsOf(groups: readonly string[], first: number): number[] {
  const ends: number[] = [];
  let figures = 0;
  for (let last = first; last < groups.length; last += 1) {
    const group = groups[last] ?? "";
    if (last > first && group.startsWith("+")) break;
    figures += group.replace("+", "").length;
    if (figures > MOST_FIGURES) break;
    if (figures >= LEAST_FIGURES) ends.unshift(last + 1);
  }
  return ends;
}

function isWritten(written: string, number: string): boolean {
  if (/^[+0]/.test(written)) return true;
  const national = parsePhoneNumberFromString(number)?.formatNational() ?? "";
  return national.replace(/\D/g, "") === written.replaceAll(" ", "");
}

/** Writes the figures of Arabic and of Persian as those of E.164. */
export function withLatinFigures(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (figure) => String(figure.charCodeAt(0) % 16));
}
