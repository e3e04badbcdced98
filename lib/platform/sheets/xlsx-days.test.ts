import { describe, expect, it } from "vitest";
import { readWorkbook } from "./read-workbook";
import { writeXlsx } from "./xlsx-writer";

async function* rowsOf(days: readonly string[]) {
  for (const day of days) yield [new Date(`${day}T00:00:00Z`)];
}

describe("days of our own workbook", () => {
  it("come back as they were, before March 1900 and before 1900 too", async () => {
    const days = ["1899-12-31", "1900-01-01", "1900-02-28", "1900-03-01", "1900-03-02", "2026-11-30"];
    const pieces: Uint8Array[] = [];
    const sheets = [{ name: "Jours", columns: [{ head: "Jour", width: 20 }], rows: rowsOf(days) }];
    for await (const piece of writeXlsx({ isRightToLeft: false, createdAt: new Date(0), sheets }))
      pieces.push(piece);
    const read = await readWorkbook(new Uint8Array(Buffer.concat(pieces)));
    const cells = read.ok ? read.sheets[0]?.rows.slice(1).map(([cell = ""]) => toIso(cell)) : read.key;
    expect(cells).toEqual(days);
  });
});

function toIso(cell: string): string {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(cell) ?? [];
  return year ? `${year}-${month}-${day}` : cell;
}
