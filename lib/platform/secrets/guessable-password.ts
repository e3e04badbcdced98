import { COMMON_WORDS } from "@/lib/domain/account/common-words";
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** Guesses within which an attacker with the usual lists finds a password, as a power of ten; the library's own boundary. */
const ENOUGH = 10;
/** Characters that are estimated: the work grows with their square, and what is longer is safe unless its beginning repeats. */
const ESTIMATED = 32;
/** Words of a sentence: people who write so many choose them themselves, however familiar each is. */
const SENTENCE = 4;

/**
 * True for a password that the lists of @zxcvbn-ts make within 10^10 guesses: the most used passwords, first names, last
 * names and words in French, English and Arabic, dressed up with figures, signs, capitals or hyphens (ASVS 6.2.4).
 */
export async function isGuessable(password: string): Promise<boolean> {
  const estimator = await (estimators ??= loadEstimator());
  const written = password.normalize("NFKC");
  const isSentence = written.trim().split(/[^\p{L}\p{N}]+/u).length >= SENTENCE;
  const spellings = isSentence ? [written] : [written, withoutSigns(written)];
  return spellings.some((spelling) => estimator.check(spelling).guessesLog10 < ENOUGH);
}

/** "Harry-Potter 7" → "harrypotter7": a hyphen between familiar words makes none of them less familiar. */
function withoutSigns(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

// Loaded once by the first password that is chosen: 20 MB that most processes never need.
let estimators: Promise<ZxcvbnFactory> | undefined;

async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, french, english, arabic] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-fr"),
    import("@zxcvbn-ts/language-en"),
    import("@zxcvbn-ts/language-ar"),
  ]);
  return new ZxcvbnFactory({
    dictionary: {
      "passwords-common": common.dictionary["passwords-common"],
      "commonWords-fr": french.dictionary["commonWords-fr"],
      "firstnames-fr": french.dictionary["firstnames-fr"],
      "lastnames-fr": french.dictionary["lastnames-fr"],
      "commonWords-en": english.dictionary["commonWords-en"],
      "firstnames-en": english.dictionary["firstnames-en"],
      "firstnames-ar": arabic.dictionary.firstnames,
      "lastnames-ar": arabic.dictionary.lastnames,
      "wikipedia-ar": arabic.dictionary.wikipedia,
      field: [...COMMON_WORDS],
    },
    graphs: common.adjacencyGraphs,
    maxLength: ESTIMATED,
  });
}
