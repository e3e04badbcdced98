import { ambiguousNumber, phoneNumberReader, type NumberPlaces } from "./phone-number";

/** Number as a cell of a list or a file writes it, with the country code of a column of its own; `isAmbiguous` where several countries have it. */
export type NumberCells = {
  read: (written: string, prefix?: string) => string | null;
  isAmbiguous: (written: string, prefix?: string) => boolean;
};

/** Reads cells that hold one number and no words but what it is of: "ne pas appeler 0612345678" is none, nor are two numbers. */
export function numberCells(places: NumberPlaces): NumberCells {
  const [readNumber, isAmbiguous] = [phoneNumberReader(places), ambiguousNumber(places)];
  const textOf = (written: string, prefix = "") => joinPrefix(plainNumber(written), prefix);
  return {
    read: (written, prefix) => readNumber(textOf(written, prefix)),
    isAmbiguous: (written, prefix) => isAmbiguous(textOf(written, prefix)),
  };
}

const LABEL =
  /^(?:t[eé]l(?:[eé]phone)?|phone|mob(?:ile)?|port(?:able)?|gsm|fixe|cell|n°|whatsapp|الهاتف|هاتف)(?!\p{L})[\s.:]*/iu;
const NOTE =
  / ?\(?(?<!\p{L})(?:bureau|domicile|perso(?:nnel)?|pro(?:fessionnel)?|mobile|portable|fixe|maison|home|office|work)\)?$/iu;
const EXTENSION = / ?(?:poste|ext\.?|x) ?\d{1,5}$/i;
/** "612345678.0": a spreadsheet took the number for one with decimals. */
const DECIMALS = /^(\d{8,15})[.,]0+$/;
/** Signs that part numbers, between which each has so many digits. */
const BETWEEN = /[;,|&/]| - /;
const FEWEST_DIGITS = 7;

/** The digits of a cell with their signs; "" where it holds other words, or several numbers: nobody can tell whose is meant. */
function plainNumber(written: string): string {
  // Most cells of most files are digits.
  if (/^\+?\d{6,15}$/.test(written)) return written;
  const text = written
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\n/g, ",")
    .replace(/\s+/g, " ")
    .trim()
    .replace(LABEL, "")
    .replace(NOTE, "")
    .replace(EXTENSION, "")
    .replace(DECIMALS, "$1");
  const numbers = text.split(BETWEEN).filter((part) => part.replace(/\D/g, "").length >= FEWEST_DIGITS);
  return /\p{L}/u.test(text) || numbers.length > 1 ? "" : text;
}

/** A country code in a column of its own stands before the number without the zero of the country; "" of a code that is none. */
export function joinPrefix(text: string, prefix: string): string {
  const code = prefix.replace(/[\s()]/g, "").replace(/^(?:\+|00)/, "");
  if (code === "" || text === "" || text.startsWith("+") || text.startsWith("00")) return text;
  return /^\d[\d-]*$/.test(code) ? `+${code}${text.replace(/^0/, "")}` : "";
}
