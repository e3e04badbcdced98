import { isFigure } from "@/lib/domain/text/figure";

type ListedCells = { reference: string; title: string; about: string[] };

/**
 * Parts of a row in a list, from the places of its reference, of its title and of what else is said; nothing is said twice. A row
 * without a title is called by its reference alone.
 */
export function listedCells(
  [reference = 0, title = 1, ...more]: readonly number[],
  cells: readonly string[],
  columns: readonly string[],
): ListedCells {
  const [named, called] = [cells[reference] ?? "", cells[title] ?? ""];
  const isNamedTwice = called === "" || called === named;
  const said = new Set([named, called]);
  return {
    reference: isNamedTwice ? "" : named,
    title: isNamedTwice ? named : called,
    about: more.flatMap((at) => (said.has(cells[at] ?? "") ? [] : namedCell(cells[at], columns[at]))),
  };
}

/** Words of a cell in a list without heads: figures alone come with their head, which names their unit; none of an empty cell. */
function namedCell(cell: string | undefined, head: string | undefined): string[] {
  if (!cell) return [];
  return [isFigure(cell) && head ? `${head}\u00a0: ${cell}` : cell];
}
