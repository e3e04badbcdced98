import { fieldOf } from "@/lib/domain/invariant/required";

const LETTERS: Record<string, string> = {
  œ: "oe",
  æ: "ae",
  ø: "o",
  ł: "l",
  "’": "'",
  ٱ: "ا",
  ى: "ي",
  ة: "ه",
};
/** Maximum of words: more would not narrow a search. */
const MOST_TERMS = 8;

/**
 * A text as it is looked for: accents, vowel signs and case count for nothing, nor how an Arabic alif, ya or ta is
 * written. `fold_text` of the database folds alike.
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, "")
    .replace(/[œæøł’ٱىة]/g, (letter) => fieldOf(LETTERS, letter));
}

/**
 * Folded words with one space between, an Arabic article taken off with what is joined before it: "والعقد" is "عقد".
 * `search_words` of the database writes documents alike.
 */
export function foldWords(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/(^| )[وف]?(?:[بك]?ال|لل)(?=[\u0621-\u064a]{3})/g, "$1");
}

/** Words that say nothing of what is looked for, in the three languages. */
const LINKS = new Set(
  "a au aux avec chez d dans de des du en et l la le les ou par pour sur un une and at by for from in of on or the to with من في على عن الى او و".split(
    " ",
  ),
);

/**
 * The words of a question, each of which must be found; none when nothing was asked. What is written without a space is
 * one of them: "t-014" is "t 014".
 */
export function searchTerms(question: string): string[] {
  const asked = [...new Set(foldText(question).split(/\s+/).map(foldWords).filter(Boolean))];
  const telling = asked.filter((term) => !LINKS.has(term));
  return (telling.length > 0 ? telling : asked).slice(0, MOST_TERMS);
}
