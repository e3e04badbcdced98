import { articleGround, type DutyProvision, type GroundFacts, type SourceOfDuty } from "./duty-ground";
import { articleOf, type ComplianceDuty } from "@/lib/domain/compliance/duties";
import { fineTierOf } from "@/lib/domain/statute/ceilings";

export type CodedGap = { duty: ComplianceDuty; code: string };

/** Laws that a rule cites by name, since it is of that law alone. */
const NAMED: readonly (readonly [RegExp, SourceOfDuty])[] = [
  [/^09-08: (.+)$/, "law0908"],
  [/^UK GDPR (.+)$/, "uk-gdpr"],
  [/^FADP (.+)$/, "fadp"],
];

/** Decisions and judgments whose own numbers are cited, whatever the law. */
const CLAUSES = /^(?:2021\/91[45]|C-)/;

/**
 * Texts that gaps of one client offend, the articles of each together: those of its laws, which may be several; of its contract
 * or of a rule of one's own, where these are silent.
 */
export function gapProvisions(gaps: readonly CodedGap[], facts: GroundFacts): DutyProvision[] {
  return joinArticles(gaps.flatMap(({ duty, code }) => provisionsOf(articleOf(duty, code), facts)));
}

/** Texts that ask, under the laws of one client, what a rule cites, the articles of each together. */
export function citedProvisions(cited: string, facts: GroundFacts): DutyProvision[] {
  return joinArticles(provisionsOf(cited, facts));
}

function joinArticles(provisions: readonly DutyProvision[]): DutyProvision[] {
  const articles = new Map<SourceOfDuty, Set<string>>();
  for (const { source, article } of provisions)
    articles.set(source, (articles.get(source) ?? new Set()).add(article));
  return [...articles].map(([source, found]) => ({
    source,
    article: [...found].filter(Boolean).toSorted().join(", "),
  }));
}

function provisionsOf(cited: string, facts: GroundFacts): DutyProvision[] {
  for (const [pattern, source] of NAMED) {
    const article = pattern.exec(cited)?.[1];
    if (article) return [{ source, article }];
  }
  return cited.split("; ").flatMap((part): DutyProvision[] => {
    if (CLAUSES.test(part)) return [{ source: "clauses", article: part }];
    return part
      .split(", ")
      .flatMap((article) => [...articleGround({ article, basis: "statutory" }, facts).provisions]);
  });
}

/** Texts of several clients, each once. */
export function mergeProvisions(found: readonly (readonly DutyProvision[])[]): DutyProvision[] {
  const known = new Map(found.flat().map((one) => [`${one.source} ${one.article}`, one]));
  return [...known.values()];
}

/**
 * Tier of article 83 in which a gap of the clients of `parties` may be fined on a day. Null where the processor is bound by its contracts
 * alone, since no authority of the Union can then fine it; where other laws ask; and of a review, whose date is chosen.
 */
export function fineTierOfGap({ duty, code }: CodedGap, parties: readonly GroundFacts[], on: string) {
  const isFined = parties.some(
    (facts) =>
      facts.isProcessorBound &&
      gapProvisions([{ duty, code }], facts).some(({ source }) => source === "gdpr"),
  );
  return isFined && duty !== "reviews" ? fineTierOf(articleOf(duty, code), on) : null;
}
