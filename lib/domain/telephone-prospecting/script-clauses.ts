import { findQualifiers } from "@/lib/domain/text/qualifiers";
import { findOtherWords } from "./script-vocabulary";

/** Places where a clause of a folded French text ends: its signs, and words that begin another. */
const CLAUSE_END = /[.!?;:,\n]|\b(?:et|mais|car|donc|or|puisque|parce que|tandis que)\b/g;
/** Words before a mention that deny it, and verbs after it that do: "ce n'est pas un appel commercial". */
const DENIED_BEFORE =
  /\b(?:pas|aucune?|jamais|rien|nullement|sans|ni|non|inutile|impossible|interdit|rarement|loin d(?:e |')|plutot qu(?:e |')|au lieu d(?:e |')|moins qu(?:e |')|avant d(?:e |')etre|sembl\S{0,6} (?:a|etre)|ne (?:saura|peu|pourra|veu|voudra|souhait))/;
/** Says that nothing is asked of whoever exercises a right: it denies nothing. */
const FREELY =
  /\bsans (?:aucune? )?(?:motif|frais|justification|condition|raison|formalite|engagement|avoir a)s?\b/g;
const DENIED_AFTER = /\bn(?:e |').{0,40}\b(?:pas|jamais|rien|plus|nullement|inutile)\b/;

/** Words that limit what a sentence says to some persons, ways or times. */
const LIMITS =
  /\b(?:a moins|jusqu'|detromp|banni|contrairement|eviter|tair(?:ai|e)|peu importe|comme vous (?:voudrez|voulez)|facultati|pense[zr]|croyez|seulement|uniquement|exclusivement|en principe|rarement|parfois|a condition|courrier recommande|s'il y a lieu|le cas echeant|si )/;
/** A restriction: "vous ne pouvez … que par courrier". */
const ONLY = /\bn(?:e |').{0,80}\bqu(?:e |')/;
/** Conditions that only the wish of the person fulfils, and so limit nothing. */
const WISHES =
  /\b(?:sauf )?(?:si|lorsque|quand|des que) vous (?:ne |n')?(?:(?:vous )?(?:y |l'|le |la |en |nous )*)(?:dites|souhaitez|voulez|desirez|preferez|demandez|opposez|refusez)(?: plus)?/g;
/** Instructions to whoever reads the script aloud, whose quoted words may never be said. */
const ADVICE =
  /(?:^|[,;:.!?»"(\n-])[ «"]{0,3}(?:surtout,? )?(?:ne |n')?(?:(?:eviter|eviter de|ne pas|ne jamais|il faut|ne surtout pas) \S{1,20}|dites|precisez|annoncez|indiquez|mentionnez|repondez|affirmez|evitez|oubliez|parlez|pretendez)\b|\bsi (?:on|l'on|le client|la personne|le prospect|quelqu'un)\b/;
/** Beginnings of a sentence that answers the one before with a denial. */
const DENYING_ANSWER =
  /^[\s«"-]*(?:non|nullement|pas du tout|absolument pas|jamais|aucunement|detrompez|au contraire|c'est faux)\b/;

export type ClauseSpan = { from: number; until: number };

/**
 * True where the clause around a mention denies it, or its sentence limits it, asks it, or tells the reader what to say: words
 * are searched for, not understood, so that a person reads the sentence. Negations within the mention itself are its own:
 * "ne plus être appelé". `isOfWish` is true of a mention that the person's own wish may condition: the right to object.
 */
export function isDoubted(folded: string, span: ClauseSpan, isOfWish: boolean): boolean {
  return isDenied(folded, span) || isLimited(folded, span, isOfWish);
}

function isDenied(folded: string, span: ClauseSpan): boolean {
  const { from, until } = clauseAround(folded, span);
  return (
    DENIED_BEFORE.test(folded.slice(from, span.from).replace(FREELY, " ")) ||
    DENIED_AFTER.test(folded.slice(span.until, until))
  );
}

function isLimited(folded: string, span: ClauseSpan, isOfWish: boolean): boolean {
  const { from, until } = sentenceSpan(folded, span);
  const written = folded.slice(from, until);
  const around = `${folded.slice(from, span.from)} ${folded.slice(span.until, until)}`;
  const sentence = isOfWish ? around.replace(WISHES, " ").replace(FREELY, " ") : around;
  const isQuestion = folded.charAt(until) === "?";
  return (
    isQuestion ||
    LIMITS.test(sentence) ||
    (isOfWish && ONLY.test(sentence)) ||
    ADVICE.test(written) ||
    DENYING_ANSWER.test(folded.slice(until + 1)) ||
    findQualifiers(sentence).some(({ kind, words }) => kind === "exception" && words !== "mais")
  );
}

/** The sentence around a mention. */
export function sentenceAround(folded: string, span: ClauseSpan): string {
  const { from, until } = sentenceSpan(folded, span);
  return folded.slice(from, until);
}

/**
 * True where the sentence around a mention says anything beside it that `plain` does not hold. `written` is the text as it
 * was written, with the places of `folded`.
 */
export function saysMore(
  written: string,
  folded: string,
  span: ClauseSpan,
  plain: ReadonlySet<string>,
): boolean {
  const { from, until } = sentenceSpan(folded, span);
  const [ending] = /^\p{L}*/u.exec(folded.slice(span.until)) ?? [""];
  const next = span.until + ending.length;
  const besides = (text: string) =>
    text.slice(from, span.from) + " ".repeat(next - span.from) + text.slice(next, until);
  const sentence = besides(folded).replace(WISHES, (wish) => " ".repeat(wish.length));
  return findOtherWords(besides(written), sentence, plain).length > 0;
}

/** Words after a mention among which the name of whoever is meant stands. */
const NAME_WORDS = 6;
/** A name begins with a capital; a script may leave its place between signs, or mark it by points or lines. */
const NAME = /^(?:\p{Lu}[\p{L}\p{N}'’.&-]|[[{<(«_…]|\.{3}|\p{Lu}{2})/u;
/** Titles of the person who is called, after which comes that person's own name. */
const OF_THE_CALLED = /^(?:madame|monsieur|mme|mlle|m\.|mr)$/iu;

/**
 * True where a name stands beside a mention in the text as it was written: among the words that follow it in its sentence, or right
 * before it ("Salma Idrissi à l’appareil").
 */
export function namesSomebody(written: string, { from, until }: ClauseSpan): boolean {
  const [after = ""] = written.slice(until).split(/[!?;\n]|\.(?=\s|$)/u);
  const following = after
    .split(/[\s,:]+/u)
    .filter(Boolean)
    .slice(0, NAME_WORDS);
  const isCalled = following.some((word) => OF_THE_CALLED.test(word));
  const [before = ""] = written.slice(0, from).trimEnd().split(/\s+/u).slice(-1);
  const bare = following.map((word) => word.replace(/^(?:[dl]['’]|e\b|'|’)/u, ""));
  return (
    (!isCalled && bare.some((word) => NAME.test(word))) ||
    (isShownBefore(written.slice(from, until)) && NAME.test(before))
  );
}

function isShownBefore(mention: string): boolean {
  return /appareil$/iu.test(mention);
}

/** True where one sentence of a folded text matches. */
export function hasSentence(folded: string, pattern: RegExp): boolean {
  return folded.split(/[.!?]+|\n/).some((sentence) => pattern.test(sentence) && !WRITTEN.test(sentence));
}

/** A confirmation in writing before anybody is bound, or that a word binds nobody, L221-16. */
const WRITTEN =
  /\b(?:confirm\S+ ecrite?|par ecrit|support durable|apres (?:l')?avoir (?:lu|signee?)|qu'apres|(?:a|pour) signer|n(?:e |')(?:vous )?(?:engage|vaut|suffit)\S{0,3} (?:pas|a rien|en rien))\b/;

const SENTENCE_END = /[.!?]|(?<![:,] {0,3})\n/g;

function sentenceSpan(folded: string, { from, until }: ClauseSpan): ClauseSpan {
  let begin = 0;
  for (const { index, 0: sign } of folded.slice(0, from).matchAll(SENTENCE_END)) begin = index + sign.length;
  const [next] = folded.slice(until).matchAll(SENTENCE_END);
  return { from: begin, until: next ? until + next.index : folded.length };
}

function clauseAround(folded: string, { from, until }: ClauseSpan): ClauseSpan {
  let begin = 0;
  for (const { index, 0: sign } of folded.slice(0, from).matchAll(CLAUSE_END)) begin = index + sign.length;
  const [next] = folded.slice(until).matchAll(CLAUSE_END);
  return { from: begin, until: next ? until + next.index : folded.length };
}
