import { describe, expect, it } from "vitest";
import { importCsv } from "./csv-plan.fixture";

const HEAD = [
  "Client",
  "Activité",
  "Opérations",
  "Personnes concernées",
  "Données traitées",
  "Mesures de sécurité",
  "Sous-traitants ultérieurs",
  "Pays de transfert",
  "Garanties",
  "Contrat",
  "Début",
  "Fin",
];
const PLAIN = [
  "Orvelle SA",
  "Appels",
  "Saisie",
  "Clients",
  "Nom",
  "Badges",
  "Ferrix SAS",
  "Maroc",
  "CCT module 3 signées",
  "C-12",
  "01/03/2024",
  "",
];

function read(cells: readonly string[]) {
  const [row] = importCsv([HEAD, cells]).rows;
  if (!row) throw new Error("The row was lost.");
  return row;
}

const FIELDS = [
  "controllerName",
  "activity",
  "operations",
  "persons",
  "dataCategories",
  "measures",
  "subProcessors",
  "transfer",
  "instrument",
  "contractReference",
  "startsOn",
  "endsOn",
];
const SAID = ["pas le Maroc", "sauf Orvelle", "à signer", "idem", "#REF!", "voir annexe", "à compléter"];
// The name of an activity is a text of its own: "sauf Orvelle" is the words of whoever wrote it.
const COLUMNS = HEAD.map((head, at) => ({ head, at })).filter(({ head }) => head !== "Activité");

describe("a cell that says something else than a value", () => {
  it.each(COLUMNS.flatMap(({ head, at }) => SAID.map((cell) => ({ head, at, cell }))))(
    "$cell under $head is asked, told, noted or sets its row aside",
    ({ at, cell }) => {
      const { doubts, reason, content } = read(PLAIN.with(at, cell));
      const isKept = ({ instrument, instrumentText }: (typeof content.destinations)[number]) =>
        instrument === null && instrumentText === cell;
      const isNoted = content.notes.includes(cell) || content.destinations.some(isKept);
      expect(reason !== null || isNoted || doubts.some(({ field }) => field === FIELDS[at])).toBe(true);
    },
  );

  it.each(["oui", "X", "Oui, voir annexe 2", "نعم", "pas de mesure"])("%s describes no measure", (cell) => {
    const { doubts } = read(PLAIN.with(5, cell));
    expect(doubts).toContainEqual(expect.objectContaining({ field: "measures", key: "describesNothing" }));
  });

  it.each(["Chiffrement prévu en 2027", "MFA en cours de déploiement"])(
    "%s is told as no measure in force",
    (cell) => {
      const { doubts, content } = read(PLAIN.with(5, cell));
      expect(doubts).toContainEqual(expect.objectContaining({ field: "measures", key: "measureNotInForce" }));
      expect(content.measures).toEqual([cell]);
    },
  );

  it("takes no word for the reference of a contract", () => {
    for (const cell of ["oui", "à signer", "néant", "voir annexe", "N/A"])
      expect(read(PLAIN.with(9, cell)).content.contractReference).toBe("");
    expect(read(PLAIN).content.contractReference).toBe("C-12");
  });
});
