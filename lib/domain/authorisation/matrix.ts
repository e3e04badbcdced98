import { itemAt } from "@/lib/domain/invariant/required";
import type { Cell, CellState } from "./authorisation-status";
import type { Regime } from "./types";

/** Groups of states, for the totals and the colours of the matrix. */
export const CELL_GROUPS = ["active", "waits", "refused", "past", "never"] as const;
export type CellGroup = (typeof CELL_GROUPS)[number];

export const GROUP_OF: Record<CellState, CellGroup> = {
  never: "never",
  draft: "waits",
  awaited: "waits",
  notified: "waits",
  "to-sign": "waits",
  active: "active",
  refused: "refused",
  expired: "refused",
  objected: "refused",
  revoked: "refused",
  suspended: "refused",
  "contract-terminated": "refused",
  withdrawn: "past",
  alternative: "past",
  replaced: "past",
  ended: "past",
};

export type MatrixCell = Pick<Cell, "state" | "regime" | "requestId" | "day" | "daysLeft" | "missing">;

export type MatrixColumn = { id: string; reference: string; name: string; country: string | null };

export type MatrixRow = {
  controllerId: string;
  controller: string;
  /** Reference of the contract in force; "" where there is none. */
  contract: string;
  regime: Regime;
  /** Cells in the order of the columns. */
  cells: readonly MatrixCell[];
};

export type Matrix = { columns: readonly MatrixColumn[]; rows: readonly MatrixRow[] };

/** The day that a cell shows: the last of its period while that decides, else that of the last word on it. */
export function dayOf({ state, day }: MatrixCell, decidedOn: string | null): string | null {
  const isOfPeriod = state === "awaited" || state === "notified" || state === "expired";
  return isOfPeriod ? (day ?? decidedOn) : decidedOn;
}

export type MatrixFilters = {
  state: CellState | "";
  regime: Regime | "";
  /** Words that the controller's name holds. */
  controller: string;
  /** Restricts the matrix to one sub-processor. */
  subProcessor: string;
  /** Restricts the matrix to cells that await an answer or an act. */
  waits: boolean;
};

/** Leaves out the rows and columns in which no cell has the requested state. */
export function filterMatrix({ columns, rows }: Matrix, filters: MatrixFilters): Matrix {
  const shown = columns.flatMap((column, at) =>
    filters.subProcessor === "" || column.id === filters.subProcessor ? [at] : [],
  );
  const isLookedFor = ({ state }: MatrixCell) =>
    (filters.state === "" || state === filters.state) && (!filters.waits || GROUP_OF[state] === "waits");
  const isNarrowed = filters.state !== "" || filters.waits;
  const stored = rows.filter(
    (row) =>
      (filters.regime === "" || row.regime === filters.regime) &&
      containsWord(row.controller, filters.controller) &&
      (!isNarrowed || shown.some((at) => isLookedFor(itemAt(row.cells, at)))),
  );
  const used = isNarrowed
    ? shown.filter((at) => stored.some((row) => isLookedFor(itemAt(row.cells, at))))
    : shown;
  return {
    columns: used.map((at) => itemAt(columns, at)),
    rows: stored.map((row) => ({ ...row, cells: used.map((at) => itemAt(row.cells, at)) })),
  };
}

/** The requests that speak for some rows. */
export function requestsIn(rows: readonly MatrixRow[]): string[] {
  return rows.flatMap(({ cells }) => cells.flatMap(({ requestId }) => requestId ?? []));
}

export function countCells(rows: readonly MatrixRow[]): Record<CellGroup, number> {
  const tally: Record<CellGroup, number> = { active: 0, waits: 0, refused: 0, past: 0, never: 0 };
  for (const { cells } of rows) for (const { state } of cells) tally[GROUP_OF[state]] += 1;
  return tally;
}

/** Answers that a controller owes by a day, the next one first; those without a day last. */
export function awaitedAnswers({
  columns,
  rows,
}: Matrix): { row: MatrixRow; column: MatrixColumn; cell: MatrixCell }[] {
  const isAwaited = ({ state }: MatrixCell) => state === "awaited" || state === "notified";
  return rows
    .flatMap((row) =>
      row.cells.flatMap((cell, at) => (isAwaited(cell) ? { row, column: itemAt(columns, at), cell } : [])),
    )
    .sort((one, other) => (one.cell.day ?? "9").localeCompare(other.cell.day ?? "9", "en"));
}

function containsWord(name: string, words: string): boolean {
  const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain(words)
    .split(/\s+/)
    .every((word) => plain(name).includes(word));
}
