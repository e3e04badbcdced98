import { describe, expect, it } from "vitest";
import { nameFinder } from "./find-names";
import { indexNames, type NamedParty } from "./name-index";
import { unrecognisedNames } from "./unrecognised-names";

const parties: NamedParty[] = [
  { id: "orvelle", companies: ["Orvelle Énergie SAS", "Lumières d’Orvelle"] },
  { id: "calanques", companies: ["Mutuelle des Calanques"] },
  { id: "axa", companies: ["QXA"] },
  { id: "thieriot", companies: ["Cabinet Thiériot (CTH Conseil)"] },
  { id: "nordalia-be", companies: ["Nordalia (Belgique)"] },
  { id: "nordalia-fr", companies: ["Nordalia (France)"] },
  { id: "nature", companies: ["Nature et Santé"] },
  { id: "porte", companies: ["Porte Bleue"] },
  { id: "atlas", companies: ["بنك الزيتونة"] },
];
const find = nameFinder(indexNames(parties));
const found = (text: string) =>
  find(text).flatMap(({ entries, isCertain }) => entries.map(({ id }) => `${id}${isCertain ? "" : "?"}`));

describe("indexNames", () => {
  it.each<[string, string[]]>([
    ["export orvelle énergie", ["orvelle"]],
    ["les fichiers d’Orvelle", ["orvelle?"]],
    ["fichiers orvelle copiés", ["orvelle?"]],
    ["le portail Calanques est touché", ["calanques?"]],
    ["base QXA", ["axa"]],
    ["Thiériot a appelé", ["thieriot?"]],
    ["CTH Conseil a appelé", ["thieriot"]],
    ["données de Nordalia", ["nordalia-be?", "nordalia-fr?"]],
    ["données de Nordalia Belgique", ["nordalia-be"]],
    ["ملفات الزيتونة", ["atlas?"]],
  ])("finds « %s »", (text, ids) => expect([...new Set(found(text))].toSorted()).toEqual(ids));

  it.each(["la nature de la violation", "porte ouverte, données de santé", "mutuelle, énergie, conseil"])(
    "asks nothing about common words: « %s »",
    (text) => expect(found(text)).toEqual([]),
  );

  it("takes no word that too many companies bear", () => {
    const many = Array.from({ length: 60 }, (_, at) => ({
      id: `${at}`,
      companies: [`Ravelin établi ${at}`],
    }));
    expect(nameFinder(indexNames(many))("Ravelin")).toEqual([]);
  });
});

describe("unrecognisedNames", () => {
  const read = (...texts: string[]) => unrecognisedNames(texts, parties, ["Plateau 3, Zagora Data"]);
  it.each<[string, string[]]>([
    ["Un fichier de Valmeras et d’Orvelle a été copié.", ["Valmeras"]],
    ["Le serveur de Groupe Pénestin Retraite est touché", ["Pénestin"]],
    ["Copie chez Brenval Distribution à Casablanca", ["Brenval"]],
    ["MGZN a été copiée", ["MGZN"]],
    ["Sauvegarde SQL du CRM-02, lundi. Une autre mardi.", []],
    ["Badge perdu à Zagora", []],
    ["TOUT EST PERDU ICI", []],
  ])("in « %s »", (text, names) => expect(read(text)).toEqual(names));
});
