/** Places where a clause of a folded French text ends: its signs, and words that begin another. */
const CLAUSE_END = /[.!?;:,\n]|\b(?:et|mais|car|donc|or|puisque|parce que|tandis que)\b/g;
/** Words before a mention that deny it, and verbs after it that do: "ce n'est pas un appel commercial". */
const DENIED_BEFORE = /\b(?:pas|aucune?|jamais|rien|nullement|sans|ni|non|inutile)\b/;
const DENIED_AFTER = /\bn(?:e |').{0,40}\b(?:pas|jamais|rien|plus|nullement|inutile)\b/;

export type ClauseSpan = { from: number; until: number };

/**
 * True where the clause around a mention denies it, or seems to: words are searched for, not understood, so that a person
 * reads the sentence. Negations within the mention itself are its own: "ne plus être appelé".
 */
export function isDenied(folded: string, span: ClauseSpan): boolean {
  const { from, until } = clauseAround(folded, span);
  return (
    DENIED_BEFORE.test(folded.slice(from, span.from)) || DENIED_AFTER.test(folded.slice(span.until, until))
  );
}

/** The sentence around a mention. */
export function sentenceAround(folded: string, { from, until }: ClauseSpan): string {
  const before = folded.slice(0, from);
  const begin = Math.max(...[".", "!", "?", "\n"].map((sign) => before.lastIndexOf(sign))) + 1;
  const end = /[.!?\n]/.exec(folded.slice(until))?.index ?? folded.length - until;
  return folded.slice(begin, until + end);
}

function clauseAround(folded: string, { from, until }: ClauseSpan): ClauseSpan {
  let begin = 0;
  for (const { index, 0: sign } of folded.slice(0, from).matchAll(CLAUSE_END)) begin = index + sign.length;
  const [next] = folded.slice(until).matchAll(CLAUSE_END);
  return { from: begin, until: next ? until + next.index : folded.length };
}
