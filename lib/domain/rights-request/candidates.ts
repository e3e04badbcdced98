import { nameFinder } from "@/lib/domain/controller/find-names";
import { indexNames, isWholeName } from "@/lib/domain/controller/name-index";

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
 * Controllers that what a person said may mean: by a name that stands in it or in which it stands, by what people call them
 * (a name without its form, a group, a telling word), then by an activity of theirs. Proposed and never chosen: a name may be
 * that of several.
 */
export function proposeCandidates(description: string, sources: readonly CandidateSource[]): Candidate[] {
  const clue = fold(description);
  if (clue.length < SHORTEST) return [];
  const by = (reason: CandidateReason, wordsOf: (source: CandidateSource) => readonly string[]) =>
    sources
      .filter((source) => wordsOf(source).some((words) => meets(clue, fold(words))))
      .map(({ id, legalName }) => ({ id, legalName, reason }));
  const inFull = by("name", ({ legalName, names }) => [legalName, ...names]);
  const named = [...inFull, ...calledIn(description, sources).filter((one) => !has(inFull, one))];
  const known = new Set(named.map(({ id }) => id));
  return [...named, ...by("activity", ({ activities }) => activities).filter(({ id }) => !known.has(id))];
}

/** Finds by the index that notices, proposals and imports read; a whole name before a word that several bear. */
function calledIn(description: string, sources: readonly CandidateSource[]): Candidate[] {
  const parties = sources.map(({ id, legalName, names }) => ({ id, companies: [legalName, ...names] }));
  const ids = nameFinder(indexNames(parties))(description).flatMap(({ entries }) => {
    const whole = entries.filter(isWholeName);
    return (whole.length > 0 ? whole : entries).map(({ id }) => id);
  });
  return sources
    .filter(({ id }) => ids.includes(id))
    .map(({ id, legalName }) => ({ id, legalName, reason: "name" as const }));
}

function has(candidates: readonly Candidate[], { id }: Candidate): boolean {
  return candidates.some((one) => one.id === id);
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
