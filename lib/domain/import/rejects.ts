import type { PlannedRow } from "./plan";

export type RejectWords = {
  line: string;
  reason: string;
  reasons: Record<NonNullable<PlannedRow["reason"]>, string>;
};

/** The rows set aside as a table of their own: the file's columns, then line and reason, to be mended and sent again. */
export function rejectTable(
  rows: readonly Pick<PlannedRow, "line" | "reason">[],
  source: { header: readonly string[]; cellsOfLine: ReadonlyMap<number, readonly string[]> },
  words: RejectWords,
): string[][] {
  const head = [...source.header, words.line, words.reason];
  const body = rows.flatMap(({ line, reason }) => {
    if (!reason) return [];
    const cells = source.cellsOfLine.get(line) ?? [];
    const padded = source.header.map((_, column) => cells[column] ?? "");
    return [[...padded, String(line), words.reasons[reason]]];
  });
  return [head, ...body];
}
