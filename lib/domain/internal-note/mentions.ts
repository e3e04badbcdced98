import { trimEndOf } from "@/lib/domain/text/trim-characters";
import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";

/** A member who may be named in a note; one who left may not, but where a former version named them. */
export type Nameable = { id: string; name: string; isEnded: boolean };

// An address of mail is no mention: nothing that belongs to a word stands before the sign.
const SIGN = /(?<![\p{L}\p{M}\p{N}._+-])@/gu;
const FIRST_WORD = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/u;
const ASKED = /(?<![\p{L}\p{M}\p{N}._+-])@([\p{L}\p{M}\p{N}'’ -]{0,60})$/u;

/**
 * Reads whom a text names: "@" and a full name, or one word of a name that one member alone has. Members of the same full name
 * are all named. The first name that is unknown, left or ambiguous is refused beside the text.
 */
export function readMentions(
  text: string,
  members: readonly Nameable[],
  alreadyNamed: ReadonlySet<string> = new Set(),
): Outcome<string[]> {
  const known = members.filter(({ id, isEnded }) => !isEnded || alreadyNamed.has(id));
  const named = new Set<string>();
  for (const { index } of text.matchAll(SIGN)) {
    const after = text.slice(index + 1);
    const whole = namedInFull(after, known);
    const word = firstWordOf(after);
    if (whole.length === 0 && word === undefined) continue;
    const found = whole.length > 0 ? whole : namedByWord(word ?? "", known);
    const names = [...new Set(found.map(({ name }) => name))];
    if (names.length > 1)
      return invalid("text", "internal-note.ambiguousName", { name: word ?? "", names: names.join(" · ") });
    if (found.length === 0) return unknown(after, word ?? "", members);
    for (const { id } of found) named.add(id);
  }
  return done([...named]);
}

/** Members whose names go on from what stands between the last "@" and the caret; null where nobody is being named. */
export function proposeMembers<M extends Nameable>(
  beforeCaret: string,
  members: readonly M[],
): { typed: string; members: M[] } | null {
  const typed = ASKED.exec(beforeCaret)?.[1];
  if (typed === undefined) return null;
  const begun = comparable(typed);
  const goesOn = ({ name }: Nameable) =>
    comparable(name).startsWith(begun) || wordsOf(name).some((word) => word.startsWith(begun));
  const found = members.filter((member) => !member.isEnded && goesOn(member));
  return found.length === 0 ? null : { typed, members: found };
}

/** The word with which the text begins, without what ends a quotation. */
function firstWordOf(text: string): string | undefined {
  const word = FIRST_WORD.exec(text)?.[0];
  return word === undefined ? undefined : trimEndOf(word, "'’-");
}

function unknown(after: string, word: string, members: readonly Nameable[]): Outcome<string[]> {
  const left = members.filter(({ isEnded }) => isEnded);
  const [gone] = [...namedInFull(after, left), ...namedByWord(word, left)];
  if (gone) return invalid("text", "internal-note.memberLeft", { name: gone.name });
  return invalid("text", "internal-note.unknownName", { name: word });
}

/** Members of the longest full name with which the text begins. */
function namedInFull(text: string, members: readonly Nameable[]): Nameable[] {
  const begun = comparable(text.slice(0, 400));
  const found = members.filter(({ name }) => {
    const own = comparable(name);
    return own !== "" && begun.startsWith(own) && !/^[\p{L}\p{N}]/u.test(begun.slice(own.length));
  });
  const longest = Math.max(0, ...found.map(({ name }) => comparable(name).length));
  return found.filter(({ name }) => comparable(name).length === longest);
}

function namedByWord(word: string, members: readonly Nameable[]): Nameable[] {
  const own = comparable(word);
  return members.filter(({ name }) => wordsOf(name).includes(own));
}

function wordsOf(name: string): string[] {
  const own = comparable(name);
  return [...own.split(" "), ...own.split(/[ '-]/u)];
}

/** A name as it is compared: without capitals and accents, with one kind of apostrophe and of space. */
function comparable(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/’/gu, "'").replace(/\s+/gu, " ");
}
