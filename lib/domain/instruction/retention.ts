import { foldedWords } from "@/lib/domain/text/vagueness";

// Units as they are folded, and how many days one is at least and at most.
const UNITS: readonly (readonly [words: RegExp, least: number, most: number])[] = [
  [/^(heures?|hours?|ساعه|ساعة|ساعات)$/, 1 / 24, 1 / 24],
  [/^(jours?|days?|يوما?|ايام|أيام)$/, 1, 1],
  [/^(semaines?|weeks?|اسبوع|أسبوع|اسابيع|أسابيع)$/, 7, 7],
  [/^(mois|months?|شهرا?|اشهر|أشهر|شهور)$/, 28, 31],
  [/^(ans?|annees?|years?|سنه|سنة|سنوات)$/, 365, 366],
];
const FIGURES = new Map(
  [
    "un une one",
    "deux two",
    "trois three",
    "quatre four",
    "cinq five",
    "six",
    "sept seven",
    "huit eight",
    "neuf nine",
    "dix ten",
    "onze eleven",
    "douze twelve",
  ].flatMap((words, at) => words.split(" ").map((word) => [word, at + 1] as const)),
);
/** A sentence of an operation that says for how long something is kept. */
const KEEPS =
  /^(supprim|suppress|effac|purg|destr|detru|conserv|gard|delet|eras|destroy|retain|retention|keep|kept|حذف|محو|حفظ|احتفاظ)/;

/** A length of time in days, between the shortest and the longest that its words may mean. */
export type Period = { least: number; most: number };

/** Every length of time that a text names: "90 jours", "trois mois", "5 years". */
export function readPeriods(text: string): Period[] {
  const words = foldedWords(text);
  return words.flatMap((word, at) => {
    const unit = UNITS.find(([named]) => named.test(words[at + 1] ?? ""));
    const count = /^\d{1,4}$/.test(word) ? Number(word) : FIGURES.get(word);
    return unit && count ? [{ least: count * unit[1], most: count * unit[2] }] : [];
  });
}

/** True for words that say for how long something is kept, or when it goes. */
export function namesRetention(text: string): boolean {
  return foldedWords(text).some((word) => KEEPS.test(word)) && readPeriods(text).length > 0;
}

/**
 * Compares stated with allowed retention: longer than any allowed; where none is allowed, any stated period
 * exceeds.
 */
export function exceedsRetention(stated: readonly string[], allowed: readonly string[]): string[] {
  const most = Math.max(0, ...allowed.flatMap(readPeriods).map((period) => period.most));
  return stated.filter((text) => readPeriods(text).some(({ least }) => least > most));
}
