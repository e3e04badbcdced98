import { type Cell, type ComplianceDuty, DUTIES, OWN } from "./duties";

/** Figures of one duty towards one controller; null for what concerns no single one. */
export type CellFigure = Cell & { controllerId: string | null; isOwn: boolean; duty: ComplianceDuty };

/** `id` is a controller's, `OWN`, or null for what concerns no single one. */
export type MatrixRow = { id: string | null; name: string; cells: Record<ComplianceDuty, Cell> };

/**
 * Rows of the matrix in the order of the controllers given; the register of one's own and what concerns several of them
 * come first, where there is any.
 */
export function matrixOf(
  controllers: readonly { id: string; name: string }[],
  figures: readonly CellFigure[],
): MatrixRow[] {
  const byKey = new Map(figures.map((figure) => [keyOf(rowIdOf(figure), figure.duty), figure]));
  const rowOf = (id: string | null, name: string): MatrixRow => ({
    id,
    name,
    cells: cellsBy((duty) => byKey.get(keyOf(id, duty)) ?? { subjects: 0, lacking: 0 }),
  });
  const ids = new Set(figures.map(rowIdOf));
  const first = [OWN, null].filter((id) => ids.has(id)).map((id) => rowOf(id, ""));
  return [...first, ...controllers.map(({ id, name }) => rowOf(id, name))];
}

/** Sums of every column: each row that is judged belongs to one cell, so that they are what the lists have. */
export function totalsOf(figures: readonly CellFigure[]): Record<ComplianceDuty, Cell> {
  return cellsBy((duty) => {
    const own = figures.filter((figure) => figure.duty === duty);
    return {
      subjects: own.reduce((sum, { subjects }) => sum + subjects, 0),
      lacking: own.reduce((sum, { lacking }) => sum + lacking, 0),
    };
  });
}

export function isLacking({ cells }: MatrixRow): boolean {
  return DUTIES.some((duty) => cells[duty].lacking > 0);
}

/** Counts controllers alone: the register of one's own and what concerns several of them are rows apart, and no controllers. */
export function countControllers(rows: readonly MatrixRow[]): { all: number; lacking: number } {
  const controllers = rows.filter(({ id }) => id !== null && id !== OWN);
  return { all: controllers.length, lacking: controllers.filter(isLacking).length };
}

function cellsBy(cellOf: (duty: ComplianceDuty) => Cell): Record<ComplianceDuty, Cell> {
  const cells = DUTIES.map((duty) => {
    const { subjects, lacking } = cellOf(duty);
    return [duty, { subjects, lacking }];
  });
  return Object.fromEntries(cells) as Record<ComplianceDuty, Cell>;
}

function rowIdOf({ controllerId, isOwn }: CellFigure): string | null {
  return isOwn ? OWN : controllerId;
}

function keyOf(controllerId: string | null, duty: ComplianceDuty): string {
  return `${controllerId ?? ""} ${duty}`;
}
