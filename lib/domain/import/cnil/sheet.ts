import { itemAt } from "@/lib/domain/invariant/required";
import { fold } from "@/lib/domain/text/fold";
import { DESCRIPTION_LABELS, PLACEHOLDER, SECTION_HEADS, type SectionName } from "./words";

/** A row of a section: its label, and its cells by the heads over them, those without a head under "". */
export type CnilRow = { line: number; label: string; first: string; second: string; cells: string[] };

/** Sheet in the CNIL's layout, filled in or not; `aside` is text beside the layout. */
export type CnilSheet = {
  sections: Partial<Record<SectionName, CnilRow[]>>;
  aside: string[];
};

type Rows = readonly (readonly string[])[];

const HEADS = new Map(Object.entries(SECTION_HEADS).map(([name, head]) => [fold(head), name as SectionName]));
/** Number of the nine heads that identify a CNIL sheet, since people delete unused sections. */
const ENOUGH = 4;
/** Columns of the layout, label included; beyond stand the CNIL's links to its guides. */
const WIDTH = 8;
/** Default start of a section's second column, where its head names none. */
const SECOND_COLUMN = 4;

/** Reads a sheet by its labels, however many rows each section has. Null for a sheet of any other layout. */
export function readCnilSheet(rows: Rows, lines: readonly number[]): CnilSheet | null {
  const left = findLabelColumn(rows);
  if (left === null) return null;
  const labels = rows.map((row) => fold(row[left] ?? ""));
  if (new Set(labels.filter((label) => HEADS.has(label))).size < ENOUGH) return null;
  const sheet: CnilSheet = { sections: {}, aside: [] };
  let section: SectionName | null = null;
  let written: CnilRow[] = [];
  let second = SECOND_COLUMN;
  rows.forEach((row, index) => {
    const cells = Array.from({ length: WIDTH }, (_, at) => cellOf(row[left + at]));
    sheet.aside.push(...leftoverCells(row, left + WIDTH));
    // Text below the layout may repeat the names of its sections.
    const opened = section === "additional" ? undefined : HEADS.get(itemAt(labels, index));
    if (opened) {
      section = opened;
      second = secondColumn(cells);
      written = sheet.sections[section] ??= [];
    } else if (section) {
      const [label = "", ...values] = cells;
      if (cells.every((cell) => cell === "")) return;
      written.push({
        line: itemAt(lines, index),
        label,
        first: joinCells(values.slice(0, second - 1)),
        second: joinCells(values.slice(second - 1)),
        cells: values,
      });
    }
  });
  return sheet;
}

/** True when somebody wrote something into it: the model has labels, a reference and lists that nobody opened. */
export function isFilled({ sections }: CnilSheet): boolean {
  const isReference = ({ label }: CnilRow) => fold(label) === fold(DESCRIPTION_LABELS.reference);
  return Object.values(sections).some((rows) =>
    rows.some((row) => !isReference(row) && row.cells.some(Boolean)),
  );
}

function findLabelColumn(rows: Rows): number | null {
  const name = fold(DESCRIPTION_LABELS.activity);
  for (const row of rows.slice(0, 15)) {
    const at = row.findIndex((cell) => fold(cell) === name);
    if (at >= 0) return at;
  }
  return null;
}

function secondColumn(cells: string[]): number {
  const at = cells.findIndex((cell) => ["duree de conservation", "precisions"].includes(fold(cell)));
  return at > 0 ? at : SECOND_COLUMN;
}

function cellOf(cell = ""): string {
  return fold(cell).startsWith(fold(PLACEHOLDER)) ? "" : cell.trim();
}

/** Returns text that a person wrote beside the layout; the CNIL's own links are not content. */
function leftoverCells(row: readonly string[], from: number): string[] {
  return row
    .slice(from)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "" && !cell.startsWith("►") && !fold(cell).startsWith("consulter les guides"));
}

function joinCells(cells: string[]): string {
  return cells.filter(Boolean).join(", ");
}
