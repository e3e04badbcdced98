import { findPlace } from "./places";
import { homonymsOf } from "./place-words";

/**
 * Codes of states, provinces and cantons that stand behind a town, by country. Many are codes of countries too: CA is
 * California and Canada, BG Bergamo and Bulgaria, GE Geneva and Georgia.
 */
const SUBDIVISIONS: Readonly<Record<string, string>> = {
  US: `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
    RI SC SD TN TX UT VT VA WA WV WI WY`,
  CA: "AB BC MB NB NL NS NT NU ON PE QC SK YT",
  AU: "NSW QLD SA TAS VIC WA ACT NT",
  BR: "AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO",
  CH: "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH",
  IT: `AG AL AN AO AR AP AT AV BA BT BL BN BG BI BO BZ BS BR CA CL CB CE CT CZ CH CO CS CR KR CN EN FM FE FI FG FC FR GE GO GR
    IM IS SP AQ LT LE LC LI LO LU MC MN MS MT ME MI MO MB NA NO NU OR PD PA PR PV PG PU PE PC PI PT PN PZ PO RG RA RC RE RI
    RN RM RO SA SS SV SI SR SO TA TE TR TN TP TS TO TV UD VA VE VB VC VR VV VI VT`,
};

const COUNTRIES_OF: ReadonlyMap<string, readonly string[]> = gather();

function gather(): Map<string, string[]> {
  const gathered = new Map<string, string[]>();
  for (const [country, codes] of Object.entries(SUBDIVISIONS))
    for (const code of codes.trim().split(/\s+/))
      gathered.set(code, [...(gathered.get(code) ?? []), country]);
  return gathered;
}

/** Towns of Europe and Asia after which American ones are called. Folded as `findPlace` reads them. */
const NAMESAKES =
  /^(?:paris|london|rome|roma|athens|dublin|berlin|vienna|florence|milan|naples|lisbon|geneva|madrid|valencia|cambridge|oxford|birmingham|manchester|bristol|richmond|alexandria|cairo|memphis|delhi|lima|moscow|toledo|versailles|orleans|hamburg|frankfort|odessa|melbourne|portsmouth|plymouth|worcester|aberdeen|glasgow|belfast|warsaw|hanover|dresden|cordoba|granada|salem|bethlehem|peru|lebanon|mexico)$/iu;

/**
 * A town and the code behind it: "Menlo Park, CA", "Bergamo (BG)", "Palo Alto CA 94301". One country where the town tells;
 * several where the code is a part of one and the whole of another; with `isList` where the cell may name two places.
 */
export type TownCode = { town: string; countries: readonly string[]; isList: boolean };

const TOWN =
  /^(\p{Lu}[\p{L}.’' -]{1,40}?)(?:,\s*|\s*\(|\s+(?=\p{Lu}{2,3}\s\d{5}(?:-\d{4})?$))(\p{Lu}{2,3})(\s\d{5}(?:-\d{4})?)?\)?$/u;

/** Reads a town with the code behind it; null for any other text, and for a town in the country of its code. */
export function readTownCode(text: string): TownCode | null {
  const [, town = "", code = "", zip = ""] = TOWN.exec(text.trim()) ?? [];
  const all = COUNTRIES_OF.get(code) ?? [];
  const parts = all.filter(
    (country) => country === findPlace(town)?.country || usual(text).includes(country),
  );
  if (town === "" || parts.length === 0 || isUpper(town)) return null;
  const [own, known] = [findPlace(code)?.country ?? null, findPlace(town)];
  if (known && !known.isCity) return null;
  if (known && known.country === own) return null;
  if (known && parts.includes(known.country)) return { town, countries: [known.country], isList: false };
  if (known) {
    if (!parts.includes("US") || !NAMESAKES.test(town)) return null;
    return { town, countries: [known.country, own ?? "US"], isList: true };
  }
  if (zip !== "" && parts.includes("US") && !WITH_FIVE_FIGURES.has(own ?? ""))
    return { town, countries: ["US"], isList: false };
  const countries = [...new Set([...parts, ...(own ? [own] : [])])];
  return { town, countries, isList: false };
}

/** Countries whose people write the code so: "Denver, CO", "Como (CO)". */
function usual(text: string): readonly string[] {
  return text.includes("(") ? ["US", "CA", "IT", "CH"] : ["US", "CA", "AU"];
}

/** Countries of a code of a state whose postcodes have five figures as the American ones do. */
const WITH_FIVE_FIGURES: ReadonlySet<string> = new Set("DE MA ME ID LA MN NC SD VA".split(" "));

/** "AWS, CA": a name all in capitals is that of a company or a service before it is a town's. */
function isUpper(town: string): boolean {
  return town === town.toUpperCase();
}

/** The states that a name may mean, of a town with the code of a state behind it too; none for a name of one. */
export function statesOf(name: string): readonly string[] {
  const named = homonymsOf(name);
  if (named.length > 0) return named;
  const town = readTownCode(name);
  return town && !town.isList && town.countries.length > 1 ? town.countries : [];
}
