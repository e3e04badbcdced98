import { hasClientColumn, isClientLine, namesClient } from "./client-line";
import { countExactHeads } from "./columns";
import { fold } from "@/lib/domain/text/fold";
import { reasonAside, type Layout } from "./layout";

const FEWEST_HEADS = 3;

type Start = { headerRow: number; blockRows: number[]; from: number };

/**
 * The tables of one sheet: a second head further down begins another, with columns of its own, and so does the block of
 * another client under the same head. A row is a head where most of its cells, three at least, name fields and none of
 * them has a figure. What is counted are heads of the register, unless another table is looked for.
 */
export function partsOfSheet(
  rows: readonly (readonly string[])[],
  layout: Layout,
  countHeads: (row: readonly string[]) => number = countExactHeads,
): Layout[] {
  const early = findEarlierTable(rows, layout, countHeads);
  if (early === null) return laterParts(rows, layout, countHeads);
  const taken = new Set([early.headerRow, ...early.dataRows, ...early.setAside.map(({ row }) => row)]);
  const titleRows = layout.titleRows.filter((row) => !taken.has(row));
  const block = titleRows.filter((row) => row > early.headerRow && isClientLine(rows[row] ?? []));
  const setAside = layout.setAside.filter(({ row }) => !taken.has(row));
  const rest = { ...layout, titleRows, setAside, ...(block.length > 0 && { blockRows: block }) };
  // Parts the earlier table in turn; the lines over it are its titles.
  return [...laterParts(rows, early, countHeads), ...laterParts(rows, rest, countHeads)];
}

/**
 * A table over the one whose head names the most fields: its head names half as many at least, and rows of data stand between. It
 * was taken for titles, and its entries were lost.
 */
function findEarlierTable(
  rows: readonly (readonly string[])[],
  { titleRows, headerRow, isChosen = false }: Layout,
  countHeads: (row: readonly string[]) => number,
): Layout | null {
  const least = countHeads(rows[headerRow] ?? []) / 2;
  const at = titleRows.find(
    (row) => isHead(rows[row] ?? [], countHeads) && countHeads(rows[row] ?? []) >= least,
  );
  if (at === undefined || isChosen) return null;
  const head = (rows[at] ?? []).map(fold);
  const under = titleRows.filter((row) => row > at);
  // Lines of one cell right over the next head are its titles.
  const last = under.findLast((row) => widthOf(rows[row] ?? []) > 1 && !isClientLine(rows[row] ?? [])) ?? at;
  const setAside: Layout["setAside"] = [];
  const dataRows = under.filter((row) => {
    const reason = row > last ? "title" : reasonAside(rows[row] ?? [], false, head);
    if (reason !== null && row <= last) setAside.push({ row, reason });
    return reason === null;
  });
  return dataRows.length === 0
    ? null
    : { headerRow: at, titleRows: titleRows.filter((row) => row < at), dataRows, setAside };
}

function widthOf(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== "").length;
}

function laterParts(
  rows: readonly (readonly string[])[],
  layout: Layout,
  countHeads: (row: readonly string[]) => number,
): Layout[] {
  const blocks = findBlocks(rows, layout);
  const inBlocks = new Set(blocks.flat());
  const heads = layout.dataRows.filter((at) => !inBlocks.has(at) && isHead(rows[at] ?? [], countHeads));
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

function isHead(row: readonly string[], countHeads: (row: readonly string[]) => number): boolean {
  const cells = row.filter((cell) => cell.trim() !== "");
  if (cells.length < FEWEST_HEADS || cells.some((cell) => /\p{N}{2}/u.test(cell))) return false;
  const known = countHeads([...new Set(cells.map((cell) => cell.trim()))]);
  return known >= FEWEST_HEADS && known * 2 > cells.length;
}
