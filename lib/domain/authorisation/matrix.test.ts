import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CELL_STATES, type CellState } from "./authorisation-status";
import {
  awaitedAnswers,
  CELL_GROUPS,
  dayOf,
  filterMatrix,
  GROUP_OF,
  countCells,
  type Matrix,
  type MatrixCell,
  type MatrixFilters,
} from "./matrix";

const cell = (state: CellState, change: Partial<MatrixCell> = {}): MatrixCell => ({
  state,
  regime: "specific",
  requestId: state === "never" ? null : "r",
  day: null,
  daysLeft: null,
  missing: [],
  ...change,
});
const column = (id: string) => ({ id, reference: id, name: id, country: "FR" });
const row = (controller: string, ...cells: MatrixCell[]) => ({
  controllerId: controller,
  controller,
  contract: "C-001",
  regime: "specific" as const,
  cells,
});
const ALL: MatrixFilters = { state: "", regime: "", controller: "", subProcessor: "", waits: false };
const MATRIX: Matrix = {
  columns: [column("voice"), column("cloud"), column("speech")],
  rows: [
    row(
      "Mutuelle Alvéole",
      cell("active"),
      cell("refused"),
      cell("awaited", { day: "2026-12-04", daysLeft: 8 }),
    ),
    { ...row("Orvelle Énergie", cell("active"), cell("never"), cell("never")), regime: "general" },
    row("Voltiris", cell("never"), cell("never"), cell("awaited", { day: "2026-11-27", daysLeft: 1 })),
  ],
};
const flatten = ({ columns, rows }: Matrix) => [columns.map(({ id }) => id), rows.map((it) => it.controller)];

describe("filterMatrix", () => {
  it.each<[Partial<MatrixFilters>, string[], string[]]>([
    [{}, ["voice", "cloud", "speech"], ["Mutuelle Alvéole", "Orvelle Énergie", "Voltiris"]],
    [{ controller: "alveole" }, ["voice", "cloud", "speech"], ["Mutuelle Alvéole"]],
    [{ regime: "general" }, ["voice", "cloud", "speech"], ["Orvelle Énergie"]],
    [{ waits: true }, ["speech"], ["Mutuelle Alvéole", "Voltiris"]],
    [{ state: "refused" }, ["cloud"], ["Mutuelle Alvéole"]],
    [{ subProcessor: "voice" }, ["voice"], ["Mutuelle Alvéole", "Orvelle Énergie", "Voltiris"]],
    [{ subProcessor: "voice", waits: true }, [], []],
    [{ state: "active", controller: "voltiris" }, [], []],
  ])("%o", (change, columns, rows) => {
    expect(flatten(filterMatrix(MATRIX, { ...ALL, ...change }))).toEqual([columns, rows]);
  });

  it("shows nothing that was not there, and keeps each cell under its column", () => {
    const filters = fc.record({
      state: fc.constantFrom("" as const, ...CELL_STATES),
      regime: fc.constantFrom("" as const, "specific" as const, "general" as const),
      controller: fc.constantFrom("", "v", "orvelle", "zzz"),
      subProcessor: fc.constantFrom("", "voice", "cloud", "gone"),
      waits: fc.boolean(),
    });
    fc.assert(
      fc.property(filters, (asked) => {
        const shown = filterMatrix(MATRIX, asked);
        for (const { controllerId, cells } of shown.rows) {
          const whole = MATRIX.rows.find((it) => it.controllerId === controllerId)!;
          expect(cells).toHaveLength(shown.columns.length);
          cells.forEach((it, at) => expect(it).toBe(whole.cells[MATRIX.columns.indexOf(shown.columns[at]!)]));
        }
      }),
    );
  });
});

it("counts every cell in one group", () => {
  expect(countCells(MATRIX.rows)).toEqual({ active: 2, waits: 2, refused: 1, past: 0, never: 4 });
  for (const state of CELL_STATES) expect(CELL_GROUPS).toContain(GROUP_OF[state]);
});

it("names the answers that are awaited, the next one first", () => {
  expect(awaitedAnswers(MATRIX).map(({ row: { controller } }) => controller)).toEqual([
    "Voltiris",
    "Mutuelle Alvéole",
  ]);
});

it.each<[MatrixCell, string | null]>([
  [cell("awaited", { day: "2026-12-04" }), "2026-12-04"],
  [cell("notified"), "2026-10-12"],
  [cell("expired", { day: "2026-09-15" }), "2026-09-15"],
  [cell("active", { day: "2026-09-15" }), "2026-10-12"],
])("a cell shows the day that decides: %o", (it, day) => {
  expect(dayOf(it, "2026-10-12")).toBe(day);
});
