import { describe, expect, it } from "vitest";
import {
  amendmentWith,
  contractWith,
  INSTRUCTOR,
  ORGANISATION,
} from "@/lib/domain/contract/contract.fixture";
import { planContracts, type ExistingContract } from "@/lib/domain/contract-import/import-plan";
import { matrixRow } from "@/lib/domain/contract-import/matrix";
import { readContractSheets } from "@/lib/domain/contract-import/read-sheets";
import type { GridSheet } from "@/lib/domain/contract-import/sheet-table";
import type { ContractRow } from "@/lib/features/contract/read/queries";
import { contractWorkbook } from "@/lib/features/contract-export/print/contract-workbook";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { readWorkbook } from "@/lib/platform/sheets/read-workbook";
import { writeXlsx } from "@/lib/platform/sheets/xlsx-writer";
import { contractVocabulary } from "@/lib/features/contract-import/read/vocabulary";

const TODAY = "2026-11-24";
const CONTROLLER = {
  id: "k1",
  legalName: "Orvelle Énergie",
  country: "FR",
  archivedAt: null,
  address: "",
  establishments: [],
  targeting: "",
  targetCountries: [],
  clientRole: "controller",
};

/** Covers losses of text: several lines, a current and a future amendment, a blank, a comma. */
const row: ContractRow = {
  ...contractWith({
    object: {
      subjectMatter: "Relation client,\nappels entrants",
      operations: ["Appels ; rappels", "Écoute"],
      countries: ["MA", "FR"],
    },
    terms: { breachNoticeMeans: "=1+1", rightsRequests: "forwarded" },
    amendments: [
      amendmentWith({ terms: { breachNoticeHours: 12 }, clauses: { K25: ABSENT() } }, "2026-06-01"),
      amendmentWith({ term: { endsOn: "2028-12-31" } }, "2027-01-01", "2026-11-01"),
      amendmentWith({}, null),
    ],
  }),
  id: "c1",
  controllerId: "k1",
  reference: "ORV-1",
  title: "Contrat-cadre",
  version: 4,
  controller: CONTROLLER,
  instructors: [INSTRUCTOR],
};

const MATRIX = matrixRow({
  contract: row,
  instructors: row.instructors,
  organisation: ORGANISATION,
  on: TODAY,
});

function ABSENT() {
  return { answer: "absent", place: "annexe 4", note: "" } as const;
}

async function sheetsIn(locale: Locale): Promise<GridSheet[]> {
  const content = { contracts: [row], organisation: ORGANISATION, on: TODAY };
  const chunks: Uint8Array[] = [];
  for await (const piece of writeXlsx(await contractWorkbook(content, locale, new Date())))
    chunks.push(piece);
  const read = await readWorkbook(new Uint8Array(Buffer.concat(chunks)));
  if (!read.ok) throw new Error(read.key);
  return read.sheets;
}

async function planOf(sheets: readonly GridSheet[], chosen: string[] = []) {
  const status: ExistingContract[] = [
    { ...row, controller: CONTROLLER.legalName, controllerId: CONTROLLER.id },
  ];
  const vocabulary = await contractVocabulary();
  const { lines, columns, unread } = readContractSheets(sheets, {
    known: status,
    vocabulary,
    chosen,
    today: TODAY,
    isChosenName: () => false,
    matrix: new Map([[row.reference, MATRIX]]),
  })!;
  const planned = planContracts(lines, {
    contracts: status,
    controllers: [CONTROLLER],
    today: TODAY,
    chosen: new Map(),
  });
  return {
    columns,
    unread,
    planned: planned.map(({ line, ...becomes }) => ({ ...becomes, issues: line.issues, line })),
  };
}

const instead = (sheets: readonly GridSheet[], from: string, to: string): GridSheet[] =>
  sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((cells) => cells.map((cell) => (cell === from ? to : cell))),
  }));

// A child process reads the workbook and may start late on a busy machine.
describe("our own workbook of contracts", { timeout: 60_000 }, () => {
  it.each(LOCALES)("changes nothing where nothing was changed, in %s", async (locale) => {
    const { planned, columns } = await planOf(await sheetsIn(locale));
    expect(planned).toMatchObject([{ becomes: "same", issues: [] }]);
    expect(columns.filter(({ target }) => target === "ignore")).toHaveLength(0);
  });

  it("takes what was changed in a cell, and that alone", async () => {
    const { planned } = await planOf(
      instead(await sheetsIn("fr"), "Transmises au responsable", "Le sous-traitant y répond"),
    );
    expect(planned).toMatchObject([{ becomes: "changed", id: "c1" }]);
    const { content } = planned[0]!.line;
    expect(content.deed.terms).toEqual({ ...row.content.deed.terms, rightsRequests: "answered" });
    expect(content.amendments).toEqual(row.content.amendments);
  });

  it.each([
    ["an amendment in force", "12", "48", "amended"],
    ["a day that is none", "2026-12-31", "fin d’année", "day"],
    ["a power taken away", "2026-01-01", "n/c ?", "day"],
    ["an amendment of another name", row.content.amendments[0]!.title, "Avenant de plus", "amendment"],
  ])("refuses to say %s, beside the cell", async (_what, from, to, key) => {
    const { planned } = await planOf(instead(await sheetsIn("fr"), from, to));
    expect(planned).toMatchObject([{ becomes: "refused", key: "cells" }]);
    expect(planned[0]!.issues!.map((issue) => issue.key)).toContain(key);
    expect(planned[0]!.issues![0]).toMatchObject({ line: 2, cell: to });
  });
});

describe("a spreadsheet of one's own", () => {
  const sheet = (rows: string[][]): GridSheet[] => [
    { name: "Feuil1", rows, lines: rows.map((_, at) => at + 1) },
  ];

  it("is read by the heads that people write", async () => {
    const { planned, columns } = await planOf(
      sheet([
        ["Suivi des contrats 2026"],
        ["N° de contrat", "Client", "Date de signature", "Date d'effet", "Échéance", "Pays", "Couleur"],
        ["N-1", "Orvelle Énergie", "05/01/2026", "2026-02-01", "31/01/2027", "Maroc, France", "vert"],
        ["N-2", "Voltiris", "5 janvier 2026", "", "", "", ""],
      ]),
    );
    expect(columns.map(({ target }) => target)).toEqual([
      "reference",
      "controller",
      "signedOn",
      "effectiveOn",
      "term.endsOn",
      "object.countries",
      "ignore",
    ]);
    expect(planned).toMatchObject([
      {
        becomes: "new",
        line: {
          signedOn: "2026-01-05",
          effectiveOn: "2026-02-01",
          content: { deed: { term: { endsOn: "2027-01-31" }, object: { countries: ["MA", "FR"] } } },
        },
      },
      { becomes: "refused", key: "unknownController" },
    ]);
  });

  it("says of each cell why it was not read", async () => {
    const { planned } = await planOf(
      sheet([
        ["Référence", "Client", "Date de fin", "Préavis", "DPA", "Reconduction"],
        ["N-1", "Orvelle Énergie", "2027", "trois mois", "peut-être", "parfois"],
        ["", "Orvelle Énergie", "31/12/2027", "", "", ""],
      ]),
    );
    expect(planned.map(({ becomes, issues }) => [becomes, issues!.map(({ key }) => key)])).toEqual([
      ["refused", ["day", "count", "answer", "choice"]],
      ["refused", []],
    ]);
  });

  it.each([
    [
      "fr",
      ["Réf", "Client", "K09", "K09 emplacement", "Mesures de sécurité", "art. 28(3)(g)", "K22 note"],
      "Présent",
      "partiel",
      "non",
    ],
    [
      "en",
      ["Ref", "Customer", "K09", "K09 where", "Security measures", "Article 28(3)(g)", "K22 comment"],
      "yes",
      "partial",
      "missing",
    ],
    [
      "ar",
      ["المرجع", "الزبون", "K09", "الموضع K09", "تدابير السلامة", "المادة 28(3)(g)", "ملاحظة K22"],
      "موجود",
      "جزئي",
      "لا",
    ],
  ])("carries clauses by number, title and article, in %s", async (_locale, heads, yes, partly, no) => {
    const { planned } = await planOf(
      sheet([heads, ["N-1", "Orvelle Énergie", yes, "art. 5", partly, no, "à relire"]]),
    );
    expect(planned).toMatchObject([{ becomes: "new", issues: [] }]);
    expect(planned[0]!.line.content.deed.clauses).toMatchObject({
      K09: { answer: "present", place: "art. 5", note: "" },
      K12: { answer: "insufficient" },
      K20: { answer: "absent" },
      K22: { answer: "unread", note: "à relire" },
      K01: { answer: "unread" },
    });
  });

  it("leaves to a person which clause an article means, and what a column of another name is", async () => {
    const rows = sheet([
      ["Réf", "Client", "art. 28(3)(h)", "Contrôle sur place"],
      ["N-1", "Orvelle Énergie", "oui", "non"],
    ]);
    const guessed = await planOf(rows);
    expect(guessed.columns.map(({ target, clauses }) => [target, clauses]).slice(2)).toEqual([
      ["ignore", ["K21", "K22"]],
      ["ignore", []],
    ]);
    const chosen = await planOf(rows, [
      "reference",
      "controller",
      "clauses.K21.answer",
      "clauses.K22.answer",
    ]);
    expect(chosen.planned[0]!.line.content.deed.clauses).toMatchObject({
      K21: { answer: "present" },
      K22: { answer: "absent" },
    });
  });

  it("is read with a sheet that has a row for each clause, and says which sheets it leaves out", async () => {
    const clauses = [
      ["Réf", "Clause", "Constat", "Page"],
      ["N-1", "K11", "conforme", "12"],
      ["N-1", "Audits et inspections", "insuffisant", ""],
      ["N-1", "Pénalités", "oui", ""],
    ];
    const { planned, unread } = await planOf([
      ...sheet([
        ["Réf", "Client", "Date de signature"],
        ["N-1", "Orvelle Énergie", "05/01/2026"],
      ]),
      { name: "Relecture", rows: clauses, lines: [1, 2, 3, 4] },
      { name: "Divers", rows: [["Bonjour"]], lines: [1] },
    ]);
    expect(unread).toEqual(["Divers"]);
    expect(planned[0]!.issues).toMatchObject([
      { key: "clause", cell: "Pénalités", sheet: "Relecture", line: 4 },
    ]);
    expect(planned[0]!.line.content.deed.clauses).toMatchObject({
      K11: { answer: "present", place: "12" },
      K22: { answer: "insufficient" },
    });
  });

  it("refuses what it cannot read of a clause, and says what it leaves aside", async () => {
    const { planned } = await planOf(
      sheet([
        ["Référence", "Client", "Tacite reconduction", "DPA", "K09", "K9 réponse", "K12", "K16", "Pays"],
        ["ORV-1", "Orvelle Énergie", "Non", "Oui, annexe 2", "oui", "non", "oui, art. 5", "n/a", "-"],
      ]),
    );
    expect(planned[0]!.line.content.deed.term.renewal).toBe("none");
    expect(planned[0]!.issues!.map(({ key, cell }) => [key, cell])).toEqual([
      ["answerMore", "Oui, annexe 2"],
      ["twoColumns", "non"],
      ["clauseAnswer", "oui, art. 5"],
    ]);
    expect(planned[0]!.line.asides!.map(({ key, cell }) => [key, cell])).toEqual([
      ["placeholder", "-"],
      ["notApplicable", "n/a"],
    ]);
  });

  it("is none without a row that could be a head", async () => {
    const vocabulary = await contractVocabulary();
    const none = { known: [], chosen: [], matrix: new Map(), isChosenName: () => false };
    const known = { ...none, vocabulary, today: TODAY };
    expect(readContractSheets(sheet([["Bonjour"], ["…"]]), known)).toBeNull();
  });
});
