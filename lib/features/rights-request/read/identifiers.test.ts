import { expect, test } from "vitest";
import { phoneNumberReader } from "@/lib/features/choice/read/phone-number";
import { identifiersIn, identifiersNamed, keyedBy } from "./identifiers";

const of = (country: string | null, ...stated: string[]) =>
  identifiersIn(stated, phoneNumberReader(country)).map(({ value }) => value);

test.each<[string | null, string, string[]]>([
  ["FR", "06 12 34 56 78", ["+33612345678"]],
  ["MA", "06 12 34 56 78", ["+212612345678"]],
  [null, "06 12 34 56 78", []],
  [null, "+212 6 12 34 56 78", ["+212612345678"]],
  ["FR", "06 12 34 56 78, Odile@Personne.example", ["+33612345678", "odile@personne.example"]],
  ["FR", "odile@personne.example ou 06 12 34 56 78", ["odile@personne.example", "+33612345678"]],
  ["FR", "14 rue des Tisserands, 59800 Lille", []],
])("in %s: %s", (country, stated, found) => {
  expect(of(country, stated)).toEqual(found);
});

test("a number is the first key, and an address the other", () => {
  const stated = ["odile@personne.example", "06 12 34 56 78", "06 12 34 56 79"];
  const [first, other] = keyedBy(identifiersIn(stated, phoneNumberReader("FR")));
  expect([first?.value, other?.value]).toEqual(["+33612345678", "odile@personne.example"]);
  expect(keyedBy([])).toEqual([null, null]);
});

const PLACES = { countries: ["FR", "MA", "BE"] };
const named = (fields: string[], words = "", national: string | null = null) => {
  const { certain, doubtful } = identifiersNamed(
    { fields, words },
    { countries: PLACES.countries, national },
  );
  return [certain.map(({ value }) => value), doubtful.map(({ value, doubt }) => `${value} ${doubt}`).sort()];
};

test("a number that several countries have is in doubt in each of them, until somebody says which", () => {
  expect(named(["0470 12 34 57"])).toEqual([[], ["+32470123457 country", "+33470123457 country"]]);
  expect(named(["0470 12 34 57"], "", "BE")).toEqual([["+32470123457"], []]);
  expect(named(["+32 470 12 34 57"])).toEqual([["+32470123457"], []]);
});

test.each([
  ["Ne m’appelez plus au +33 6 12 34 56 41.", ["+33612345641 words"]],
  ["Plus d’appels au 06 12 34 56 41 !", ["+212612345641 words", "+33612345641 words"]],
  ["لا تتصلوا بي على ‎+212661000031", ["+212661000031 words"]],
  [
    "mon fixe 0033 1 70 18 00 01, ou moi@personne.example.",
    ["+33170180001 words", "moi@personne.example words"],
  ],
  ["au ٠٦٦١ ٠٠ ٠٠ ٣٢", ["+212661000032 words", "+33661000032 words"]],
  ["+33 6 12 34 56 43 +33 6 12 34 56 44", ["+33612345643 words", "+33612345644 words"]],
  ["+33 6 12 34 56 43/+33 (0)6 12 34 56 44", ["+33612345643 words", "+33612345644 words"]],
  ["Dossier 20260114, 24 mois, 12 € par mois", []],
  // Certain by its field.
  ["Écrivez à ODILE@personne.example", []],
])("of the words %s", (words, doubtful) => {
  expect(named(["odile@personne.example"], words)).toEqual([["odile@personne.example"], doubtful]);
});

test("a Belgian number is read in the words with its slash and its dots", () => {
  expect(named([], "Ne m’appelez plus au 0470/12.34.57")[1]).toContain("+32470123457 words");
});

test.each<[string, string[]]>([
  ["jean@exemple.example 06 12 34 56 88", ["jean@exemple.example", "+33612345688"]],
  ["06 12 34 56 81 & 06 12 34 56 82", ["+33612345681", "+33612345682"]],
  ["06 12 34 56 83/06 12 34 56 84", ["+33612345683", "+33612345684"]],
  ["mobile 06 12 34 56 85 fixe 04 70 12 34 57", ["+33612345685", "+33470123457"]],
  ["06 12 34 56 81 - 06 12 34 56 82", ["+33612345681", "+33612345682"]],
  ["06 12 34 56 81 puis 06 12 34 56 82", ["+33612345681", "+33612345682"]],
  ["<jean@exemple.example>", ["jean@exemple.example"]],
  ["mailto:jean@exemple.example", ["jean@exemple.example"]],
  ["Ligne 1 : 06 12 34 56 86", ["+33612345686"]],
  ["٠٦ ١٢ ٣٤ ٥٦ ٨٧ (الهاتف) jean@exemple.example", ["jean@exemple.example", "+33612345687"]],
])("every contact of a field is read, whatever stands between: %s", (field, values) => {
  const { certain, doubtful, unread } = identifiersNamed({ fields: [field] }, { countries: ["FR"] });
  expect([certain.map(({ value }) => value), doubtful, unread]).toEqual([values, [], []]);
});

test.each<[string, string[]]>([
  ["06 12 34 56", ["06 12 34 56"]],
  ["06 12 34 56 81 & 123456", ["123456"]],
  ["jean@exemple", ["jean@exemple"]],
  ["jean @ exemple.example", ["jean @ exemple.example"]],
  ["06 12 34 56 8", ["06 12 34 56 8"]],
  ["06 12 34 56 81/82", ["82"]],
  ["06 12 34 56 81 ou 82", ["82"]],
  ["mobile 06 12 34 56 81 & 82", ["82"]],
  ["SIREN 552 081 317", ["552 081 317"]],
  ["client n° 123456789", ["123456789"]],
  ["zéro six douze trente-quatre cinquante-six", ["zéro six douze trente-quatre cinquante-six"]],
  ["oh seven seven double oh nine", ["oh seven seven double oh nine"]],
  ["صفر ستة واحد اثنان ثلاثة", ["صفر ستة واحد اثنان ثلاثة"]],
  ["jean chez exemple.example", ["jean chez exemple.example"]],
  ["jean [at] exemple.example", ["jean [at] exemple.example"]],
  ["né le 12/03/1980", []],
  ["06 12 34 56 81 poste 12", []],
  ["06 12 34 56 81, 59000 Lille", []],
  ["Mme Dupont, mère de l’abonné", []],
  ["14 rue des Tisserands, 59800 Lille", []],
])("what a field holds besides is told: %s", (field, unread) => {
  expect(identifiersNamed({ fields: [field] }, { countries: ["FR"] }).unread).toEqual(unread);
});

test("a number within a field is held in every country that has it", () => {
  const { doubtful } = identifiersNamed({ fields: ["jean@exemple.example 0470 12 34 57"] }, PLACES);
  expect(doubtful.map(({ value }) => value).sort()).toEqual(["+32470123457", "+33470123457"]);
});

test.each<[string, string[]]>([
  ["Jean, né le 12/03/1980, 06 12 34 56 85", ["+33612345685"]],
  ["12/03/1980", []],
  ["06 12 34 56 8", []],
  ["SIREN 552 081 317", []],
  ["0612345685", ["+33612345685"]],
  ["+33 (0)6 12 34 56 85", ["+33612345685"]],
  ["0033 6 12 34 56 85", ["+33612345685"]],
  ["tél. 061/23.45.68", ["+3261234568"]],
])("of no day, no reference and no number that lacks a figure is a number made: %s", (field, values) => {
  const { certain } = identifiersNamed({ fields: [field] }, { countries: ["FR", "BE"] });
  expect(certain.map(({ value }) => value)).toEqual(values);
});
