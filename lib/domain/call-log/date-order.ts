/** A day by figures with the year last, and what may follow it: "03/04/2026 10:30". */
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}(?!\d)/;
/** Cells of a column that are read. */
const MOST_READ = 2_000;

/** Columns whose days are all days both day first and month first: nobody can tell which is meant. */
export function columnsOfOpenOrder(rows: readonly (readonly string[])[]): number[] {
  const width = Math.max(0, ...rows.slice(0, MOST_READ).map(({ length }) => length));
  return Array.from({ length: width }, (_, at) => at).filter((at) => isOpen(rows, at));
}

function isOpen(rows: readonly (readonly string[])[], at: number): boolean {
  let days = 0;
  for (const row of rows.slice(0, MOST_READ)) {
    const [, first, second] = YEAR_LAST.exec((row[at] ?? "").trim()) ?? [];
    if (first === undefined) continue;
    if (Number(first) > 12 || Number(second) > 12) return false;
    days += 1;
  }
  return days > 0;
}
