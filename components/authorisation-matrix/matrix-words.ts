import { dayOf, type MatrixCell, type MatrixRow } from "@/lib/domain/authorisation/matrix";
import type { CellState } from "@/lib/domain/authorisation/authorisation-status";

/** A row as the browser is sent it: what is said and nothing more. */
export type GridRow = {
  id: string;
  controller: string;
  contract: string;
  regime: string;
  /** State, request and what stands beneath; null where nobody asked. */
  cells: readonly ([state: CellState, requestId: string, small: string] | null)[];
};

/** Said once for the whole grid. */
export type GridWords = Record<"title" | "caption" | "regime" | "controller" | "contract", string> & {
  states: Record<CellState, string>;
};

export type MatrixWords = {
  regime: (regime: MatrixRow["regime"]) => string;
  /** "8 j" */
  daysLeft: (days: number) => string;
  /** "contrat de l’art. 28(4)" */
  piece: (piece: MatrixCell["missing"][number]) => string;
  /** The day of the last word on a request. */
  saidOn: ReadonlyMap<string, string>;
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

/** What is missing where it is to be signed; else the day, and while an answer is awaited how many days are left. */
function cellDetail(cell: MatrixCell, words: MatrixWords): string {
  const [piece] = cell.missing;
  if (cell.state === "to-sign" && piece) return words.piece(piece);
  const day = dayOf(cell, words.saidOn.get(cell.requestId ?? "") ?? null);
  const left = cell.daysLeft === null ? "" : words.daysLeft(cell.daysLeft);
  return [day && shortDay(day), left].filter(Boolean).join("\n");
}

/** "2026-12-04" → "04.12.26", as a column of sixty has room for. */
function shortDay(isoDay: string): string {
  const [year = "", month, day] = isoDay.split("-");
  return `${day}.${month}.${year.slice(2)}`;
}
