import { fold } from "@/lib/domain/text/fold";
import { TERRITORIES } from "./territories";
import { findPlace, findPlacesWithin } from "@/lib/domain/country/places";
import { flagsAsCodes, homonymsOf } from "@/lib/domain/country/place-words";

/** Names of all French territories overseas together, folded. */
const OVERSEAS_NAMES: readonly string[] = [
  ...["dom", "drom", "tom", "com", "dom tom", "drom com", "outre mer", "france outre mer", "antilles"],
  ...["antilles francaises", "antilles guyane", "french overseas", "overseas france"],
];
/** Words after which a name is no country of the row: "hors France", "autre que la France", "not France". */
const SET_ASIDE =
  /(?<!\p{L})(?:hors|sauf|autres?|pas|non|ni|ou|or|not|other|except|outside|غير|خارج|باستثناء)(?!\p{L})/iu;
const BETWEEN = /[()[\]/|,;:–—]| - /;

/**
 * Countries, ISO 3166, that the cell of a row may mean: one, all that bear the name, or none where nobody can tell. "fr",
 * "FRA", "France métropolitaine", "Maroc (MA)", "🇲🇦" are one; "Congo" is two; "UE" and "France ou Maroc" are none.
 */
export function countriesInCell(text: string): string[] {
  const cell = flagsAsCodes(text).replaceAll(";", " ").trim();
  if (cell === "") return [];
  const name = fold(cell);
  if (OVERSEAS_NAMES.includes(name)) return [...TERRITORIES];
  const namesakes = homonymsOf(cell);
  if (namesakes.length > 0) return [...namesakes];
  const whole = placeOf(cell);
  if (whole) return [whole];
  if (SET_ASIDE.test(cell)) return [];
  const parts = cell.split(BETWEEN).flatMap((part) => placeOf(part) ?? []);
  const found = new Set([...parts, ...findPlacesWithin(cell).map(({ country }) => country)]);
  return found.size === 1 ? [...found] : [];
}

/** Takes two or three letters for a code whatever their case: the column says that they are of a country. */
function placeOf(text: string): string | null {
  const bare = text.trim();
  const written = /^[a-z]{2,3}$/i.test(bare) ? bare.toUpperCase() : bare;
  return (findPlace(written) ?? findPlace(bare))?.country ?? null;
}
