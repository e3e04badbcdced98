import { joinEntryLines } from "@/lib/domain/import/entry-lines";
import type { RememberedRow } from "@/lib/domain/import/plan";
import { LEAVE_OPEN, questionKey, TAKE, type Settlements } from "@/lib/domain/import/settle";
import type { TableRow } from "@/lib/domain/import/table";
import type { ColumnMapping } from "@/lib/domain/import/types";
import { rowFingerprint } from "./read-file";

type Answers = { questions: Settlements; remembered: ReadonlyMap<string, RememberedRow> };

/**
 * Joins the lines of one entry where a person, or an earlier import of the same lines, said so. Lines that came in as entries
 * of their own before anybody asked stay so.
 */
export function entryRows(
  rows: readonly TableRow[],
  mapping: ColumnMapping,
  { questions, remembered }: Answers,
): TableRow[] {
  return joinEntryLines(rows, mapping, ({ first, last, asked }, joined) => {
    const key = questionKey(asked);
    const before = (row: TableRow) => remembered.get(rowFingerprint(row.cells));
    const answer = Object.hasOwn(questions, key) ? questions[key] : before(joined)?.settled?.[key];
    if (answer === TAKE) return true;
    const lines = rows.slice(first, last + 1).map(before);
    const isKnownApart = lines.every((line) => line?.recordId && line.settled?.[key] !== LEAVE_OPEN);
    return answer === undefined && isKnownApart ? null : false;
  });
}
