import { hasClientColumn, isClientLine, namesClient } from "./client-line";
import { countExactHeads } from "./columns";
import type { Layout } from "./layout";

const FEWEST_HEADS = 3;

type Start = { headerRow: number; blockRows: number[]; from: number };

/**
 * The tables of one sheet: a second head further down begins another, with columns of its own, and so does the block of
 * another client under the same head. A row is a head where most of its cells, three at least, name fields and none of
 * them has a figure.
 */
export function partsOfSheet(rows: readonly (readonly string[])[], layout: Layout): Layout[] {
  const blocks = findBlocks(rows, layout);
  const inBlocks = new Set(blocks.flat());
  const heads = layout.dataRows.filter((at) => !inBlocks.has(at) && isHead(rows[at] ?? []));
  if (heads.length + blocks.length === 0) return [layout];
  const starts = startsOf(layout, heads, blocks);
  return starts.map(({ headerRow, blockRows, from }, at): Layout => {
    const until = starts[at + 1]?.from ?? Infinity;
    const isIn = (row: number) => row >= from && row < until;
    return {
      headerRow,
      blockRows,
      titleRows: at === 0 ? layout.titleRows : [],
      dataRows: layout.dataRows.filter((row) => isIn(row) && row > headerRow && !inBlocks.has(row)),
      setAside: layout.setAside.filter(({ row }) => isIn(row) || (at === 0 && row < headerRow)),
    };
  });
}

/** Beginnings of the tables: each at its head, or at the block over it; a block without a head has the columns before it. */
function startsOf(layout: Layout, heads: readonly number[], blocks: readonly number[][]): Start[] {
  const starts: Start[] = [{ headerRow: layout.headerRow, blockRows: [], from: layout.headerRow }];
  const marks = [
    ...heads.map((row) => ({ row, block: null })),
    ...blocks.map((block) => ({ row: block[0] ?? 0, block })),
  ].toSorted((one, other) => one.row - other.row);
  for (const { row, block } of marks) {
    const last = starts.at(-1);
    if (block) starts.push({ headerRow: last?.headerRow ?? row, blockRows: block, from: row });
    else if (last && isRightUnder(layout, last.blockRows, row)) last.headerRow = row;
    else starts.push({ headerRow: row, blockRows: last?.blockRows ?? [], from: row });
  }
  return starts;
}

/** True for a head under a block with no row of data between them. */
function isRightUnder({ dataRows }: Layout, block: readonly number[], head: number): boolean {
  const end = block.at(-1);
  return end !== undefined && !dataRows.some((row) => row > end && row < head);
}

/** Runs of lines further down that say something of a client, each with its name. */
function findBlocks(rows: readonly (readonly string[])[], { dataRows, headerRow }: Layout): number[][] {
  if (hasClientColumn(rows[headerRow] ?? [])) return [];
  const runs: number[][] = [];
  let run: number[] = [];
  for (const at of dataRows) {
    if (isClientLine(rows[at] ?? [])) run.push(at);
    else {
      if (run.length > 0) runs.push(run);
      run = [];
    }
  }
  return runs.filter((lines) => lines.some((at) => namesClient(rows[at] ?? [])));
}

function isHead(row: readonly string[]): boolean {
  const cells = row.filter((cell) => cell.trim() !== "");
  if (cells.length < FEWEST_HEADS || cells.some((cell) => /\p{N}{2}/u.test(cell))) return false;
  const known = countExactHeads([...new Set(cells.map((cell) => cell.trim()))]);
  return known >= FEWEST_HEADS && known * 2 > cells.length;
}
