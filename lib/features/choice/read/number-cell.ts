import { countriesInCell } from "@/lib/domain/telephone-prospecting/country-cell";
import { isFrenchPlace, TERRITORIES } from "@/lib/domain/telephone-prospecting/territories";
import { withLatinFigures } from "./numbers-in-text";
import {
  ambiguousNumber,
  callingCode,
  numberReadings,
  phoneNumberReader,
  placesOfAnyClient,
  type NumberPlaces,
  type NumberReader,
} from "./phone-number";

/**
 * Doubts about a number that is not read: several countries of the client have it, or the column of countries beside it names
 * one that has not, or one that nobody understands.
 */
export type NumberDoubt = "ambiguous" | "country";

/** Number as a cell of a list, a log or a file writes it, with the country code and the country of columns of their own. */
export type NumberCells = {
  read: (written: string, prefix?: string, country?: string) => string | null;
  /** The doubt about a cell that `read` does not read; null of what is no number. */
  doubtOf: (written: string, prefix?: string, country?: string) => NumberDoubt | null;
};

type NumberWriting = {
  /** Digits that an exchange dials before each number. */
  dialPrefix?: string;
  /** Somebody said that the column of countries is not of the numbers. */
  isCountryAside?: boolean;
};

/**
 * Reads cells that hold one number and no words but what it is of: "ne pas appeler 0612345678" is none, nor are two numbers.
 * A number is of the country of its row, where a column names one, and else of those of the client.
 */
export function numberCells(
  places: NumberPlaces,
  { dialPrefix = "", isCountryAside = false }: NumberWriting = {},
): NumberCells {
  const [readNumber, isAmbiguous] = [phoneNumberReader(places), ambiguousNumber(places)];
  const readOfRow = rowReaders();
  const stated = (written: string, prefix: string, country: string) => {
    const beside = placesBeside(prefix, isCountryAside ? "" : country);
    return {
      text: joinPrefix(stripDialled(plainNumber(written), dialPrefix), beside.code),
      row: beside.country,
    };
  };
  return {
    read: (written, prefix = "", country = "") => {
      // Most lines of most files say nothing beside the number.
      if (prefix === "" && country === "") return readNumber(stripDialled(plainNumber(written), dialPrefix));
      const { text, row } = stated(written, prefix, country);
      return row === "" ? readNumber(text) : readOfRow(row)(text);
    },
    doubtOf: (written, prefix = "", country = "") => {
      const { text, row } = stated(written, prefix, country);
      if (row === "") return isAmbiguous(text) ? "ambiguous" : null;
      if (readOfRow(row)(text) !== null) return null;
      const anywhere = placesOfAnyClient([...places.countries, ...countriesInCell(row)]);
      return numberReadings(anywhere)(text).length > 0 ? "country" : null;
    },
  };
}

/** A column of country codes may hold countries, and one of countries codes: what a cell holds decides. */
function placesBeside(prefix: string, country: string): { code: string; country: string } {
  const [ofPrefix, ofCountry] = [prefix.trim(), country.trim()];
  const isCode = isCallingCode(ofCountry);
  return {
    code: isWord(ofPrefix) ? (isCode ? ofCountry : "") : ofPrefix || (isCode ? ofCountry : ""),
    country: isCode || ofCountry === "" ? (isWord(ofPrefix) ? ofPrefix : "") : ofCountry,
  };
}

function isWord(cell: string): boolean {
  return /\p{L}|\p{Regional_Indicator}/u.test(cell);
}

/** "33" and "+212"; "971" to "976" are French departments too, unless a plus says what they are. */
function isCallingCode(cell: string): boolean {
  return /^(?:\+|00)\d{1,4}$/.test(cell) || (/^\d{1,3}$/.test(cell) && !/^97[1-6]$/.test(cell));
}

/** Readers of numbers by what a cell of countries says, each made once: a file repeats them. */
function rowReaders(): (country: string) => NumberReader {
  const known = new Map<string, NumberReader>();
  return (country) => {
    const found = known.get(country);
    if (found) return found;
    const reader = rowReader(countriesInCell(country));
    known.set(country, reader);
    return reader;
  };
}

/** Reads numbers of one row's country; one with the code of another country is not of it. */
function rowReader(countries: readonly string[]): NumberReader {
  // Reads, of a country that nobody understands, what names its own code.
  if (countries.length === 0) {
    const read = phoneNumberReader({ countries: ["FR"] });
    return (text) => (/^(?:\+|00)/.test(text) ? read(text) : null);
  }
  const read = phoneNumberReader({ countries });
  const codes = codesOf(countries);
  return (text) => {
    const number = read(text);
    return number !== null && codes.some((code) => number.startsWith(code)) ? number : null;
  };
}

/** Codes of the countries; numbers of all parts of France are dialled alike within it. */
function codesOf(countries: readonly string[]): string[] {
  const all = countries.some(isFrenchPlace) ? [...countries, ...TERRITORIES] : countries;
  return [...new Set(all.map(callingCode))].filter((code) => code !== "");
}

const LABEL =
  /^(?:t[eé]l(?:[eé]phone)?|phone|mob(?:ile)?|port(?:able)?|gsm|fixe|cell|n°|whatsapp|الهاتف|هاتف)(?!\p{L})[\s.:]*/iu;
const NOTE =
  / ?\(?(?<!\p{L})(?:bureau|domicile|perso(?:nnel)?|pro(?:fessionnel)?|mobile|portable|fixe|maison|home|office|work)\)?$/iu;
const EXTENSION = / ?(?:poste|ext\.?|x) ?\d{1,5}$/i;
/** "sip:+33612345678@exchange", as exchanges address a number. */
const ADDRESS = /^(?:tel|sips?):([^@;]*)(?:[@;].*)?$/i;
/** "612345678.0": a spreadsheet took the number for one with decimals. */
const DECIMALS = /^(\d{8,15})[.,]0+$/;
/** Signs that part numbers, between which each has so many digits. */
const BETWEEN = /[;,|&/]| - /;
const FEWEST_DIGITS = 7;

/** `="0612345678"`, as programs keep a spreadsheet from taking a zero, and `"" <0612345678>`, as exchanges write a caller. */
const WRAPPED = /^(?:="([^"]*)"|(?:""\s?)?<([^<>]*)>)$/;
/** Figures and the signs between them. Any other says something of the number, as a cross that denies it. */
const OF_NUMBERS = /^[\d\s+＋().,;/'’·‐‑‒–—−-]*$/u;

/** The digits of a cell with their signs; "" where it holds other words or signs, or several numbers: nobody can tell whose is meant. */
function plainNumber(written: string): string {
  // Most cells of most files are digits.
  if (/^\+?\d{6,15}$/.test(written)) return written;
  const text = withLatinFigures(written)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\n/g, ",")
    .replace(/\s+/g, " ")
    .trim()
    .replace(WRAPPED, "$1$2")
    .replace(ADDRESS, "$1")
    .replace(LABEL, "")
    .replace(NOTE, "")
    .replace(EXTENSION, "")
    .replace(DECIMALS, "$1")
    .replace(/(?<=\d)['’·](?=\d)/g, " ");
  const numbers = text.split(BETWEEN).filter((part) => part.replace(/\D/g, "").length >= FEWEST_DIGITS);
  return !OF_NUMBERS.test(text) || numbers.length > 1 ? "" : text;
}

function stripDialled(text: string, dialPrefix: string): string {
  return dialPrefix !== "" && text.startsWith(dialPrefix) ? text.slice(dialPrefix.length) : text;
}

/** A country code in a column of its own stands before the number without the zero of the country; "" of a code that is none. */
function joinPrefix(text: string, prefix: string): string {
  const code = prefix.replace(/[\s()]/g, "").replace(/^(?:\+|00)/, "");
  if (code === "" || text === "" || text.startsWith("+") || text.startsWith("00")) return text;
  return /^\d[\d-]*$/.test(code) ? `+${code}${text.replace(/^0/, "")}` : "";
}
