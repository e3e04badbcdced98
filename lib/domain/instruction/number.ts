/** Two to six capitals and figures, a letter first: the beginning of every number of one controller. */
export const CODE = /^[A-Z][A-Z0-9]{1,5}$/;

/** "TLN-2026-007": the controller's code, the year of receipt, and a number without holes within it. */
export function instructionNumber({
  code,
  year,
  counter,
}: {
  code: string;
  year: number;
  counter: number;
}): string {
  return `${code}-${year}-${String(counter).padStart(3, "0")}`;
}

/** Words of a name that tell no company from another. */
const FORMS = new Set(
  "sa sas sasu sarl eurl sci snc scop gie ag gmbh bv nv ltd plc llc inc spa srl groupe group cie et and the la le les de du des d l".split(
    " ",
  ),
);

/** Three letters that recall the name, "Téléno" → TLN, "Orvelle Énergie" → ORE; the first that nobody has. */
export function proposeCode(name: string, used: ReadonlySet<string>): string {
  const free = candidates(wordsOf(name)).find((code) => CODE.test(code) && !used.has(code));
  return free ?? firstNumbered(used);
}

function wordsOf(name: string): string[] {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean);
  const telling = words.filter((word) => !FORMS.has(word.toLowerCase()));
  return telling.length > 0 ? telling : words;
}

/**
 * Lists candidates, the best first: initials, the first word's consonants, its letters, then each with a
 * figure.
 */
function candidates(words: readonly string[]): string[] {
  const [first = "", second = ""] = words;
  const skeleton = first.slice(0, 1) + first.slice(1).replace(/[AEIOUY]/g, "");
  const bases = [
    words.length > 2 ? words.map((word) => word[0]).join("") : "",
    second ? first.slice(0, 2) + second.slice(0, 1) : skeleton,
    skeleton,
    first + second,
  ].map((base) => base.slice(0, 3));
  return [...bases, ...NUMBERS.map((number) => `${(first + second).slice(0, 2)}${number}`)];
}

const NUMBERS = Array.from({ length: 98 }, (_, index) => index + 2);

function firstNumbered(used: ReadonlySet<string>): string {
  const number = Array.from({ length: used.size + 1 }, (_, index) => index + 1).find(
    (candidate) => !used.has(`RT${candidate}`),
  );
  return `RT${number}`;
}
