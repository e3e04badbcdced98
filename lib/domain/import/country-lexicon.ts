import { EEA_MEMBERSHIPS } from "@/lib/domain/statute/eea";
import { CITIES } from "./cities";
import NAMES from "./country-names.json";
import { fold } from "./fold";

// What people write beside the official names, which stand in country-names.json.
const ALIASES: Record<string, string> = {
  AE: "eau|emirats|uae|emirates|dubai|abu dhabi|abou dhabi",
  BY: "belarus|bielorussie",
  CD: "rdc|rd congo|drc|republique democratique du congo|democratic republic of the congo",
  CG: "congo|republique du congo",
  CI: "cote divoire|ivory coast|rci",
  CV: "cap vert|cape verde",
  CZ: "tchequie|republique tcheque|czech republic",
  FR: "french republic|republique francaise|france metropolitaine",
  GB: "uk|u k|gb|grande bretagne|great britain|angleterre|england|ecosse|scotland|pays de galles|wales|irlande du nord|northern ireland",
  HK: "hong kong",
  IE: "republique d irlande|eire",
  KR: "coree|korea|coree du sud|south korea",
  LY: "libya",
  MA: "royaume du maroc|kingdom of morocco|maroco|marruecos|marokko",
  MK: "macedoine|macedonia",
  MU: "ile maurice",
  NL: "hollande|holland|nederland|the netherlands",
  PS: "palestine",
  RU: "federation de russie|russian federation",
  SN: "republique du senegal",
  TR: "turkey|turquie|turkiye",
  US: "usa|u s a|us|u s|etats unis d amerique|united states of america|amerique",
  VN: "vietnam|viet nam",
  DE: "deutschland",
  ES: "espana",
  IT: "italia",
  BE: "belgie",
  CH: "schweiz|svizzera",
};

const COUNTRIES = new Map<string, string>([
  ...Object.entries(NAMES).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
  ...Object.entries(ALIASES).flatMap(([code, names]) =>
    names.split("|").map((name) => [name, code] as const),
  ),
]);
const LONGEST_NAME = 8;

/** Members today: a cell that names one of them alone speaks of no transfer. */
const EEA_TODAY = new Set(
  EEA_MEMBERSHIPS.filter(({ until }) => until === null).map(({ country }) => country),
);

/** ISO 3166-1 alpha-2 of a text that is a country's name in French, English or Arabic, or its code; else null. */
export function findCountry(text: string): string | null {
  const code = text.trim();
  if (/^[A-Z]{2}$/.test(code) && code in NAMES) return code;
  const words = fold(text);
  return (
    COUNTRIES.get(words) ??
    COUNTRIES.get(words.replace(/^(au|aux|en|le|la|les|l|du|de la|de l|the|in) /, "")) ??
    null
  );
}

/** ISO 3166-1 alpha-2 of a text that is the name of a well-known city, else null. */
export function findCityCountry(text: string): string | null {
  return CITIES.get(fold(text).replace(/ cedex( \d+)?$/, "")) ?? null;
}

/** Countries named among the words of a text, or those of its cities where it names none; each once, in its order. */
export function countriesNamedIn(text: string): string[] {
  const words = fold(text).split(" ").filter(Boolean);
  const countries = namesAmong(words, COUNTRIES, 4);
  return countries.length > 0 ? countries : namesAmong(words, CITIES, 3);
}

/** True for a member of the European Economic Area today. */
export function isEeaToday(country: string): boolean {
  return EEA_TODAY.has(country);
}

/** The longest name wins: "Guinée équatoriale" is not Guinea. Short codes ("us", "eau") are words too: left out. */
function namesAmong(words: string[], lexicon: ReadonlyMap<string, string>, shortest: number): string[] {
  const found = new Set<string>();
  for (let start = 0; start < words.length;) {
    const length = longestAt(words, start, lexicon, shortest);
    if (length > 0) found.add(lexicon.get(words.slice(start, start + length).join(" "))!);
    start += Math.max(1, length);
  }
  return [...found];
}

function longestAt(
  words: string[],
  start: number,
  lexicon: ReadonlyMap<string, string>,
  shortest: number,
): number {
  for (let length = Math.min(LONGEST_NAME, words.length - start); length > 0; length--) {
    const name = words.slice(start, start + length).join(" ");
    if (name.length >= shortest && lexicon.has(name)) return length;
  }
  return 0;
}
