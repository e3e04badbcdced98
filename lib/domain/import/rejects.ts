import type { PlannedRow } from "./plan";

export type RejectWords = {
  line: string;
  reason: string;
  reasons: Record<NonNullable<PlannedRow["reason"]>, string>;
};

type Rejected = {
  line: number;
  sheet: string;
  reason: NonNullable<PlannedRow["reason"]>;
  cells: readonly string[];
};

/** The rows set aside as a table of their own: the file's columns, then line and reason, to be mended and sent again. */
export function rejectTable(
  rows: readonly Rejected[],
  header: readonly string[],
  words: RejectWords,
): string[][] {
  const body = rows.map(({ line, sheet, reason, cells }) => [
    ...header.map((_, column) => cells[column] ?? ""),
    sheet === "" ? String(line) : `${sheet} ${line}`,
    words.reasons[reason],
  ]);
  return [[...header, words.line, words.reason], ...body];
}
