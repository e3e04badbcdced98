/** A controller with every name under which the organisation knows it, and what its entries are called. */
export type CandidateSource = {
  id: string;
  legalName: string;
  names: readonly string[];
  activities: readonly string[];
};

export type CandidateReason = "name" | "activity";
export type Candidate = { id: string; legalName: string; reason: CandidateReason };

/**
 * Controllers that what a person said may mean: by a name that stands in it or in which it stands, then by an activity
 * of theirs. Proposed and never chosen: a name may be that of several.
 */
export function proposeCandidates(description: string, sources: readonly CandidateSource[]): Candidate[] {
  const clue = fold(description);
  if (clue.length < SHORTEST) return [];
  const by = (reason: CandidateReason, wordsOf: (source: CandidateSource) => readonly string[]) =>
    sources
      .filter((source) => wordsOf(source).some((words) => meets(clue, fold(words))))
      .map(({ id, legalName }) => ({ id, legalName, reason }));
  const named = by("name", ({ legalName, names }) => [legalName, ...names]);
  const known = new Set(named.map(({ id }) => id));
  return [...named, ...by("activity", ({ activities }) => activities).filter(({ id }) => !known.has(id))];
}

/** Letters below which any name would be met. */
const SHORTEST = 3;

function meets(clue: string, words: string): boolean {
  return (
    words.length >= SHORTEST && (` ${clue} `.includes(` ${words} `) || ` ${words} `.includes(` ${clue} `))
  );
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
