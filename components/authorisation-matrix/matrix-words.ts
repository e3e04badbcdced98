import { dayOf, type MatrixCell, type MatrixRow } from "@/lib/domain/authorisation/matrix";
import type { CellState } from "@/lib/domain/authorisation/authorisation-status";

/** Compact form of a row for the browser. */
export type GridRow = {
  id: string;
  controller: string;
  contract: string;
  regime: string;
  /** State, request and detail; null where nobody asked. */
  cells: readonly ([state: CellState, requestId: string, small: string] | null)[];
};

/** Words shared by all cells of the grid. */
export type GridWords = Record<"title" | "caption" | "regime" | "controller" | "contract", string> & {
  states: Record<CellState, string>;
};

export type MatrixWords = {
  regime: (regime: MatrixRow["regime"]) => string;
  /** Example: "8 j". */
  daysLeft: (days: number) => string;
  /** Example: "contrat de l’art. 28(4)". */
  requirement: (requirement: MatrixCell["missing"][number]) => string;
  decidedOn: ReadonlyMap<string, string>;
};

export function gridRow(
  { controllerId, controller, contract, regime, cells }: MatrixRow,
  words: MatrixWords,
): GridRow {
  return {
    id: controllerId,
    controller,
    contract,
    regime: words.regime(regime),
    cells: cells.map((cell): GridRow["cells"][number] =>
      cell.requestId === null ? null : [cell.state, cell.requestId, cellDetail(cell, words)],
    ),
  };
}

/**
 * Gives the missing requirement where one is to be signed; otherwise the day, and the days left while an answer is
 * awaited.
 */
function cellDetail(cell: MatrixCell, words: MatrixWords): string {
  const [requirement] = cell.missing;
  if (cell.state === "to-sign" && requirement) return words.requirement(requirement);
  const day = dayOf(cell, words.decidedOn.get(cell.requestId ?? "") ?? null);
  const left = cell.daysLeft === null ? "" : words.daysLeft(cell.daysLeft);
  return [day && shortDay(day), left].filter(Boolean).join("\n");
}

/** Formats "2026-12-04" as "04.12.26", which fits sixty columns. */
function shortDay(isoDay: string): string {
  const [year = "", month, day] = isoDay.split("-");
  return `${day}.${month}.${year.slice(2)}`;
}
