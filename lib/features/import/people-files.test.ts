import { describe, expect, it } from "vitest";
import { importCsv } from "./csv-plan.fixture";

const HEAD = ["Réf.", "Client", "Activité", "Pays d’accès", "Sous-traitants ultérieurs"];

describe("a file as people wrote it", () => {
  it("fills a ditto from the row above, or from the entry that it names, and says so", () => {
    const { rows } = importCsv([
      HEAD,
      ["I1", "Orvelle SA", "Appels entrants", "Tunisie", "OVH"],
      ["I2", "idem", "Relances", "//", "- id -"],
      ["I3", "Voltiris SA", "Enquêtes", "Sénégal", "Idem I1"],
      ["I4", "Voltiris SA", "Accueil", "voir ci-dessus", "Idem I9"],
    ]);
    expect(rows.map(({ controllerName }) => controllerName)).toEqual([
      "Orvelle SA",
      "Orvelle SA",
      "Voltiris SA",
      "Voltiris SA",
    ]);
    expect(rows.map(({ content }) => content.destinations.map(({ country }) => country))).toEqual([
      ["TN"],
      ["TN"],
      ["SN"],
      ["SN"],
    ]);
    expect(rows.map(({ content }) => content.subProcessors.map(({ name }) => name))).toEqual([
      ["OVH"],
      ["OVH"],
      ["OVH"],
      [],
    ]);
    expect(rows[1]?.doubts).toContainEqual({
      field: "controllerName",
      key: "dittoFilled",
      params: { column: "Client", text: "idem", line: "2" },
    });
    expect(rows[3]?.doubts.map(({ key }) => key)).toContain("dittoWithoutRow");
  });

  it("takes no error and no box of the spreadsheet for a content", () => {
    const { rows } = importCsv([
      HEAD,
      ["E1", "Orvelle SA", "#REF!", "Tunisie", "OVH"],
      ["E2", "#VALEUR!", "Relances", "#N/A", "OVH"],
      ["E3", "VRAI", "Enquêtes", "Tunisie", "OVH"],
      ["E4", "0", "Accueil", "Tunisie", "OVH"],
      ["E5", "Orvelle SA", "Conseil", "#NOM?", "VRAI"],
    ]);
    expect(rows.map(({ reason }) => reason)).toEqual([
      "no-activity",
      "no-controller",
      "no-controller",
      "no-controller",
      null,
    ]);
    expect(rows[4]?.content).toMatchObject({
      transferAnswer: "unanswered",
      subProcessorsAnswer: "yes",
      subProcessors: [],
    });
    expect(rows[4]?.doubts.map(({ key }) => key)).toEqual(["cellError"]);
  });

  it("parts two heads of one sheet, each with its own columns", () => {
    const { rows } = importCsv([
      HEAD,
      ["A1", "Orvelle SA", "Appels entrants", "Tunisie", "OVH"],
      ["", "", "", "", ""],
      ["Activité", "Client", "Sous-traitants ultérieurs", "Réf.", "Mesures de sécurité"],
      ["Relances", "Voltiris SA", "Ferrix SAS", "B1", "Badges"],
    ]);
    expect(
      rows.map(({ reference, controllerName, content }) => [reference, controllerName, content.activity]),
    ).toEqual([
      ["A1", "Orvelle SA", "Appels entrants"],
      ["B1", "Voltiris SA", "Relances"],
    ]);
    expect(rows[1]?.content.measures).toEqual(["Badges"]);
  });

  it("reads the client whose name stands over its table", () => {
    const { rows, file } = importCsv([
      ["Client", "Orvelle SA"],
      ["Adresse", "8 quai des Brumes, 1050 Ixelles, Belgique"],
      ["Réf.", "Activité", "Pays d’accès"],
      ["A1", "Appels entrants", "Tunisie"],
      ["A2", "Relances", "Tunisie"],
    ]);
    expect(file.register).toBe("processor");
    expect(rows.map(({ controllerName }) => controllerName)).toEqual(["Orvelle SA", "Orvelle SA"]);
    expect(rows.map(({ reason }) => reason)).toEqual([null, null]);
  });

  it("sets subtotals, signatures, legends and unticked spare lines aside, counted", () => {
    const { file, rows } = importCsv([
      [...HEAD, "Sensible"],
      ["A1", "Orvelle SA", "Appels entrants", "Tunisie", "OVH", "FAUX"],
      ["Sous-total Orvelle", "1 fiche", "", "", "", ""],
      ["", "", "", "", "", "FAUX"],
      ["", "", "", "", "", "FAUX"],
      ["Légende : O = oui", "", "", "", "", ""],
      ["Signature du DPO", "", "", "", "", ""],
    ]);
    expect(rows.map(({ reference }) => reference)).toEqual(["A1"]);
    expect(file.setAside).toMatchObject({ total: 1, unticked: 2, foot: 2 });
  });

  it.each([
    ["Sous-traitant", "processor"],
    ["Processor", "processor"],
    ["معالج من الباطن", "processor"],
    ["Responsable de traitement", "controller"],
  ])("knows the register by its column of roles: %s", (role, register) => {
    const { file } = importCsv([
      ["Responsable de traitement", "Rôle", "Activité", "Finalités", "Base légale", "Durée de conservation"],
      ["Orvelle SA", role, "Appels", "Relation client", "Contrat", "3 ans"],
      ["Orvelle SA", role, "Relances", "Recouvrement", "Contrat", "3 ans"],
    ]);
    expect(file.register).toBe(register);
  });

  it.each([
    "o Nom\no Adresse",
    "➢ Nom\n➢ Adresse",
    "✓ Nom ✓ Adresse",
    "a. Nom\nb. Adresse",
    "\uf0b7 Nom\n\uf0b7 Adresse",
  ])("reads the bullets of every font: %j", (cell) => {
    const { rows } = importCsv([
      ["Client", "Activité", "Données traitées"],
      ["Orvelle SA", "Appels", cell],
    ]);
    expect(rows[0]?.content.dataCategories).toEqual(["Nom", "Adresse"]);
  });
});
