import { required } from "@/lib/domain/invariant/required";
import type { ClientQuestion } from "./client-names";
import type { CellIssue, ReadCell } from "./read-sheet-cell";

/** Cells of one column that say the same and are refused for the same reason, with the rows in which they stand. */
export type AlikeCells<One extends ReadCell = CellIssue> = { first: One; rows: number[] };

/** Groups cells that a reader mends once, in the order of the file. */
export function groupAlike<One extends ReadCell & { key: string }>(cells: readonly One[]): AlikeCells<One>[] {
  const groups = new Map<string, One[]>();
  for (const cell of cells) {
    const alike = JSON.stringify([cell.sheet, cell.head, cell.key, cell.cell.trim()]);
    groups.set(alike, [...(groups.get(alike) ?? []), cell]);
  }
  return [...groups.values()].map((group) => ({
    first: required(group[0], "cell of a group"),
    rows: [...new Set(group.map(({ line }) => line))],
  }));
}

/** True of a name that the page asks about and nobody has answered: whose it is nobody knows, so that it is not said to be another's. */
export function isNameAsked({ key, cell }: CellIssue, questions: readonly ClientQuestion[]): boolean {
  return (
    key === "controller" && questions.some(({ name, chosenId }) => name === cell.trim() && chosenId === "")
  );
}
