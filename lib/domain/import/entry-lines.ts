import { itemAt } from "@/lib/domain/invariant/required";
import { fold } from "@/lib/domain/text/fold";
import { question } from "./doubts";
import type { TableRow } from "./table";
import type { ColumnMapping, Doubt, ImportTarget } from "./types";

/** Consecutive rows that may be one entry, by their places from `first` to `last`, and the question that they raise. */
export type EntryLines = { first: number; last: number; column: number; asked: Doubt };

/** Targets by which people tell entries apart. */
const IDENTITY = ["reference", "controllerName", "activity"] as const;
type Identity = Record<(typeof IDENTITY)[number], string>;

/** Joins texts of which a row has one: a line end would not be seen in a name. */
const BETWEEN_NAMES = " / ";

/**
 * Finds entries that people wrote on several lines: merged or repeated reference, client and activity, or lines that leave
 * all three blank. They are never joined without an answer; rows that are alike cell by cell are repetitions, not lines.
 */
export function findEntryLines(rows: readonly TableRow[], mapping: ColumnMapping): EntryLines[] {
  const columns = columnsOf(mapping);
  if (columns.activity === null) return [];
  const identities = rows.map((row) => identityOf(row, columns));
  const found: EntryLines[] = [];
  let first = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    if (at < rows.length && isSameEntry(rows, identities, { first, at })) continue;
    const lines = rows.slice(first, at);
    if (lines.length > 1 && new Set(lines.map(({ cells }) => JSON.stringify(cells))).size > 1)
      found.push({ first, last: at - 1, ...ask(lines, columns) });
    first = at;
  }
  return found;
}

/** The rows of a table, each group that `isJoined` says yes to as one row, the others with their question. */
export function joinEntryLines(
  rows: readonly TableRow[],
  mapping: ColumnMapping,
  isJoined: (group: EntryLines, joined: TableRow) => boolean | null,
): TableRow[] {
  const made: TableRow[] = [];
  let next = 0;
  for (const group of findEntryLines(rows, mapping)) {
    const { first, last, column, asked } = group;
    made.push(...rows.slice(next, first));
    next = last + 1;
    const lines = rows.slice(first, next);
    const joined = joinRows(lines, mapping);
    const answer = isJoined(group, joined);
    if (answer === null) made.push(...lines);
    else
      made.push(
        ...(answer ? [joined] : lines).map((row) => ({
          ...row,
          remarks: [...row.remarks, [column, asked.key, asked.params] as const],
        })),
      );
  }
  return [...made, ...rows.slice(next)];
}

type Columns = Record<keyof Identity, number | null>;

function columnsOf(mapping: ColumnMapping): Columns {
  const columnOf = (target: ImportTarget) =>
    mapping.find((column) => column.target === target)?.column ?? null;
  return {
    reference: columnOf("reference"),
    controllerName: columnOf("controllerName"),
    activity: columnOf("activity"),
  };
}

function identityOf({ cells }: TableRow, columns: Columns): Identity {
  const text = (column: number | null) => (column === null ? "" : fold(cells[column] ?? ""));
  return {
    reference: text(columns.reference),
    controllerName: text(columns.controllerName),
    activity: text(columns.activity),
  };
}

/** True where a row repeats the identity of the first, or leaves it blank. */
function isSameEntry(
  rows: readonly TableRow[],
  identities: readonly Identity[],
  { first, at }: { first: number; at: number },
): boolean {
  if (itemAt(rows, first).sheet !== itemAt(rows, at).sheet) return false;
  const [one, other] = [itemAt(identities, first), itemAt(identities, at)];
  // A row without an activity and a reference names nothing that could go on.
  if (one.activity === "" && one.reference === "") return false;
  if (itemAt(rows, at).cells.every((cell) => cell.trim() === "")) return false;
  const isBlankOrSame = (field: keyof Identity) => other[field] === "" || other[field] === one[field];
  if (one.reference !== "" && other.reference === one.reference) return isBlankOrSame("controllerName");
  // A running number counts lines and names no entry where client and activity stay blank.
  if (isNext(itemAt(identities, at - 1).reference, other.reference))
    return other.controllerName === "" && other.activity === "";
  if (other.reference !== "") return false;
  return isBlankOrSame("controllerName") && isBlankOrSame("activity");
}

/** "3" after "2": a number that counts the lines of a sheet. */
function isNext(before: string, reference: string): boolean {
  return /^\d{1,6}$/.test(before) && /^\d{1,6}$/.test(reference) && Number(reference) === Number(before) + 1;
}

function ask(lines: readonly TableRow[], columns: Columns): Pick<EntryLines, "column" | "asked"> {
  const { cells } = itemAt(lines, 0);
  const stated = IDENTITY.flatMap((field) => {
    const column = columns[field];
    const text = column === null ? "" : (cells[column] ?? "").replace(/\s+/g, " ").trim();
    return text === "" ? [] : [text];
  });
  const field = columns.reference === null ? "activity" : "reference";
  const asked = question("linesOfOneEntry", stated.join(" · "), {
    lines: `${itemAt(lines, 0).line}–${itemAt(lines, lines.length - 1).line}`,
    count: String(lines.length),
  });
  return { column: columns[field] ?? 0, asked: { field, ...asked } };
}

/** Makes one row of several lines: each text of a column once, a line each. */
function joinRows(lines: readonly TableRow[], mapping: ColumnMapping): TableRow {
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const names = new Set(
    mapping.flatMap(({ column, target }) =>
      (IDENTITY as readonly ImportTarget[]).includes(target) ? [column] : [],
    ),
  );
  const { reference } = columnsOf(mapping);
  const cells = Array.from({ length: width }, (_, column) => {
    const texts = lines.map((row) => (row.cells[column] ?? "").trim()).filter((text) => text !== "");
    // A dash in place of a name says that there is none.
    const named = names.has(column) ? texts.filter((text) => fold(text) !== "") : texts;
    const isRunning =
      column === reference && named.every((text, at) => at === 0 || isNext(named[at - 1] ?? "", text));
    const stated = isRunning ? named.slice(0, 1) : named;
    const once = [...new Map(stated.map((text) => [fold(text) || text, text])).values()];
    return once.join(names.has(column) ? BETWEEN_NAMES : "\n");
  });
  return {
    ...itemAt(lines, 0),
    cells,
    notes: lines.flatMap(({ notes }) => notes),
    remarks: [
      ...new Map(lines.flatMap(({ remarks }) => remarks.map((one) => [JSON.stringify(one), one]))).values(),
    ],
  };
}
