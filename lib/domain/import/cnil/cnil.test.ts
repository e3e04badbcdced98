import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLACE_KINDS } from "@/lib/domain/country/place-kinds";
import {
  ANSWERS,
  emptyContent,
  FREQUENCIES,
  INSTRUMENTS,
  LEGAL_BASES,
  MINORS_CONSENTS,
  recordContentSchema,
  SPECIAL_CATEGORIES,
  type RecordContent,
} from "@/lib/domain/processing-record/content";
import { differingFields } from "../field-changes";
import { cnilSheets, EMPTY_SHEET, FILLED_SHEET, LIST_SHEET } from "./cnil.fixture";
import { actorLine, readCnilRecord, type CnilKnown } from "./read-record";
import { readCnilWorkbook, type CnilEntry } from "./workbook";
import { writeCnilSheet, type CnilOutput } from "./write-sheet";
import { DATA_LABELS, SPECIAL_LABELS } from "./words";

const NOTHING: CnilKnown = { actors: [], measures: new Map() };
const read = ({ sheet, listing }: CnilEntry, known = NOTHING) => readCnilRecord(sheet, listing, known);
const bookOf = (sheets: Parameters<typeof cnilSheets>[0]) => readCnilWorkbook(cnilSheets(sheets));

describe("readCnilWorkbook", () => {
  it("knows the layout by its labels, and an empty model becomes nothing", () => {
    const book = bookOf({ Feuil1: LIST_SHEET, x: EMPTY_SHEET, y: FILLED_SHEET })!;
    expect(book.entries.map(({ number, name, listing }) => [number, name, listing?.reference])).toEqual([
      [3, "y", "BADGE-7"],
      [1, "Feuil1", "ANN-1"],
    ]);
    expect(book.blank).toEqual(["x"]);
    expect(book.contacts).toEqual(["Nom : Carrel", "Adresse : 4 quai Vert", "Ville : Nantes"]);
  });

  it("takes a free table for none of the CNIL's", () => {
    expect(
      bookOf({
        Registre: [
          ["Réf.", "Client", "Activité"],
          ["1", "A", "B"],
        ],
      }),
    ).toBeNull();
    expect(
      bookOf({
        Registre: [
          ["Nom du traitement", "Finalité"],
          ["Paie", "Payer"],
        ],
      }),
    ).toBeNull();
  });

  it("finds the layout where a column was put before it, and rows were taken out", () => {
    const moved = FILLED_SHEET.filter(([label]) => label !== "Acteurs").map((row) => ["", ...row]);
    expect(read(bookOf({ S: moved })!.entries[0]!).content.purposes).toHaveLength(2);
  });
});

describe("readCnilRecord", () => {
  it("makes one complete entry of a filled sheet", () => {
    const { reference, content, doubts } = read(bookOf({ L: LIST_SHEET, S: FILLED_SHEET })!.entries[0]!);
    expect(reference).toBe("BADGE-7");
    expect(doubts).toEqual([]);
    expect(content).toMatchObject({
      activity: "Suivi des badges d’accès",
      startsOn: { value: "2021-03-04" },
      reviewedOn: { value: "2023-06-05", text: "05/06/2023" },
      jointAnswer: "yes",
      jointControllers: ["Foncière du Port, 1 rue Basse, 44000, Nantes"],
      purposes: ["Contrôle des entrées", "Dénombrement en cas d’évacuation"],
      dataCategories: [`${DATA_LABELS[0]} : Nom, photo`, "Données de pointage : Heures de passage"],
      retention: `${DATA_LABELS[0]} : Durée du contrat\nDonnées de pointage : 3 mois\n${SPECIAL_LABELS.health} : 1 an`,
      specialAnswer: "yes",
      specialCategories: ["health"],
      specialText: `${SPECIAL_LABELS.health} : Accès adaptés`,
      persons: ["Salariés", "Autres (préciser) : Visiteurs"],
      recipients: ["Sous-traitants : Gardiens Réunis"],
      measures: ["Chiffrement des données : Base des badges", "Armoire fermée"],
      transferAnswer: "yes",
      destinations: [
        {
          country: "MA",
          place: "Portiers du Sud",
          instrument: "scc-unspecified",
          signedOn: { value: "2022-02-12" },
          instrumentText: "Clauses contractuelles types (CCT)\nContrat signé le 12/02/2022",
        },
      ],
    });
    expect(content.notes.split("\n")).toEqual([
      "Service pilote : Moyens généraux",
      "Responsable du traitement : Inès Carrel, 4 quai Vert, 44000, Nantes, France, 02 00 00 00 01, ines@exemple.fr",
      "Délégué à la protection des données : Omar Jalil",
      "Société du DPO (si celui-ci est externe) : N/A",
      `Vie personnelle (habitudes de vie, situation familiale, etc.) : Non`,
    ]);
  });

  it("drops no word of a cell", () => {
    const entry = bookOf({ S: FILLED_SHEET })!.entries[0]!;
    const { reference, content } = read(entry);
    const stored = JSON.stringify([reference, content]);
    const values = entry.cells.filter((cell) => cell.length > 1 && !/^\d{4}-\d\d-\d\d$/.test(cell));
    const labels = new Set(Object.keys(entry.sheet.sections));
    const stated = Object.values(entry.sheet.sections).flatMap((rows) => rows.flatMap(({ cells }) => cells));
    const lost = values.filter(
      (cell) => stated.includes(cell) && !labels.has(cell) && !stored.includes(cell),
    );
    // A country is kept by its code.
    expect(lost).toEqual(["Maroc"]);
  });

  it("does not note again what the organisation says of itself", () => {
    const line = actorLine("dpo", ["Omar Jalil"]);
    const { content } = read(bookOf({ S: FILLED_SHEET })!.entries[0]!, { ...NOTHING, actors: [line] });
    expect(content.notes).not.toContain("Omar Jalil");
  });

  it("makes an entry of a line of the list that has no sheet", () => {
    const { content } = read(bookOf({ L: LIST_SHEET, S: EMPTY_SHEET })!.entries[1]!);
    expect(content).toMatchObject({
      activity: "Annuaire interne",
      purposes: ["Joindre un collègue"],
      specialAnswer: "no",
      startsOn: { value: "2020-01-02" },
    });
  });

  it("keeps what the list says otherwise", () => {
    const list = LIST_SHEET.map((row) =>
      row.map((cell) => (cell === "Contrôle des entrées" ? "Sûreté" : cell)),
    );
    const { content } = read(bookOf({ L: list, S: FILLED_SHEET })!.entries[0]!);
    expect(content.notes).toContain("Finalité du traitement : Sûreté");
  });
});

const word = fc.string({ unit: fc.constantFrom(..."aeé’ -:;,.1()/\n".split("")), maxLength: 30 });
const text = (max = 300) => word.map((it) => it.trim().slice(0, max));
const items = fc.array(fc.oneof(text().filter(Boolean), fc.constant(`${DATA_LABELS[5]} : numéro`)), {
  maxLength: 4,
});
const answer = fc.constantFrom(...ANSWERS);
const date = fc.option(
  fc.constantFrom({ value: "2024-03", text: "mars 2024" }, { value: "2023-01-02", text: "" }),
);
const destination = fc.record({
  country: fc.constantFrom(null, "MA", "SN", "US"),
  internationalOrganisation: text(),
  place: text(),
  placeKind: fc.constantFrom(null, ...PLACE_KINDS),
  instrument: fc.constantFrom(null, ...INSTRUMENTS),
  sccModule: fc.constantFrom(null, 1 as const, 2 as const),
  instrumentText: text(),
  signedOn: date,
  assessedOn: date,
  assessmentText: text(),
  derogationDocuments: text(),
});
const MEASURE = "0190a000-0000-7000-8000-000000000001";
const PROCEDURE = "0190a000-0000-7000-8000-000000000002";
const contents: fc.Arbitrary<RecordContent> = fc
  .record(
    {
      activity: text().filter(Boolean),
      operations: items,
      transferAnswer: answer,
      transferReason: text(),
      destinations: fc.array(destination, { maxLength: 3 }),
      transferText: text(),
      measures: items,
      measureIds: fc.constantFrom([], [MEASURE]),
      measuresAbsentReason: text(),
      purposes: items,
      jointAnswer: answer,
      jointControllers: items,
      retention: text(),
      retentionAbsentReason: text(),
      targetsUnion: answer,
      legalBases: fc.subarray([...LEGAL_BASES]),
      specialCondition: text(),
      informationNotice: text(),
      cndpNumbers: items,
      frequency: fc.constantFrom(...FREQUENCIES),
      exemptionClaimed: fc.boolean(),
      persons: items,
      dataCategories: items,
      specialAnswer: answer,
      specialCategories: fc.subarray([...SPECIAL_CATEGORIES]),
      specialText: text(),
      minorsAnswer: answer,
      minorsText: text(),
      minorsConsent: fc.constantFrom(...MINORS_CONSENTS),
      minorsProcedureId: fc.constantFrom(null, PROCEDURE),
      volumes: text(),
      tools: items,
      sites: items,
      recipients: items,
      subProcessorsAnswer: answer,
      subProcessors: fc.array(
        fc.record({ name: text().filter(Boolean), country: fc.constantFrom(null, "FR"), service: text() }),
        { maxLength: 2 },
      ),
      contractReference: text(),
      startsOn: date,
      endsOn: date,
      reviewedOn: date,
      reviewDueOn: date,
      notes: text(),
    },
    { requiredKeys: ["activity"] },
  )
  .map((content) => recordContentSchema.parse(content));

describe("writeCnilSheet", { timeout: 60_000 }, () => {
  const known: CnilKnown = {
    actors: [actorLine("controller", ["Nejma"])],
    measures: new Map([["M-001 Badges", MEASURE]]),
    procedures: new Map([["PR-002 · Mineurs", PROCEDURE]]),
  };
  const write = (content: RecordContent) => {
    const output: CnilOutput = {
      reference: "I-001",
      content,
      actors: { controller: ["Nejma"] },
      measures: new Map([[MEASURE, "M-001 Badges"]]),
      country: (code) => ({ MA: "Maroc", SN: "Sénégal", US: "États-Unis" })[code] ?? code,
    };
    return writeCnilSheet(output, known);
  };
  const readBack = (content: RecordContent) => read(bookOf({ S: write(content) })!.entries[0]!, known);

  it("writes an entry that the layout holds without anything beyond it", () => {
    const { content } = read(bookOf({ S: FILLED_SHEET })!.entries[0]!);
    const rows = write({ ...content, notes: "" });
    expect(rows.flat()).not.toContain("Compléments hors du modèle de la CNIL");
    expect(differingFields(readBack({ ...content, notes: "" }).content, { ...content, notes: "" })).toEqual(
      [],
    );
  });

  it("says beyond the layout what has no place in it", () => {
    const rows = write({ ...emptyContent("Paie"), legalBases: ["legitimate-interests"], frequency: "daily" });
    expect(rows.slice(-2)).toEqual([
      ["Bases légales › 1", "intérêts légitimes"],
      ["Fréquence", "quotidienne"],
    ]);
  });

  it("gives back every field of any entry", () => {
    fc.assert(
      fc.property(contents, (content) => {
        const back = readBack(content);
        expect(back.reference).toBe("I-001");
        expect(differingFields(back.content, content)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
