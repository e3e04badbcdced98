import { MENTION_RULES, type Mention, type MentionRule } from "./script-mentions";
import { hasSentence, isDoubted, namesSomebody, saysMore, sentenceAround } from "./script-clauses";
import { isFrench } from "./script-vocabulary";
import { ruleStatusOn } from "./rule-status";
import { ruleOf } from "./statute";

/** Words in which the conversation is still beginning. */
const START_WORDS = 60;

export type MentionState =
  "present" | "late" | "missing" | "stale" | "not-due" | "unknown" | "wrong" | "absent" | "unclear";

export type Span = { from: number; until: number };

export type MentionFinding = {
  mention: Mention;
  article: string;
  state: MentionState;
  /** Places in the text, first to last. */
  spans: Span[];
};

/**
 * Holds a French script against the mentions due on a day. `isRecorded` is null where nobody has said so. Of a text in another language
 * nothing is known: a person reads it.
 */
export function checkScript(
  text: string,
  { day, isRecorded }: { day: string; isRecorded: boolean | null },
): MentionFinding[] {
  const folded = foldInPlace(text);
  const start = startOf(text);
  const isRead = isFrench(folded);
  return MENTION_RULES.map((rule) => {
    const spans = [...folded.matchAll(rule.words)].map(({ index, 0: found }) => ({
      from: index,
      until: index + found.length,
    }));
    const plain = spans.filter((span) => !isDoubtful(rule, { text, folded }, span));
    const isHinted = rule.hints?.some((hint) => hasSentence(folded, hint)) === true;
    const state = stateOf(rule, { spans, plain, isHinted, isRead, day, start, isRecorded });
    return { mention: rule.mention, article: rule.article, state, spans };
  });
}

/** True of words whose sentence denies or limits them, or speaks of something else. */
function isDoubtful(
  { notBeside, isNamed, isOfWish, plainWords }: MentionRule,
  { text, folded }: { text: string; folded: string },
  span: Span,
): boolean {
  return (
    isDoubted(folded, span, isOfWish === true) ||
    notBeside?.test(sentenceAround(folded, span)) === true ||
    (isNamed === true && !namesSomebody(text, span)) ||
    (plainWords !== undefined && saysMore(text, folded, span, plainWords))
  );
}

type Found = {
  spans: readonly Span[];
  plain: readonly Span[];
  /** Some sentence may mean it in other words. */
  isHinted: boolean;
  /** The text is in the language whose words are searched for. */
  isRead: boolean;
  day: string;
  start: number;
  isRecorded: boolean | null;
};

function stateOf(
  rule: MentionRule,
  { spans, plain, isHinted, isRead, day, start, isRecorded }: Found,
): MentionState {
  const status = ruleStatusOn(ruleOf(rule.rule), day);
  const isFound = spans.length > 0;
  const isDoubted = isFound && plain.length === 0;
  if (!rule.isDue)
    return isDoubted || (!isFound && (isHinted || !isRead)) ? "unclear" : isFound ? "wrong" : "absent";
  if (status === "ended") return isFound ? "stale" : "absent";
  if (status === "not-yet") return "not-due";
  if (rule.ifRecorded && isRecorded !== true && !isFound) return isRecorded === null ? "unknown" : "not-due";
  if (!isFound) return isRead ? "missing" : "unclear";
  if (isDoubted) return "unclear";
  return rule.isAtStart && plain.every(({ from }) => from >= start) ? "late" : "present";
}

/** The place at which the beginning ends. */
function startOf(text: string): number {
  const words = [...text.matchAll(/\S+/g)];
  return words[START_WORDS]?.index ?? text.length;
}

/** Folds each character into one of the same length, so that places stay as they are. */
function foldInPlace(text: string): string {
  return [...text].map(foldCharacter).join("");
}

function foldCharacter(character: string): string {
  if (/[’‘ʼ]/u.test(character)) return "'";
  if (/\s/u.test(character)) return " ";
  const plain = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.length === character.length ? plain : character;
}

export type ScriptPart = { text: string; mentions: Mention[] };

/** Cuts a text where mentions begin and end. */
export function markScript(text: string, findings: readonly MentionFinding[]): ScriptPart[] {
  const spans = findings.flatMap(({ mention, spans: own }) => own.map((span) => ({ mention, ...span })));
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ from, until }) => [from, until])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, index) => {
    const until = cuts[index + 1] ?? text.length;
    const mentions = spans.filter((span) => span.from <= from && until <= span.until);
    return { text: text.slice(from, until), mentions: [...new Set(mentions.map(({ mention }) => mention))] };
  });
}
