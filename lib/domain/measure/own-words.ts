/** A title and its sentence. */
export type MeasureWords = { title: string; description: string };

const NONE: MeasureWords = { title: "", description: "" };

/**
 * Returns the organisation's own words. A title equal to the library's in one of its languages, or none at
 * all, remains the library's and is displayed in the reader's language.
 */
export function ownWords(stated: MeasureWords, library: readonly MeasureWords[]): MeasureWords {
  const isTheirs = library.some(
    ({ title, description }) =>
      title === stated.title && (description === stated.description || stated.description === ""),
  );
  if (library.length > 0 && (stated.title === "" || isTheirs)) return NONE;
  return stated;
}
