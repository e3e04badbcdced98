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

  it.each<[string, string[]]>([
    ["copie d’orvelle énergie", ["orvelle énergie"]],
    ["copie d'orvele énergie, l’orvele énergie", ["orvele énergie", "orvele énergie"]],
    ["ce qu’Orvelle Énergie a lu", ["Orvelle Énergie"]],
    ["jusqu’Orvele Énergie", ["Orvele Énergie"]],
  ])("reads no elision as a part of a name, and each name once: « %s »", (text, raw) =>
    expect(find(text).map((finding) => finding.raw)).toEqual(raw),
  );

  it("reads an elision that the name has, and is in doubt of one that it has not", () => {
    const findIn = nameFinder(
      indexNames([
        { id: "oreane", companies: ["L’Oréane Paris"] },
        { id: "dorange", companies: ["Dorange"] },
      ]),
    );
    const read = (text: string) => findIn(text).map(({ raw, isCertain }) => [raw, isCertain]);
    expect(read("la base de L’Oréane Paris")).toEqual([["L Oréane Paris", true]]);
    expect(read("la base d’Orange")).toEqual([["d Orange", false]]);
    expect(read("la base de Dorange")).toEqual([["Dorange", true]]);
  });

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

  it.each([
    ", ",
    "; ",
    " (",
    ") ",
    " [",
    " / ",
    " | ",
    " : ",
    " – ",
    " - ",
    "\n",
    "\r\n",
    "\u2028",
    "\t",
    " « ",
    "، ",
    "؛ ",
  ])("joins no two names across %j", (separator) => {
    expect(read(`le client PROMALYS${separator}GENESYS a écrit`)).toEqual(["PROMALYS", "GENESYS"]);
  });

  it.each([" ", "\u00a0", "-", "’", " & "])("reads one name over %j", (inside) => {
    expect(read(`le client Promalys${inside}Genesys a écrit`)).toEqual(["Promalys Genesys"]);
  });
  it.each<[string, string[]]>([
    ["Un fichier de Valmeras et d’Orvelle a été copié.", ["Valmeras"]],
    ["Le serveur de Groupe Pénestin Retraite est touché", ["Pénestin"]],
    ["Copie chez Brenval Distribution à Casablanca", ["Brenval"]],
    ["MGZN a été copiée", ["MGZN"]],
    ["Fichier de la Mutuelle 4K parti", ["4K"]],
    ["Feuille A4 de la mutuelle perdue", []],
    ["نُسخت قاعدة شركة بروماليس أمس", ["بروماليس"]],
    ["نُسخت قاعدة شركة أورفيل أمس", []],
    ["copie du fichier de l’assureur belge", ["assureur belge"]],
    ["a file of the Belgian insurer", ["Belgian insurer"]],
    ["ملف شركة التأمين البلجيكية", ["التأمين البلجيكية"]],
    ["les assureurs belges sont prévenus", []],
    ["أُرسلت إلى شركة أخرى", []],
    ["شركة التأمين أخبرتنا", []],
    ["Sauvegarde SQL du CRM-02, lundi. Une autre mardi.", []],
    ["Badge perdu à Zagora", []],
    ["TOUT EST PERDU ICI", []],
  ])("in « %s »", (text, names) => expect(read(text)).toEqual(names));
});

describe("Arabic spelling", () => {
  const clients: NamedParty[] = [
    { id: "aman", companies: ["أمان للتأمين ش.م.", "Aman Assurance"] },
    { id: "hayat", companies: ["شركة الحياة للتأمين"] },
    { id: "huda", companies: ["مستشفى الهدى"] },
    { id: "aafaq", companies: ["آفاق الرؤية"] },
    { id: "nour", companies: ["النور"] },
  ];
  const findIn = nameFinder(indexNames(clients));
  const read = (text: string) => [
    ...new Set(
      findIn(text).flatMap(({ entries, isCertain }) =>
        entries.map(({ id }) => `${id}${isCertain ? "" : "?"}`),
      ),
    ),
  ];
  it.each<[string, string, string[]]>([
    ["hamza left out", "ملفات امان للتامين", ["aman"]],
    ["hamza below", "ملفات إمان للتأمين", ["aman"]],
    ["madda", "ملفات افاق الروية", ["aafaq"]],
    ["ta marbuta as ha", "ملفات الحياه للتأمين", ["hayat"]],
    ["alef maqsura as ya", "نسخة من مستشفي الهدي", ["huda"]],
    ["tatweel", "مستشـــفى الهـدى", ["huda"]],
    ["vowels", "مُسْتَشْفَى الهُدَى", ["huda"]],
    ["without the article", "ملفات حياة للتأمين", ["hayat"]],
    ["article and", "والحياة للتأمين", ["hayat"]],
    ["article for", "للحياة للتأمين", ["hayat"]],
    ["article with", "بالحياة للتأمين", ["hayat"]],
    ["and for", "ولأمان للتأمين", ["aman"]],
    ["its Latin name", "les fichiers d’Aman Assurance", ["aman"]],
    ["one word, as it is spelled", "قاعدة النور", ["nour"]],
    // "Light" is a word too.
    ["one word without its article", "رأيت نور", ["nour?"]],
    ["a common word with a prefix", "وثائق للتأمين", []],
  ])("%s: « %s »", (_, text, ids) => expect(read(text)).toEqual(ids));
});
