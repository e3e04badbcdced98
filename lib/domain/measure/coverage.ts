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
