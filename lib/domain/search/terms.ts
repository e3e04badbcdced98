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

/** The words of a question, each of which must be found; none when nothing was asked. */
export function searchTerms(question: string): string[] {
  return [...new Set(foldText(question).split(/\s+/).filter(Boolean))].slice(0, MOST_TERMS);
}
