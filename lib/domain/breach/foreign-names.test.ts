import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foreignNameFinder, type PartyNames } from "./foreign-names";

const party = (names: Partial<PartyNames>): PartyNames => ({
  companies: [],
  people: [],
  addresses: [],
  numbers: [],
  ...names,
});
const processor = party({ companies: ["Atlas Contact SARL"], addresses: ["dpo@atlas.example"] });
const nordalia = party({
  companies: ["Nordalia Services", "NORDALIA"],
  people: ["Mme Claire Fontaine"],
  addresses: ["claire@nordalia.example"],
  numbers: ["+33 1 44 00 00 01"],
});
const others = [
  party({
    companies: ["Orvelle Assurances SA", "Orvelle"],
    people: ["M. Weber", "Lina Haddad"],
    addresses: ["lina@orvelle.example", "orvelle.direction@gmail.com"],
    numbers: ["+33 1 55 66 77 88", "552 100 554"],
  }),
  party({ companies: ["Total"] }),
  party({ companies: ["بنك الأطلس"] }),
  party({ companies: ["Nordalia Services Belgique"] }),
  party({ companies: ["Weil & Roth GmbH"] }),
  party({ companies: ["Mutuelle des Calanques"] }),
];
const find = foreignNameFinder({ own: [processor, nordalia], others });
const certain = (text: string) => find(text).filter(({ isCertain }) => isCertain);

describe("foreignNameFinder", () => {
  it.each([
    ["Les fichiers d’Orvelle étaient sur ce serveur."],
    ["ORVELLE-ASSURANCES, S.A., dossier 12"],
    ["or\u200bvelle assurances"],
    ["Orvelle’s files"],
    ["le poste de OrvelleAssurances"],
    ["Écrire à lina@orvelle.example ou à support@fr.orvelle.example"],
    ["Boîte orvelle.direction@gmail.com"],
    ["Rappeler le 01.55.66.77.88"],
    ["Immatriculée 552100554 à Paris"],
    ["ملفات لبنك الاطلس كانت هناك"],
    ["وبنك الأطلس"],
    ["Nordalia Services Belgique est aussi touchée"],
    ["Weil und Roth"],
    ["Total, notre autre client"],
    ["Vu par Lina Haddad hier"],
  ])("finds another controller in « %s »", (text) => expect(certain(text)).not.toEqual([]));

  it.each([
    ["Nordalia Services et Atlas Contact ont été informées."],
    ["Appeler Claire Fontaine au +33 1 44 00 00 01, claire@nordalia.example"],
    ["300 personnes, 1 200 enregistrements, le 24/11/2026 à 16 h 30"],
    ["Une sauvegarde du serveur CRM-02 a été copiée."],
    ["une boîte gmail.com"],
  ])("finds none in « %s »", (text) => expect(find(text)).toEqual([]));

  it.each([
    ["le total des dossiers"],
    ["m. weber"],
    ["Weber a vu la copie"],
    ["les dossiers Orvele Assurances"],
    ["le portail Calanques"],
    ["les fichiers calanques"],
  ])("asks about « %s », which may be another word", (text) => {
    expect(find(text)).not.toEqual([]);
    expect(certain(text)).toEqual([]);
  });

  it("lets a party of the same name be named", () => {
    const same = foreignNameFinder({
      own: [nordalia],
      others: [party({ companies: ["Nordalia Services SA"] })],
    });
    expect(same("Nordalia Services")).toEqual([]);
  });

  it("finds any name of two words in any sentence, however it is cased and spaced", () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{3,9}$/);
    fc.assert(
      fc.property(
        word,
        word,
        fc.constantFrom(" ", "-", "", "\u00a0", ". "),
        fc.boolean(),
        (a, b, joint, isUpper) => {
          const search = foreignNameFinder({ own: [], others: [party({ companies: [`${a} ${b} SAS`] })] });
          const written = `${a}${joint}${b}`;
          const text = `Une copie concernait « ${isUpper ? written.toUpperCase() : written} », hier.`;
          // A word that is a legal form is no part of a name.
          fc.pre(
            !/^(sas|sarl|gmbh|corp|plc|societe|limited|cie|vzw|cvba|asbl|sprl|bvba|snc|scop|eurl|sasu|sarlu)$/i.test(
              a,
            ),
          );
          fc.pre(
            !/^(sas|sarl|gmbh|corp|plc|societe|limited|cie|vzw|cvba|asbl|sprl|bvba|snc|scop|eurl|sasu|sarlu)$/i.test(
              b,
            ),
          );
          return search(text).length > 0;
        },
      ),
    );
  });

  it("reads a long text beside the names of ten thousand controllers", () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      party({ companies: [`Client numero ${at.toString(36)}qx`] }),
    );
    const search = foreignNameFinder({ own: [nordalia], others: many });
    expect(search("mot ".repeat(2_000))).toEqual([]);
  });
});

describe("names as people say them", () => {
  const spoken = foreignNameFinder({
    own: [processor, party({ companies: ["Harbour & Finch Ltd"], addresses: ["dpo@harbour.example"] })],
    others: [
      party({
        companies: ["أمان للتأمين ش.م."],
        addresses: ["dpo@aman-assurances.example"],
        references: ["AM-2021-01"],
      }),
      party({ companies: ["Mutuelle des Trois Rivières"], references: ["M3R-2022-07", "CT-2019-02"] }),
      party({ companies: ["Hertzia"], addresses: ["anne@gmail.com"], references: ["CT-2020-09"] }),
    ],
  });
  it.each([
    ["call recordings of Aman Assurances", ["Aman Assurances"]],
    ["copie d’aman assurance, l’aman assurance", ["aman assurance"]],
    ["the file of Aman", ["Aman"]],
    ["call recordings of the M3R and yours", ["M3R"]],
    ["the MTR export", ["MTR"]],
  ])("asks of « %s »", (text, found) => {
    expect(spoken(text)).toEqual(found.map((name) => ({ found: name, isCertain: false })));
  });

  it.each([["a gmail account"], ["CT and HF were checked"], ["an m3 file"], ["les assurances"]])(
    "asks nothing of « %s »",
    (text) => expect(spoken(text)).toEqual([]),
  );
});

it.each([
  "Fichier de la Mutuelle 3R",
  "Copie pour les 3R",
  "Dossier M.3.R. ouvert",
  "parti avec celui d’H. & F.",
])("finds a client by the initials and figures by which people call it: « %s »", (text) => {
  const party = (companies: string[]) => ({ companies, people: [], addresses: [], numbers: [] });
  const find = foreignNameFinder({
    own: [party(["Orvelle Énergie"])],
    others: [party(["Mutuelle des Trois Rivières"]), party(["Harbour & Finch Ltd"])],
  });
  expect(find(text)).toMatchObject([{ isCertain: false }]);
});
