import { itemAt } from "@/lib/domain/invariant/required";
import { fold } from "@/lib/domain/text/fold";
import { LIST_HEADS } from "./words";

/** A line of the list of processings; blank cells are "". */
export type CnilListing = { line: number } & Record<keyof typeof LIST_HEADS, string>;

export type CnilList = {
  listings: CnilListing[];
  /** Facts of the organisation in the head of the list, label and value. */
  contacts: string[];
};

const EXAMPLE = /^\(exemple\)\s*/i;

/** The sheet that lists the processings, read by its heads. Null for a sheet of any other layout. */
export function readCnilList(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
): CnilList | null {
  const created = fold(LIST_HEADS.created);
  const at = rows.findIndex((row) => row.some((cell) => fold(cell) === created));
  if (at < 0) return null;
  const columns = Object.entries(LIST_HEADS).map(
    ([field, head]) => [field, findColumn(rows, at, head)] as const,
  );
  if (columns.filter(([, column]) => column >= 0).length < 4) return null;
  const listings = rows.slice(at + 1).map((row, index) => ({
    line: itemAt(lines, at + 1 + index),
    ...(Object.fromEntries(columns.map(([field, column]) => [field, (row[column] ?? "").trim()])) as Omit<
      CnilListing,
      "line"
    >),
  }));
  return {
    listings: listings
      .map((listing) => ({ ...listing, activity: listing.activity.replace(EXAMPLE, "") }))
      .filter(({ activity }) => activity !== ""),
    contacts: readContacts(rows.slice(0, at)),
  };
}

/** Heads stand on two rows: the first names groups of columns. */
function findColumn(rows: readonly (readonly string[])[], at: number, head: string): number {
  const wanted = fold(head);
  for (const row of [itemAt(rows, at), rows[at - 1] ?? []]) {
    const column = row.findIndex((cell) => fold(cell) === wanted);
    if (column >= 0) return column;
  }
  return -1;
}

/** "Nom :" with the name after the colon or in the next cell; labels without a value say nothing. */
function readContacts(rows: readonly (readonly string[])[]): string[] {
  return rows.flatMap((row) =>
    row.flatMap((cell, at) => {
      const [, label, inside = ""] = /^([^:\n]{2,40}) ?:([\s\S]*)$/.exec(cell.trim()) ?? [];
      if (!label) return [];
      const next = (row[at + 1] ?? "").trim();
      const value = inside.trim() || (/:\s*$/.test(next) ? "" : next);
      return value === "" ? [] : [`${label.trim()} : ${value}`];
    }),
  );
}
