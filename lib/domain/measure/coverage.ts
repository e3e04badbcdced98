import { LIBRARY } from "./library";
import { FAMILIES, SECURITY_LETTERS, type Family, type SecurityLetter } from "./types";

/** A measure that is kept, as the coverage reads it. */
export type CoveringMeasure = {
  libraryCode: string | null;
  family: string;
  articles: readonly string[];
  /** Entries of the register that use it. */
  records: number;
};

/** Measures of one family for one letter of article 32(1). */
export type CoverageCell = {
  letter: SecurityLetter;
  active: number;
  /** Measures in use by an entry of the register, among the active ones. */
  used: number;
  /** Entries of the library that would do something here and are not kept. */
  proposed: number;
};

export type CoverageRow = { family: Family; cells: CoverageCell[] };

/** Article 32(1)(a) to (d) by family, in the order of both. */
export function coverageOf(measures: readonly CoveringMeasure[]): CoverageRow[] {
  const known = new Set(measures.map(({ libraryCode }) => libraryCode));
  return FAMILIES.map((family) => ({
    family,
    cells: SECURITY_LETTERS.map((letter) => {
      const serves = (one: { family: string; articles: readonly string[] }) =>
        one.family === family && one.articles.includes(letter);
      const stored = measures.filter(serves);
      return {
        letter,
        active: stored.length,
        used: stored.filter(({ records }) => records > 0).length,
        proposed: LIBRARY.filter((entry) => serves(entry) && !known.has(entry.code)).length,
      };
    }),
  }));
}

/** The letters that no measure serves: what article 32(1) names, and nothing is written for. */
export function lettersUncovered(measures: readonly Pick<CoveringMeasure, "articles">[]): SecurityLetter[] {
  return SECURITY_LETTERS.filter((letter) => !measures.some(({ articles }) => articles.includes(letter)));
}

/** Version of a measure, as the coverage reads it. */
export type CoverageVersion = {
  measureId: string;
  articles: readonly string[];
  isRetired: boolean;
  /** Milliseconds. */
  at: number;
};

/** Letters that no measure served until an instant, at which one began to. */
export type CoverageClosing = { at: number; letters: SecurityLetter[] };

/** Reads versions in the order in which they were recorded; those of one instant count together. */
export function coverageClosings(versions: readonly CoverageVersion[]): CoverageClosing[] {
  const byArticle = new Map<string, readonly string[]>();
  const uncovered = () => lettersUncovered([...byArticle.values()].map((articles) => ({ articles })));
  const closings: CoverageClosing[] = [];
  let before = uncovered();
  for (const [index, { measureId, articles, isRetired, at }] of versions.entries()) {
    if (isRetired) byArticle.delete(measureId);
    else byArticle.set(measureId, articles);
    if (versions[index + 1]?.at === at) continue;
    const after = uncovered();
    const letters = before.filter((letter) => !after.includes(letter));
    if (letters.length > 0) closings.push({ at, letters });
    before = after;
  }
  return closings;
}
