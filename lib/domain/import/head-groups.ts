import { itemAt } from "@/lib/domain/invariant/required";
import { isClientLine } from "./client-line";
import type { Merge } from "./merged";
import { GROUP_MARK } from "./split-head";

type Sheet = { rows: readonly (readonly string[])[]; merges?: readonly Merge[] };

/** True for a row one of whose cells stands over several columns that the row under it names. */
export function isGroupRow({ rows, merges = [] }: Sheet, row: number): boolean {
  const under = rows[row + 1] ?? [];
  return groupMerges(merges, row, under).some(([, first, , last]) => {
    const named = under.slice(first, last + 1).filter((cell) => cell.trim() !== "");
    return new Set(named).size > 1;
  });
}

/** The head of a table, each column with the heading that stands over it and others; one without a heading of its own has that alone. */
export function groupedHead(
  sheet: Sheet,
  headerRow: number,
  isKnown: (heading: string) => boolean,
): string[] {
  const head = [...(sheet.rows[headerRow] ?? [])];
  const above = sheet.rows[headerRow - 1];
  if (!above || isClientLine(above)) return head;
  const groups = groupsOf(sheet, headerRow, isKnown);
  if (groups.size === 0) return head;
  const width = Math.max(head.length, ...[...groups.keys()].map((column) => column + 1));
  return Array.from({ length: width }, (_, column) => {
    const [group, own] = [(groups.get(column) ?? "").trim(), (head[column] ?? "").trim()];
    if (group === "" || group === own) return head[column] ?? "";
    return own === "" ? group : `${group}${GROUP_MARK}${own}`;
  });
}

/** Returns headings by column. A title over the whole table is no shared heading. */
function groupsOf(
  { rows, merges = [] }: Sheet,
  headerRow: number,
  isKnown: (heading: string) => boolean,
): Map<number, string> {
  const [above, head] = [rows[headerRow - 1] ?? [], rows[headerRow] ?? []];
  const wide = groupMerges(merges, headerRow - 1, head);
  if (wide.length === 0) return assignGroups(above, head, isKnown);
  const groups = new Map<number, string>();
  above.forEach((cell, column) => {
    if (cell.trim() !== "") groups.set(column, cell);
  });
  for (const [row, first, , last] of wide)
    for (let column = first; column <= last; column += 1) groups.set(column, rows[row]?.[first] ?? "");
  return groups;
}

function groupMerges(merges: readonly Merge[], row: number, head: readonly string[]): Merge[] {
  const named = head.flatMap((cell, column) => (cell.trim() === "" ? [] : [column]));
  return merges.filter(
    ([first, left, last, right]) =>
      first === row &&
      last === row &&
      right > left &&
      named.some((column) => column < left || column > right),
  );
}

/**
 * A text file merges no cells: the heading of several columns stands over the first of them, and reaches to the next. What
 * is no heading of the register, over columns that have their own, is a title.
 */
function assignGroups(
  above: readonly string[],
  head: readonly string[],
  isKnown: (heading: string) => boolean,
): Map<number, string> {
  const stated = above.flatMap((cell, column) => (cell.trim() === "" ? [] : [column]));
  const groups = new Map<number, string>();
  // A single heading is the title of the table, wherever it is.
  if (stated.length < 2) return groups;
  if (stated.some((column) => (head[column] ?? "").trim() === "")) return groups;
  stated.forEach((column, at) => {
    if (!isKnown(itemAt(above, column))) return;
    const end = stated[at + 1] ?? head.length;
    for (let under = column; under < end; under += 1) groups.set(under, itemAt(above, column));
  });
  return groups;
}
