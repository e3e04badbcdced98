import { itemAt } from "@/lib/domain/invariant/required";
import { foldedWords } from "@/lib/domain/text/vagueness";

/** Words of a street, a building or an estate. Folded. */
const STREETS = set(`
  rue avenue av ave boulevard bd bld blvd bvd place pl square sq quai chemin che allee allees impasse passage cours route rte rn
  voie sentier villa cite esplanade promenade montee rond faubourg fbg chaussee venelle ruelle galerie parvis mail traverse
  immeuble imm batiment bat tour residence res lot lotissement quartier hameau lieudit lieu domaine chateau ferme centre
  zone zi za zac zae zip parc technopole technopolis technopark pole campus aeroport port gare km angle etage bureau appartement
  appt plateau derb hay douar kissariat
  street st road rd lane ln drive dr way court ct crescent terrace row hill house building bldg floor suite unit park estate
  close wharf quay yard mews gardens gate plaza highway parkway alley tower block business
  strasse str platz weg allee gasse ufer damm ring
  straat laan weg plein gracht kade singel dreef steenweg
  calle carrer avenida avda paseo plaza poligono via viale piazza corso largo vicolo rua travessa praca ulica ul aleja utca ut
  ulitsa namesti gade vej vagen gatan
  شارع زنقة ش حي اقامة عمارة طريق ساحة درب تجزئة رقم محج نهج شقة طابق مكتب برج قطعة حومة منطقة
`);

const STREET_ENDINGS =
  /(?:strasse|straße|str|platz|weg|allee|gasse|ufer|damm|straat|laan|plein|gracht|kade|singel|steenweg|gade|vej|vagen|gatan|utca)$/;

/** Boxes of the post. */
const BOX =
  / (?:bp|b p|cs|tsa|po box|p o box|box|boite postale|postfach|postbus|apartado|apdo|casella postale|cedex \d+|ص ب|صندوق بريد\p{L}*|صندوق بريدي) /u;

/** Cities that number their districts: "Dublin 2", "Paris 8e". */
const DISTRICTS = set(
  "paris lyon marseille dublin bruxelles wien vienna praha prague budapest bucuresti bucarest tunis cedex",
);

/**
 * True for a postal address: one with a street, a building or a box. A town alone, with or without its postcode and
 * country, brings no letter to anybody.
 */
export function isPostalAddress(address: string): boolean {
  const words = foldedWords(address);
  const stated = ` ${words.join(" ")} `;
  if (BOX.test(stated) && /\p{N}/u.test(stated)) return true;
  if (words.some((word) => STREETS.has(word) || (word.length > 5 && STREET_ENDINGS.test(word)))) return true;
  return address.split(/[,;\n–—]/).some(hasHouseNumber);
}

/** "14 Grande Couture", "Kalvebod Brygge 4": a number of one to three figures beside a name; postcodes have more. */
function hasHouseNumber(part: string): boolean {
  const words = foldedWords(part);
  const first = /^\d{1,3}[a-z]?$/.test(words[0] ?? "") && /^\p{L}{3}/u.test(words[1] ?? "");
  const last = /^\d{1,3}[a-z]?$/.test(words.at(-1) ?? "") && words.length > 1;
  return first || (last && !words.some((word) => DISTRICTS.has(word)) && !/^\d{4,5}$/.test(itemAt(words, 0)));
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
