import { withLatinFigures } from "@/lib/features/choice/read/numbers-in-text";

/** A day as people write it: a day of birth is no number, though some countries have numbers of these figures. */
const DAY = /(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?![\d/.-])/g;

/** Pairs of figures, and one figure at the end: one is missing. */
const FIGURE_MISSING = /^\D{0,40}(?:\d\d[\s.-]{1,3}){3,6}\d\D{0,40}$/;

/** An at sign as people write it for other people. */
const SPELLED_AT =
  /[\p{L}\p{N}.]\s{0,3}(?:[[({]\s?(?:at|a|chez|arobase)\s?[\])}]|\s(?:at|chez|arobase)\s)\s{0,3}\p{L}/iu;
const DOMAIN = /\.\p{L}{2,}/u;

const FIGURE_WORDS = new Set(
  `zero un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
  cinquante soixante septante huitante octante nonante cent oh one two three four five seven eight nine ten eleven twelve
  thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety double
  صفر واحد اثنان اثنين ثلاثة اربعة خمسة ستة سبعة ثمانية تسعة عشرة عشرون ثلاثون اربعون خمسون ستون سبعون ثمانون تسعون`.split(
    /\s+/,
  ),
);

/** Figures in words that are taken for a number: fewer are a quantity. */
const LEAST_WORDS = 4;

/** Writes spaces for the days of a text, so that every other place stays. */
export function withoutDays(text: string): string {
  return withLatinFigures(text).replace(DAY, (day) => " ".repeat(day.length));
}

/** True of a number of which one figure was left out, and which may be another country's as it stands. */
export function lacksFigure(text: string): boolean {
  return FIGURE_MISSING.test(withLatinFigures(text));
}

/** True of a number or an address that is written in words. */
export function isSpelledOut(text: string): boolean {
  if (DOMAIN.test(text) && SPELLED_AT.test(text)) return true;
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && word !== "et" && word !== "و");
  let inRow = 0;
  return words.some((word) => {
    inRow = FIGURE_WORDS.has(word) || FIGURE_WORDS.has(word.replace(/^و/u, "")) ? inRow + 1 : 0;
    return inRow >= LEAST_WORDS;
  });
}

/** True where the figures that somebody wrote are those of the number, with or without its country and a zero before it. */
export function statesWhole(written: string, number: string): boolean {
  const [figures, whole] = [withLatinFigures(written).replace(/\D/g, ""), number.replace(/\D/g, "")];
  const forms = [figures, ...[1, 2, 3].map((length) => withoutZeroAt(figures.replace(/^00/, ""), length))];
  return forms.some((form) => whole.endsWith(form.replace(/^0+/, "")));
}

/** Takes away the zero of "+33 (0)6". */
function withoutZeroAt(figures: string, place: number): string {
  return figures[place] === "0" ? figures.slice(0, place) + figures.slice(place + 1) : figures;
}
