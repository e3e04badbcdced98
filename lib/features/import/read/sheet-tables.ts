import { isGroupRow } from "@/lib/domain/import/head-groups";
import { findLayout, hasKnownHead, NO_HEADER, type Layout } from "@/lib/domain/import/layout";
import type { Filled } from "@/lib/domain/import/merged";
import { ownLanguage } from "@/lib/domain/import/own-heads";
import { findQualifiers } from "@/lib/domain/text/qualifiers";
import type { Sheet } from "@/lib/platform/sheets/read-workbook";

/** `index` is the sheet's place in the workbook, from 0. */
export type TableSheet = {
  index: number;
  name: string;
  rows: number;
  isHidden: boolean;
  /** True for a shown sheet with rows under a head of the register: ticked to begin with. */
  isLikely?: boolean;
};

/** Reads hidden sheets only on request, or where every sheet with a table is hidden. */
function isShown({ sheet, layout }: FoundTable): boolean {
  return !sheet.isHidden && (layout.dataRows.length > 0 || hasKnownHead(sheet.rows, layout));
}

export function findLikelyShown(all: readonly FoundTable[]): FoundTable[] {
  return findLikely(all.some(isShown) ? all.filter(isShown) : all);
}

/** Includes hidden sheets, after the others. */
export function describeOffered(all: readonly FoundTable[]): TableSheet[] {
  const likely = findLikelyShown(all);
  return [...likely, ...all.filter((table) => table.sheet.isHidden && !likely.includes(table))].map(
    describeTable,
  );
}

function describeTable({ index, sheet, layout }: FoundTable): TableSheet {
  const isHidden = sheet.isHidden ?? false;
  const rows = layout.dataRows.length;
  return {
    index,
    name: sheet.name,
    rows,
    isHidden,
    // A sheet whose name says that it has ended is left to the person: "Ancien", "Archivé avant 2020".
    isLikely:
      !isHidden &&
      rows > 0 &&
      hasKnownHead(sheet.rows, layout) &&
      !findQualifiers(sheet.name).some(({ kind }) => kind === "ended"),
  };
}

export type FilledSheet = Filled<Sheet>;
export type FoundTable = { index: number; sheet: FilledSheet; layout: Layout };

export function findTables(sheets: readonly FilledSheet[], header: number | null): FoundTable[] {
  return sheets.flatMap((sheet, index) => {
    const at = header === null || header === 0 ? -1 : sheet.lines.indexOf(header);
    const chosen = header === 0 ? NO_HEADER : at < 0 ? null : at;
    const layout = findTable(sheet, chosen);
    return layout ? [{ index, sheet, layout }] : [];
  });
}

/** Uses the lower row of a heading of two rows, each name prefixed by the one above. */
function findTable(sheet: FilledSheet, chosen: number | null): Layout | null {
  const found = findLayout(sheet.rows, undefined, chosen);
  if (!found || chosen !== null || !isGroupRow(sheet, found.headerRow)) return found;
  return findLayout(sheet.rows, undefined, found.headerRow + 1);
}

/** Prefers the heading of an exported register, then headings with known fields, then any heading above a row. */
function findLikely(tables: readonly FoundTable[]): FoundTable[] {
  const own = tables.filter(({ sheet, layout }) => ownLanguage(sheet.rows[layout.headerRow] ?? []) !== null);
  if (own.length > 0) return own;
  const known = tables.filter(({ sheet, layout }) => hasKnownHead(sheet.rows, layout));
  if (known.length > 0) return known;
  const filled = tables.filter(({ layout }) => layout.dataRows.length > 0);
  return filled.length > 0 ? filled : [...tables];
}
