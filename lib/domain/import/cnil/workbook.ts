import { fold } from "@/lib/domain/text/fold";
import { readCnilList, type CnilListing } from "./list";
import { isFilled, readCnilSheet, type CnilSheet } from "./sheet";
import { DESCRIPTION_LABELS } from "./words";

type Sheet = { name: string; rows: readonly (readonly string[])[]; lines: readonly number[] };

/** Processing of a workbook: its sheet (numbered from 1), its line in the list, or both. */
export type CnilEntry = {
  number: number;
  name: string;
  sheet: CnilSheet;
  listing: CnilListing | null;
  /** All that its sheet and its line say, for its fingerprint. */
  cells: string[];
};

export type CnilWorkbook = {
  entries: CnilEntry[];
  /** Sheets of the layout in which nobody wrote anything. */
  blank: string[];
  /** Facts of the organisation in the head of the list. */
  contacts: string[];
};

/**
 * A workbook laid out as the CNIL's simplified register, known by its labels and not by the names of its sheets. Null
 * for any other. A sheet and a line of the list belong together by their reference, else by their name.
 */
export function readCnilWorkbook(sheets: readonly Sheet[]): CnilWorkbook | null {
  const found = sheets.flatMap(({ name, rows, lines }, index) => {
    const sheet = readCnilSheet(rows, lines);
    return sheet ? [{ number: index + 1, name, sheet, cells: cellsOf(sheet) }] : [];
  });
  if (found.length === 0) return null;
  const lists = sheets.flatMap(({ name, rows, lines }, index) => {
    const list = readCnilList(rows, lines);
    return list ? [{ ...list, number: index + 1, name }] : [];
  });
  const filled = found.filter(({ sheet }) => isFilled(sheet));
  const listings = lists.flatMap((list) => list.listings.map((listing) => ({ listing, list })));
  const matched = new Map(
    filled.map((entry) => [
      entry,
      matchListing(
        entry.sheet,
        listings.map(({ listing }) => listing),
      ),
    ]),
  );
  const used = new Set(matched.values());
  return {
    entries: [
      ...filled.map((entry) => withListing(entry, matched.get(entry) ?? null)),
      ...listings
        .filter(({ listing }) => !used.has(listing))
        .map(({ listing, list }) =>
          withListing(
            { number: list.number, name: list.name, sheet: { sections: {}, aside: [] }, cells: [] },
            listing,
          ),
        ),
    ],
    blank: found.filter(({ sheet }) => !isFilled(sheet)).map(({ name }) => name),
    contacts: lists.flatMap(({ contacts }) => contacts),
  };
}

function withListing(entry: Omit<CnilEntry, "listing">, listing: CnilListing | null): CnilEntry {
  if (!listing) return { ...entry, listing };
  const { line: _, ...values } = listing;
  return { ...entry, listing, cells: [...entry.cells, ...Object.values(values)] };
}

function matchListing(sheet: CnilSheet, listings: readonly CnilListing[]): CnilListing | undefined {
  const stated = (label: string) => {
    const row = sheet.sections.description?.find((found) => fold(found.label) === fold(label));
    return fold(row?.first ?? "");
  };
  const [reference, activity] = [stated(DESCRIPTION_LABELS.reference), stated(DESCRIPTION_LABELS.activity)];
  const byReference = listings.filter((listing) => reference !== "" && fold(listing.reference) === reference);
  if (byReference.length === 1) return byReference[0];
  return listings.find((listing) => activity !== "" && fold(listing.activity) === activity);
}

/** Ignores the position of rows: a sheet saved again by another program compares equal. */
function cellsOf({ sections, aside }: CnilSheet): string[] {
  const stated = Object.entries(sections).flatMap(([name, rows]) =>
    rows.filter(({ cells }) => cells.some(Boolean)).flatMap(({ label, cells }) => [name, label, ...cells]),
  );
  return [...stated, ...aside];
}
