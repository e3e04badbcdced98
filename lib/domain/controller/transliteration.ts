/** Consonants that one script writes for another, by one code each. Vowels, and what stands for them, are apart. */
const ARABIC: Readonly<Record<string, string>> = {
  ب: "b",
  پ: "b",
  ف: "f",
  ڤ: "f",
  م: "m",
  ن: "n",
  ل: "l",
  ر: "r",
  ت: "t",
  ط: "t",
  ث: "t",
  د: "d",
  ض: "d",
  س: "s",
  ص: "s",
  ز: "s",
  ظ: "s",
  ذ: "s",
  ش: "x",
  ك: "k",
  ق: "k",
  ڭ: "g",
  گ: "g",
  غ: "g",
  ج: "g",
  خ: "q",
};
const LATIN: Readonly<Record<string, string>> = {
  b: "b",
  p: "b",
  f: "f",
  v: "f",
  m: "m",
  n: "n",
  l: "l",
  r: "r",
  t: "t",
  d: "d",
  s: "s",
  z: "s",
  k: "k",
  q: "k",
  c: "k",
  g: "g",
  j: "g",
  ŝ: "x",
  ḫ: "q",
};
/** Letters that Arabic may write for a Latin vowel; it may also write nothing. A silent h is a vowel here, as ha is. */
const VOWELS: Readonly<Record<string, string>> = {
  a: "اهو",
  e: "ايهو",
  i: "يا",
  y: "ي",
  o: "و",
  u: "وي",
  w: "و",
  h: "هح",
};
const WEAK = /[اويهحع]/u;

/** A shorter row of consonants is that of too many words. */
const LEAST_CONSONANTS = 2;
/** A row of so many tells words apart by itself; of a shorter one every vowel counts too. */
const TELLING_CONSONANTS = 3;

/** A word by its consonants and by what stands before, between and after them: one gap more than consonants. */
type Sound = { consonants: string; gaps: readonly string[] };

/**
 * True where an Arabic word, as `spellingKey` spells it, may write a Latin one, in plain letters: the same consonants by what French
 * and Moroccan spelling have for them, and between them no long vowel that the other denies. "أورفيل" may be "orvelle".
 */
export function isTransliteration(arabic: string, latin: string): boolean {
  const written = arabicSound(arabic);
  return written !== null && latinSounds(latin).some((sound) => isSameSound(written, sound));
}

/** True of a row of consonants that tells words apart whatever their vowels. */
export function isTelling(consonants: string): boolean {
  return consonants.length >= TELLING_CONSONANTS;
}

/** The consonants by which `isTransliteration` compares an Arabic word; null of one that has too few, or no long vowel. */
export function arabicConsonants(word: string): string | null {
  return arabicSound(word)?.consonants ?? null;
}

/** The rows of consonants that Arabic may write for a Latin word. */
export function latinConsonants(word: string): string[] {
  return [...new Set(latinSounds(word).map(({ consonants }) => consonants))];
}

/** Reads a word as a foreign name: whoever writes one in Arabic writes some of its vowels as letters. */
function arabicSound(word: string): Sound | null {
  const sound = soundOf([...word], ARABIC);
  if (!sound || sound.consonants.length < LEAST_CONSONANTS) return null;
  return sound.gaps.some((gap) => WEAK.test(gap)) ? sound : null;
}

function soundOf(letters: readonly string[], codes: Readonly<Record<string, string>>): Sound | null {
  const gaps = [""];
  let consonants = "";
  for (const letter of letters) {
    const code = codes[letter];
    if (code === undefined) {
      gaps.push(`${gaps.pop() ?? ""}${letter}`);
      continue;
    }
    // A letter written twice is one sound.
    if (consonants.endsWith(code) && gaps.at(-1) === "") continue;
    consonants += code;
    gaps.push("");
  }
  return consonants === "" ? null : { consonants, gaps };
}

/** Spellings that sound otherwise than their letters, first to last. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ph/gu, "f"],
  [/qu/gu, "k"],
  [/(?:sch|sh|ch)/gu, "ŝ"],
  [/kh/gu, "ḫ"],
  [/c(?=[eiy])/gu, "s"],
  [/x/gu, "ks"],
];
/** Spellings that may sound otherwise: last consonants that are silent, "gn", "ill", and a hard g, which has no letter of its own. */
const UNSURE: readonly (readonly [RegExp, string])[] = [
  [/(?:es|nts|nds|[stdxzp])$/u, ""],
  [/er$/u, "e"],
  [/l[tdsx]$/u, ""],
  [/gn/gu, "n"],
  [/ill(?=[aeiou])/gu, "iy"],
  [/ŝ/gu, "k"],
  [/g(?![eiy])/gu, "k"],
];

function latinSounds(word: string): Sound[] {
  const said = SPELLINGS.reduce((text, [spelled, sound]) => text.replace(spelled, sound), word);
  const all = UNSURE.reduce<string[]>(
    (texts, [spelled, sound]) => [...texts, ...texts.map((text) => text.replace(spelled, sound))],
    [said],
  );
  return [...new Set(all)].flatMap((text) => {
    const sound = soundOf([...text], LATIN);
    return sound && sound.consonants.length >= LEAST_CONSONANTS ? [sound] : [];
  });
}

function isSameSound(arabic: Sound, latin: Sound): boolean {
  return (
    arabic.consonants === latin.consonants &&
    arabic.gaps.every((gap, at) => mayWrite(gap, latin.gaps[at] ?? "", at)) &&
    (isTelling(latin.consonants) || hasEveryVowel(arabic, latin))
  );
}

/**
 * True where the Arabic word writes a letter for each vowel of the other, as whoever hears a foreign name does: "أكسا" is "axa", "رونو"
 * is "renault". Two consonants alone are those of hundreds of words. A last e is silent.
 */
function hasEveryVowel(arabic: Sound, latin: Sound): boolean {
  const last = latin.gaps.length - 1;
  const isSaid = latin.gaps.map((vowels, at) => (at === last ? /[aiouy]/u : /[aeiouyw]/u).test(vowels));
  return isSaid.every((said, at) => !said || arabic.gaps[at] !== "");
}

/** Arabic writes the vowel that a word begins with, and no long vowel where there is none. */
function mayWrite(arabic: string, latin: string, at: number): boolean {
  if (at === 0 && /^[aeiouyw]/u.test(latin) !== (arabic !== "") && !latin.startsWith("h")) return false;
  // A vowel at a word's beginning stands on an alef.
  const said = at === 0 ? arabic.replace(/^ا/u, "") : arabic;
  return [...said].every((letter) => [...latin].some((vowel) => VOWELS[vowel]?.includes(letter)));
}
