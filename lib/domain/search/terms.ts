const LIGATURES: Record<string, string> = { œ: "oe", æ: "ae", "’": "'", أ: "ا", إ: "ا", آ: "ا", ٱ: "ا" };
/** More words than this narrow nothing any further. */
const MOST_TERMS = 8;

/** A text as it is looked for: accents and case count for nothing, nor how an Arabic alif is borne. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[œæ’أإآٱ]/g, (letter) => LIGATURES[letter]!)
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

/** The words of a question, each of which must be found; none when nothing was asked. */
export function searchTerms(question: string): string[] {
  return [...new Set(foldText(question).split(/\s+/).filter(Boolean))].slice(0, MOST_TERMS);
}
