import { doubt, question, reading, type Reading } from "../doubts";
import { findPlace } from "@/lib/domain/country/places";
import { readTownCode } from "@/lib/domain/country/town-codes";

const FRENCH_CODE = /(?:^|[\s,])(?:F-)?(?:0[1-9]|[1-8]\d|9[0-8])\d{3}\s+(\p{Lu}[^,;\n]*)/u;
const DUTCH_CODE = /(?:^|[\s,])[1-9]\d{3}\s?[A-Z]{2}(?=[\s,])/u;
const BRITISH_CODE = /(?:^|[\s,])[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?=$|[\s,])/u;

/**
 * The country of an address: the name it ends with, else what its postcode and town suggest, with a doubt. Null when
 * neither tells.
 */
export function readAddressCountry(address: string): Reading<string | null> {
  const parts = address
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  const town = readTownCode(`${parts.at(-2) ?? ""}, ${last}`) ?? readTownCode(last);
  if (town) {
    const [country = null, another] = town.countries;
    return another === undefined
      ? reading(country)
      : reading<string | null>(null, [
          question("placeHomonym", address, { options: town.countries.join("|"), place: town.town }),
        ]);
  }
  const named =
    findPlace(last) ?? findPlace(/\(([^()]+)\)\s*$/u.exec(last)?.[1] ?? "") ?? findPlace(lastWords(last));
  if (named && !named.isCity) return reading(named.country);
  if (isFrenchTown(last)) return reading("FR");
  const guess =
    named?.country ?? guessFromCode(address) ?? findPlace(last.replace(/[\d-]+/g, " "))?.country ?? null;
  return reading(guess, guess ? [doubt("countryGuessed", address, { country: guess })] : []);
}

function guessFromCode(address: string): string | null {
  if (BRITISH_CODE.test(address)) return "GB";
  if (DUTCH_CODE.test(address)) return "NL";
  return FRENCH_CODE.test(address) ? "FR" : null;
}

/** A French code before a town known to be French leaves no doubt: "44000 Nantes". */
function isFrenchTown(last: string): boolean {
  const town = FRENCH_CODE.exec(last)?.[1];
  return town !== undefined && findPlace(town)?.country === "FR";
}

/** "75010 Paris France" → "France"; "London United Kingdom" → "United Kingdom". */
function lastWords(part: string): string {
  const words = part.split(/[\s–—]+/);
  const two = words.slice(-2).join(" ");
  return findPlace(two)?.isCity === false ? two : (words.at(-1) ?? "");
}
