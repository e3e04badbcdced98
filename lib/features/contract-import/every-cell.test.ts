import { describe, expect, it } from "vitest";
import { CLAUSE_IDS } from "@/lib/domain/contract/clauses";
import type { ContractTermsDocument } from "@/lib/domain/contract/content";
import {
  amendmentWith,
  contractWith,
  INSTRUCTOR,
  ORGANISATION,
} from "@/lib/domain/contract/contract.fixture";
import { FIELD_SECTIONS, fieldsOf, type FieldKind } from "@/lib/domain/contract/contract-fields";
import { readClauseName } from "@/lib/domain/contract-import/clause-heads";
import { planContracts } from "@/lib/domain/contract-import/import-plan";
import { matrixRow } from "@/lib/domain/contract-import/matrix";
import { changesOf } from "@/lib/domain/contract-import/import-changes";
import { readContractSheets, type SheetColumn } from "@/lib/domain/contract-import/read-sheets";
import type { GridSheet } from "@/lib/domain/contract-import/sheet-table";
import type { ContractRow } from "@/lib/features/contract/read/queries";
import { contractWorkbook } from "@/lib/features/contract-export/print/contract-workbook";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
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
const vocabulary = await contractVocabulary();

function rowOf(
  contractTerms: { [S in keyof ContractTermsDocument]?: Partial<ContractTermsDocument[S]> } = {},
): ContractRow {
  return {
    ...contractWith(
      { ...contractTerms, amendments: [amendmentWith({}, "2026-06-01")] },
      { noticeGivenOn: "2026-05-01" },
    ),
    id: "c1",
    controllerId: "k1",
    reference: "ORV-1",
    title: "Contrat-cadre",
    version: 4,
    controller: CONTROLLER,
    instructors: [{ ...INSTRUCTOR, until: "2026-10-31" }],
  };
}

/** Fills every field, so that a lost cell is detected. */
const FULL = rowOf({
  parties: {
    controllerSignatory: "Mme Lenoir",
    controllerSignatoryCapacity: "Présidente",
    processorSignatory: "M. Alaoui",
    processorSignatoryCapacity: "Gérant",
    otherParties: "Orvelle Gaz",
  },
  object: {
    subjectMatter: "Relation client",
    nature: "Appels",
    purpose: "Service",
    retention: "Trois ans",
    operations: ["Appels", "Écoute"],
    dataCategories: ["Identité", "Contrat"],
    personCategories: ["Clients", "Prospects"],
    countries: ["MA", "FR"],
    subProcessors: ["Ferrix", "Lumen"],
  },
  terms: {
    breachNoticeMeans: "Courriel",
    rightsRequests: "forwarded",
    rightsRequestsDays: 2,
    rightsRequestsHours: 36,
    endFateDays: 30,
  },
  instruments: { scc914Docking: "included", scc914Redress: "excluded", law0908Reference: "D-1/2026" },
});

async function gridOf(row: ContractRow, locale: Locale): Promise<GridSheet[]> {
  const content = { contracts: [row], organisation: ORGANISATION, on: TODAY };
  const { sheets } = await contractWorkbook(content, locale, new Date(0));
  const text = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell));
  return Promise.all(
    sheets.map(async ({ name, columns, rows }) => {
      const stated = [columns.map(({ head }) => head)];
      for await (const cells of rows) stated.push(cells.map(text));
      return { name, rows: stated, lines: stated.map((_, at) => at + 1) };
    }),
  );
}

function planOf(sheets: readonly GridSheet[], row: ContractRow) {
  const status = [{ ...row, controller: CONTROLLER.legalName }];
  const matrix = matrixRow({
    contract: row,
    instructors: row.instructors,
    organisation: ORGANISATION,
    on: TODAY,
  });
  const known = {
    known: status,
    vocabulary,
    chosen: [],
    today: TODAY,
    matrix: new Map([[row.reference, matrix]]),
    isChosenName: () => false,
  };
  const read = readContractSheets(sheets, known)!;
  const planned = planContracts(read.lines, {
    contracts: status,
    controllers: [CONTROLLER],
    today: TODAY,
    chosen: new Map(),
  });
  return { read, planned };
}

type Place = { sheet: number; row: number; column: number };

function put(sheets: readonly GridSheet[], { sheet: at, row, column }: Place, cell: string): GridSheet[] {
  return sheets.map((sheet, index) => ({
    ...sheet,
    rows: sheet.rows.map((cells, line) => (index === at && line === row ? cells.with(column, cell) : cells)),
  }));
}

/** Example: "terms.auditRights", "clauses.K09.place", "power". */
function targetOf(
  sheets: readonly GridSheet[],
  { sheet, row, column }: Place,
  columns: readonly SheetColumn[],
) {
  if (sheet === 0) return columns[column]!.target;
  const part = ["answer", "place", "note"][column - 3];
  if (sheet === 2 && part)
    return `clauses.${readClauseName(sheets[2]!.rows[row]![2]!, vocabulary.titles)}.${part}`;
  return sheet === 4 ? ["reference", "controller", ...PERSON][column]! : "";
}
const PERSON = ["name", "capacity", "email", "power", "from", "until"];

/** Cells that were neither refused, ignored nor applied. */
function lostOf(
  sheets: readonly GridSheet[],
  row: ContractRow,
  places: readonly Place[],
  cell: string,
): string[] {
  const { read, planned } = planOf(
    places.reduce((grid, place) => put(grid, place, cell), sheets),
    row,
  );
  const notified = planned.flatMap(({ line }) => [...(line.issues ?? []), ...(line.asides ?? [])]);
  const isWhole =
    planned.some(({ becomes }) => becomes === "refused" || becomes === "new") && places.length === 1;
  const changed = planned.flatMap(({ line }) =>
    changesOf({ line, becomes: "changed" }, line.reference === row.reference ? row : undefined),
  );
  const named = new Set(
    changed.map((one) => (one.kind === "instructor" ? one.field : "target" in one ? one.target : "")),
  );
  return places.flatMap((place) => {
    const { name, rows } = sheets[place.sheet]!;
    const head = rows[0]![place.column]!;
    const isTold = notified.some(
      (one) => one.sheet === name && one.line === place.row + 1 && one.head === head.replace(/\s+/g, " "),
    );
    const target = targetOf(sheets, place, read.columns);
    return isTold || isWhole || named.has(target) ? [] : [`${name}, ${place.row}, ${head}`];
  });
}

function hasSameContent(before: string, cell: string): boolean {
  const same = [
    ["Oui", "Yes", "نعم", "Présente", "Present", "موجود"],
    ["Non", "No", "لا", "0"],
    ["", "-", "?", "…"],
  ];
  return before === cell || same.some((words) => words.includes(before) && words.includes(cell));
}

const WRITTEN = { fr: ["Oui", "Non", "0", "-"], en: ["Yes", "No", "0", "?"], ar: ["نعم", "لا", "0", "…"] };
/** The first rows of the clause sheet represent the others, which are alike. */
const FIRST_ROWS = 2;
const LONG = 60_000;

describe.each(LOCALES)("every cell of our own workbook in %s", (locale) => {
  it(
    "changes something or is told of, whatever is written into it",
    { timeout: LONG, tags: locale === "fr" ? [] : ["multiplies"] },
    async () => {
      const sheets = await gridOf(FULL, locale);
      expect(planOf(sheets, FULL).planned).toMatchObject([
        { becomes: "same", line: { issues: [], asides: [] } },
      ]);
      const lost = sheets.flatMap(({ rows }, sheet) =>
        rows.slice(1, 1 + FIRST_ROWS).flatMap((cells, index) =>
          WRITTEN[locale].flatMap((cell) => {
            const places = cells.flatMap((before, column) =>
              hasSameContent(before, cell) ? [] : [{ sheet, row: index + 1, column }],
            );
            // A key column changes the reading of its row, so it is tested alone.
            const isAlone = ({ column }: Place) => column < 2 || sheet >= 2;
            return [
              ...places.filter(isAlone).map((place) => [place]),
              places.filter((place) => !isAlone(place)),
            ].flatMap((some) => lostOf(sheets, FULL, some, cell));
          }),
        ),
      );
      expect(lost).toEqual([]);
    },
  );

  it("comes in as the value that was written, each choice and each yes or no from each of the others", async () => {
    const heads = await fieldHeads(locale);
    const turns = await Promise.all(heads.map(({ kind }) => cellChangesOf(kind, locale)));
    for (let turn = 0; turn < Math.max(...turns.map(({ length }) => length)); turn += 1) {
      const taken = heads.flatMap((field, at) =>
        turns[at]!.slice(turn, turn + 1).map((one) => ({ ...field, ...one })),
      );
      const row = rowOf();
      for (const { section, name, from } of taken) Object.assign(row.content.deed[section], { [name]: from });
      const sheets = await gridOf(row, locale);
      const changed = taken.reduce(
        (grid, { head, cell }) =>
          put(grid, { sheet: 0, row: 1, column: sheets[0]!.rows[0]!.indexOf(head) }, cell),
        sheets,
      );
      const [planned] = planOf(changed, row).planned;
      expect(planned!.line.issues).toEqual([]);
      const { deed: contractTerms } = structuredClone(row.content);
      for (const { section, name, to } of taken) Object.assign(contractTerms[section], { [name]: to });
      expect(planned!.line.content.deed).toEqual(contractTerms);
      expect(changesOf({ ...planned!, becomes: "changed" }, row)).toHaveLength(taken.length);
    }
  });

  it("answers a clause otherwise from each answer to each of the others, with its place and its note", async () => {
    const words = await translator(locale, "contract-clauses");
    const answers = ["present", "insufficient", "absent", "unread"] as const;
    const turns = answers.flatMap((from) =>
      answers.filter((one) => one !== from).map((to) => ({ from, to })),
    );
    const clauses = turns.map(({ from }, at) => [
      CLAUSE_IDS[at]!,
      { answer: from, place: "art. 5", note: "lu" },
    ]);
    const row = rowOf({ clauses: Object.fromEntries(clauses) });
    const sheets = await gridOf(row, locale);
    const changed = turns.reduce(
      (grid, { to }, at) =>
        [words(`answers.${to}`), "Non", "0"].reduce(
          (one, cell, part) => put(one, { sheet: 2, row: at + 1, column: 3 + part }, cell),
          grid,
        ),
      sheets,
    );
    const [planned] = planOf(changed, row).planned;
    expect(planned!.line.issues).toEqual([]);
    const read = turns.map((_, at) => planned!.line.content.deed.clauses[CLAUSE_IDS[at]!]);
    expect(read).toEqual(turns.map(({ to }) => ({ answer: to, place: "Non", note: "0" })));
  });
});

async function fieldHeads(locale: Locale) {
  const t = await translator(locale, "contract");
  return FIELD_SECTIONS.flatMap((section) =>
    fieldsOf(section).map(([name, kind]) => ({ section, name, kind, head: t(`fields.${section}.${name}`) })),
  );
}

type CellChange = { from: unknown; to: unknown; cell: string };

async function cellChangesOf(kind: FieldKind, locale: Locale): Promise<CellChange[]> {
  const [t, countries] = [await translator(locale, "contract"), await translator(locale, "countries")];
  const between = (values: readonly unknown[], translate: (value: unknown) => string) =>
    values.flatMap((to) =>
      values.filter((from) => from !== to).map((from) => ({ from, to, cell: translate(to) })),
    );
  switch (kind.kind) {
    case "tick":
      return between([true, false], (value) => t(value ? "yes" : "no"));
    case "choice": {
      const turns = between(kind.options, (value) => t(`choices.${kind.words}.${String(value)}`));
      return kind.hasNoBlank ? turns : [...turns, { ...turns[0]!, from: null }];
    }
    case "day":
      return [
        { from: "2026-12-31", to: "2027-01-31", cell: "31/01/2027" },
        { from: null, to: "2027-02-28", cell: "2027-02-28" },
      ];
    case "count":
      return [
        { from: 12, to: 3, cell: "3" },
        { from: null, to: 30, cell: "30" },
      ];
    case "country":
      return between(["FR", "BE"], (value) => countries(String(value)));
    case "countries":
      return [{ from: ["MA"], to: ["MA", "FR"], cell: `${countries("MA")}\n${countries("FR")}` }];
    case "lines":
      return [
        { from: ["Appels"], to: ["Nom", "Lieu"], cell: "Nom\nLieu" },
        { from: ["Appels"], to: ["0"], cell: "0" },
      ];
    default:
      return ["Non", "Oui", "0", "Aucune", "x"].map((cell) => ({ from: "Avant", to: cell, cell }));
  }
}
