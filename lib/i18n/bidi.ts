import type { AbstractIntlMessages } from "use-intl";
import type { Locale } from "./locale";

// First strong isolate … pop directional isolate: what stands between keeps its own order and turns nothing round it.
const OPEN = "\u2068";
const CLOSE = "\u2069";
const RIGHT_TO_LEFT_MARK = "\u200f";
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Letters alone: the Arabic comma between two Latin names makes no Arabic line of them. */
const ARABIC_LETTER = /\p{Script=Arabic}/u;
const LATIN_OR_DIGIT = /[\p{Script=Latin}\d]/u;

/** "30(2)(b)", "44–46", "09‑08" and "+00:00": in an Arabic line their brackets, signs and figures would change sides. */
const TECHNICAL = String.raw`\d+(?:\((?:\d+|[a-z])\))+|\d+[–‑]\d+|(?<![\p{L}\d])[+-]\d[\d:.,]*`;
const ISOLATED = String.raw`[\u2066-\u2068][^\u2069]*\u2069`;
/** "{name}" where a value is asked for; not "other {text}", where a word before it says when. */
const PLACEHOLDER = String.raw`(?<![A-Za-z0-9=]\s*)\{\w+\}`;

/** A value among words of one language: isolated wherever its order would be lost or would disturb its neighbours. */
export function isolate(text: string, locale: Locale): string {
  const isForeign = locale === "ar" ? LATIN_OR_DIGIT.test(text) : RIGHT_TO_LEFT.test(text);
  return isForeign ? `${OPEN}${text}${CLOSE}` : text;
}

const INNERMOST = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g;

/**
 * Marks a line as Arabic where each of its Arabic words is isolated: what is isolated counts for nothing where a browser
 * decides by the first letter, and the parts would follow each other from left to right.
 */
export function markDirection(line: string, locale: Locale): string {
  if (locale !== "ar" || !ARABIC_LETTER.test(line)) return line;
  let own = line;
  while (INNERMOST.test(own)) own = own.replaceAll(INNERMOST, "");
  return /\p{L}/u.test(own) ? line : `${RIGHT_TO_LEFT_MARK}${line}`;
}

/** A line that stands alone: in Arabic a line of Latin letters is isolated whole, and elsewhere each technical run. */
export function isolateLine(text: string, locale: Locale): string {
  if (locale !== "ar" || text === "") return text;
  return RIGHT_TO_LEFT.test(text) ? isolateRuns(text, TECHNICAL) : isolate(text, locale);
}

/** Isolates each line of each text within a value, for a page whose texts stand alone; keys of `except` keep theirs. */
export function isolateTexts<Value>(
  value: Value,
  locale: Locale,
  except: ReadonlySet<string> = new Set(),
): Value {
  if (locale !== "ar") return value;
  const settle = (node: unknown): unknown => {
    if (typeof node === "string") return node.split("\n").map(settleLine).join("\n");
    if (Array.isArray(node)) return node.map(settle);
    if (typeof node !== "object" || node === null) return node;
    const entries = Object.entries(node as Record<string, unknown>);
    return Object.fromEntries(entries.map(([key, part]) => [key, except.has(key) ? part : settle(part)]));
  };
  const settleLine = (line: string) => isolateLine(line, locale);
  return settle(value) as Value;
}

/** Every sentence of an Arabic catalogue with its values and technical runs isolated; other languages as they are. */
export function isolateMessages<Tree extends AbstractIntlMessages>(messages: Tree, locale: Locale): Tree {
  if (locale !== "ar") return messages;
  const settle = (node: string | AbstractIntlMessages): string | AbstractIntlMessages =>
    typeof node === "string" ? isolateSentence(node) : settleGroup(node);
  const settleGroup = (group: AbstractIntlMessages): AbstractIntlMessages =>
    Object.fromEntries(Object.entries(group).map(([key, node]) => [key, settle(node)]));
  return settleGroup(messages) as Tree;
}

/**
 * Adds a mark of direction to Arabic sentences that begin with a value or a placeholder, « {by} يدعوك » or
 * "{instrument}، {module}": browsers decide by the first letter.
 */
function isolateSentence(sentence: string): string {
  const settled = isolateRuns(sentence, `${PLACEHOLDER}|${TECHNICAL}`);
  const own = sentence.replace(/\{\w+\}/g, "");
  const isMute = own !== sentence && !/\p{L}/u.test(own);
  const beginsForeign = settled.startsWith(OPEN) && RIGHT_TO_LEFT.test(own);
  return isMute || beginsForeign ? `${RIGHT_TO_LEFT_MARK}${settled}` : settled;
}

/** Removes the marks, for a cell that a program reads back. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u200f\u2066-\u2069]/g, "");
}

function isolateRuns(text: string, runs: string): string {
  return text.replace(new RegExp(`${ISOLATED}|${runs}`, "gu"), (run) =>
    /^[\u2066-\u2068]/.test(run) ? run : `${OPEN}${run}${CLOSE}`,
  );
}
