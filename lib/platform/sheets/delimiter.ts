export type Delimiter = ";" | "," | "\t" | "|";

const DELIMITERS: readonly Delimiter[] = [";", "\t", ",", "|"];

const RECORDS_READ = 200;

/** The separator that cuts the most records in the same number of cells, quoted cells apart. */
export function findDelimiter(text: string): Delimiter {
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, ...judge(countCells(text, delimiter)) }))
    .filter(({ cells }) => cells > 1)
    .sort((a, b) => b.share - a.share || b.cells - a.cells);
  return best?.delimiter ?? ";";
}

/** The commonest number of cells, and the share of records that have it. */
function judge(counts: number[]): { cells: number; share: number } {
  const seen = new Map<number, number>();
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1);
  const [cells, times] = [...seen].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { cells, share: counts.length ? times / counts.length : 0 };
}

/** Number of cells of each of the first records that are not blank, as if cut by that delimiter. */
function countCells(text: string, delimiter: Delimiter): number[] {
  const counts: number[] = [];
  let cells = 1;
  let isQuoted = false;
  let isBlank = true;
  let before = delimiter as string;
  for (const character of text + "\n") {
    if (isQuoted) isQuoted = character !== '"';
    else if (character === "\n") {
      if (!isBlank) counts.push(cells);
      if (counts.length === RECORDS_READ) break;
      [cells, isBlank] = [1, true];
    } else if (character === delimiter) cells += 1;
    else {
      isBlank = false;
      // Quotes open only at the start of a cell; a doubled one closes and opens again.
      isQuoted = character === '"' && [delimiter, "\n", '"'].includes(before);
    }
    before = character;
  }
  return counts;
}
