/** A title and its sentence. */
export type MeasureWords = { title: string; description: string };

const NONE: MeasureWords = { title: "", description: "" };

/**
 * What an organisation has said in words of its own. What stands exactly as the library says it, in one of its
 * languages, or with no title at all, is the library's still, and goes on being read in every language.
 */
export function ownWords(stated: MeasureWords, library: readonly MeasureWords[]): MeasureWords {
  const isTheirs = library.some(
    ({ title, description }) =>
      title === stated.title && (description === stated.description || stated.description === ""),
  );
  if (library.length > 0 && (stated.title === "" || isTheirs)) return NONE;
  return stated;
}
