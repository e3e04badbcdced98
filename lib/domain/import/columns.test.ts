import { describe, expect, it } from "vitest";
import { applyRememberedMapping, guessColumns } from "./columns";
import { headerSignature } from "./remembered-columns";

const targets = (header: string[], rows?: string[][]) =>
  guessColumns(header, rows).map(({ target }) => target);

describe("guessColumns", () => {
  it("knows the heads of a call centre's own sheet, whatever their case, accents and line ends", () => {
    expect(
      targets([
        "N° FICHE",
        "CLIENT",
        "Adresse\nclient",
        "pays du client",
        "Mission",
        "Operations realisees",
        "Catégories de personnes concernées",
        "Données à caractère personnel",
        "Données sensibles ?",
        "Sous-traitant ultérieur",
        "Transferts hors UE",
        "Garanties appropriées",
        "Date du TIA",
        "Mesures de sécurité",
        "Date de début",
        "Date de fin",
        "Dernière révision",
        "Prochaine revue",
        "Réf. contrat",
        "Observations",
      ]),
    ).toEqual([
      "reference",
      "controllerName",
      "controllerAddress",
      "controllerCountry",
      "activity",
      "operations",
      "persons",
      "dataCategories",
      "special",
      "subProcessors",
      "transfer",
      "instrument",
      "assessment",
      "measures",
      "startsOn",
      "endsOn",
      "reviewedOn",
      "reviewDueOn",
      "contractReference",
      "notes",
    ]);
  });

  it("knows the heads of models of a processor's register, in French and in English", () => {
    expect(
      targets([
        "Nom et coordonnées du responsable de traitement",
        "Représentant du responsable de traitement",
        "Délégué à la protection des données",
        "Catégories de traitements effectués pour le compte du responsable",
        "Transferts vers un pays tiers",
        "Mesures de sécurité techniques et organisationnelles",
      ]),
    ).toEqual([
      "controllerName",
      "controllerRepresentative",
      "controllerDpo",
      "activity",
      "transfer",
      "measures",
    ]);
    expect(
      targets([
        "Name and contact details of controller",
        "Data Protection Officer",
        "Categories of processing",
        "Names of third countries or international organisations that personal data are transferred to (if applicable)",
        "General description of technical and organisational security measures (if possible)",
        "Link to contract with controller",
      ]),
    ).toEqual(["controllerName", "controllerDpo", "activity", "transfer", "measures", "contractReference"]);
    expect(targets(["المرجع", "الزبون", "النشاط", "بلد النقل", "ملاحظات"])).toEqual([
      "reference",
      "controllerName",
      "activity",
      "transfer",
      "notes",
    ]);
  });

  it("gives a field to the column that names it best, and keeps the other as a note", () => {
    expect(targets(["Client interne", "Client", "Couleur du dossier"])).toEqual([
      "note",
      "controllerName",
      "note",
    ]);
  });

  it("lets several columns tell the operations", () => {
    expect(targets(["Client", "Opérations", "Tâches"])).toEqual([
      "controllerName",
      "operations",
      "operations",
    ]);
  });

  it("reads « Pays » by the column before it", () => {
    expect(targets(["Client", "Adresse", "Pays"])[2]).toBe("controllerCountry");
    expect(targets(["Client", "Activité", "Pays"])[2]).toBe("transfer");
  });

  it("judges a column without a head by its cells", () => {
    const rows = [
      ["R-1", "Orvane", "", "x"],
      ["R-2", "Velya", "", ""],
    ];
    expect(targets(["", "Client", "", ""], rows)).toEqual(["reference", "controllerName", "ignore", "note"]);
    expect(targets(["Client"], [["Orvane", "hors tableau"]])).toEqual(["controllerName", "note"]);
  });
});

describe("applyRememberedMapping", () => {
  const guess = guessColumns(["Client", "Bloc", "Activité"]);
  const remembered = guess.map((column) =>
    column.header === "Bloc" ? { ...column, target: "sites" as const } : column,
  );

  it("puts a head where a person put it, in its place or moved", () => {
    expect(applyRememberedMapping(guess, remembered).map(({ target }) => target)).toContain("sites");
    const moved = applyRememberedMapping(guessColumns(["BLOC", "Client", "Ajout", "Activité"]), remembered);
    expect(moved.map(({ target }) => target)).toEqual(["sites", "controllerName", "note", "activity"]);
  });

  it("changes nothing when nothing is remembered", () => {
    expect(applyRememberedMapping(guess, null)).toEqual(guess);
  });
});

describe("headerSignature", () => {
  it("is blind to case, accents, punctuation and blank columns at the end, not to order", () => {
    expect(headerSignature(["Réf.", "Client", ""])).toBe(headerSignature(["REF", "client"]));
    expect(headerSignature(["Client", "Réf."])).not.toBe(headerSignature(["Réf.", "Client"]));
  });
});

describe("heads that people write", () => {
  it.each([
    ["Accès depuis", "transfer"],
    ["Ce que nous faisons", "activity"],
    ["Organisme responsable", "controllerName"],
    ["Date de mise en œuvre", "startsOn"],
    ["Access from", "transfer"],
    ["On behalf of", "controllerName"],
    ["الولوج من", "transfer"],
    ["Acceso desde", "transfer"],
    ["Data Subject Locations", "note"],
    ["Localisation des personnes concernées", "note"],
  ])("%s → %s", (head, target) => expect(guessColumns([head])[0]?.target).toBe(target));
});
