/** Letters of a text that are Arabic, and all of them. */
function lettersOf(text: string): { arabic: number; all: number } {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  return { arabic, all: text.match(/\p{L}/gu)?.length ?? 0 };
}

/** Letters below which a text is a name or a reference, and says nothing of its language. */
const LEAST = 12;

/**
 * True of a text most of whose letters are of another script than those of the language in which it is read: Arabic letters in French or
 * English, Latin ones in Arabic. Names and references of the other script are fewer than the text around them.
 */
export function isOfOtherScript(text: string, language: string): boolean {
  const { arabic, all } = lettersOf(text);
  if (all < LEAST) return false;
  return language === "ar" ? arabic * 2 < all : arabic * 2 > all;
}
