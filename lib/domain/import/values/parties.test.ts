import { describe, expect, it } from "vitest";
import { readAddressCountry } from "./address";
import { readContact } from "./contact";
import { readDpo, readRepresentative } from "./parties";

describe("readContact", () => {
  it.each([
    ["Nora Lindt, dir. achats, +32 2 555 00 10", "Nora Lindt, dir. achats", "", "+32 2 555 00 10"],
    ["N. Lindt ; n.lindt@orvane.example", "N. Lindt", "n.lindt@orvane.example", ""],
    ["achats@orvane.example", "", "achats@orvane.example", ""],
    ["Tél. : 05 35 00 00 10 – Nora", "Nora", "", "05 35 00 00 10"],
    ["Nora <nora@orvane.example>", "Nora", "nora@orvane.example", ""],
    ["Service achats", "Service achats", "", ""],
  ])("%s", (cell, name, email, phone) => expect(readContact(cell).value).toEqual({ name, email, phone }));

  it("keeps a second address and a second number with the name", () => {
    const { name, email, phone } = readContact(
      "nora@orvane.example, luc@orvane.example, +32 2 555 00 10, +32 2 555 00 11",
    ).value;
    expect([email, phone]).toEqual(["nora@orvane.example", "+32 2 555 00 10"]);
    expect(name).toContain("luc@orvane.example");
    expect(name).toContain("+32 2 555 00 11");
  });
});

describe("readDpo", () => {
  it.each([
    ["Me Lindt – dpo@orvane.example", "Me Lindt – dpo@orvane.example", false],
    ["néant", "", true],
    ["pas de DPO", "", true],
    ["n/a", "", true],
    ["", "", false],
    ["à désigner plus tard", "à désigner plus tard", false],
  ])("%s", (cell, contact, hasNone) => expect(readDpo(cell).value).toEqual({ contact, hasNone }));
});

describe("readRepresentative", () => {
  it.each([
    ["n/a (établi en UE)", "", "n/a (établi en UE)"],
    ["établie dans l'Union", "", "établie dans l'Union"],
    ["sans objet", "", "sans objet"],
    ["Orvane Europe SAS, Metz", "Orvane Europe SAS, Metz", ""],
    ["", "", ""],
  ])("%s", (cell, name, absentReason) =>
    expect(readRepresentative(cell).value).toEqual({ name, absentReason }),
  );
});

describe("a party that is several, over, to come or nobody", () => {
  it.each([
    ["Me Dupont, dpo@orvane.example", { contact: "Me Dupont, dpo@orvane.example", hasNone: false }, []],
    [
      "Direction juridique et conformité",
      { contact: "Direction juridique et conformité", hasNone: false },
      [],
    ],
    ["Mme Petit (jusqu’en 2023), puis M. Roy", null, ["wordsUnsettled"]],
    ["a@orvane.example ; b@orvane.example", null, ["severalPersons"]],
    ["Cabinet Lex et Cabinet Jus", null, ["severalPersons"]],
    ["Ana Ruiz ; Paul Petit", null, ["severalPersons"]],
    ["آنا رويز و بول بوتي", null, ["severalPersons"]],
    ["En cours de désignation", { contact: "", hasNone: true }, ["wordsUnsettled"]],
    ["non désigné", { contact: "", hasNone: true }, ["wordsUnsettled"]],
    ["to be appointed", { contact: "", hasNone: true }, ["wordsUnsettled"]],
    ["غير معين", { contact: "", hasNone: true }, ["wordsUnsettled"]],
    ["NC", { contact: "", hasNone: false }, []],
    ["Will May, may@orvane.example", { contact: "Will May, may@orvane.example", hasNone: false }, []],
  ])("reads the DPO %j", (cell, value, keys) => {
    const read = readDpo(cell);
    expect(read.value).toEqual(value ?? { contact: cell, hasNone: false });
    expect(read.doubts.map(({ key }) => key)).toEqual(keys);
  });

  it.each([
    ["en cours de désignation", { name: "", absentReason: "en cours de désignation" }, ["wordsUnsettled"]],
    ["Lex SA et Jus SA", { name: "Lex SA et Jus SA", absentReason: "" }, ["severalPersons"]],
    ["ancien : Lex SA", { name: "ancien : Lex SA", absentReason: "" }, ["wordsUnsettled"]],
  ])("reads the representative %j", (cell, value, keys) => {
    const read = readRepresentative(cell);
    expect([read.value, read.doubts.map(({ key }) => key)]).toEqual([value, keys]);
  });
});

describe("readAddressCountry", () => {
  it.each([
    ["8 quai des Brumes, 1050 Ixelles, Belgique", "BE", false],
    ["Prinsengracht 9, 1017 Amsterdam, Pays-Bas", "NL", false],
    ["40 rue Sainte-Anne, Québec (QC), Canada", "CA", false],
    ["3 rue du Lac, 38000 Grenoble", "FR", false],
    ["3 rue du Lac, 38000 GRENOBLE CEDEX 2 France", "FR", false],
    ["3 rue du Lac, 01170 Cessy", "FR", true],
    ["1 Elm Street, London SW1A 1AA", "GB", true],
    ["Prinsengracht 9, 1017 AB Amsterdam", "NL", true],
    ["12 bd Zerktouni, Casablanca", "MA", true],
    ["12 bd Zerktouni, 20000 Casablanca", "MA", true],
    ["bâtiment C, deuxième étage", null, false],
    ["", null, false],
  ])("%s is in %s", (address, country, isGuess) => {
    const { value, doubts } = readAddressCountry(address);
    expect([value, doubts.length > 0]).toEqual([country, isGuess]);
  });
});
