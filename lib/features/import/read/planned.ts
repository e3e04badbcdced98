import type { WholePlan } from "@/lib/domain/import/absent";
import { itemAt } from "@/lib/domain/invariant/required";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { ImportRun } from "./queries";
import type { Preview } from "./preview";
import type { ReadFile } from "./read-file";
import type { TableSheet } from "./sheet-tables";

/** Properties of the file beside its plan. */
export type PlannedFile = {
  /** Encoding of a text; null for a workbook. */
  text: { encoding: string; delimiter: string } | null;
  sheet: { name: string; others: number } | null;
  /** Sheets of a workbook that may be read instead. */
  offered: TableSheet[];
  cnil: { blank: string[]; contacts: string[] } | null;
  rows: number;
  setAside: ReadFile["setAside"];
  unseen: ReadFile["unseen"];
  /** A plan stored before the question was asked has none. */
  asked?: ReadFile["asked"];
  /** Null for the CNIL's workbook, whose heading is fixed. */
  head: { line: number; first: { line: number; text: string }[] } | null;
  /** First non-empty cells per column. */
  samples: string[][];
};

/** Stored plan with the properties of its file. */
export type PlannedImport = {
  capacity: Capacity;
  file: PlannedFile;
  plan: WholePlan;
  /** Cells of excluded rows, by index in the plan. */
  aside: [row: number, cells: string[]][];
  fingerprint: string;
};

const NOTHING_UNSEEN: ReadFile["unseen"] = {
  rows: 0,
  filtered: 0,
  columns: 0,
  sheets: 0,
  filled: 0,
  unread: 0,
  conditions: 0,
};
const NOTHING_ASIDE: ReadFile["setAside"] = { title: 0, total: 0, empty: 0, band: 0, foot: 0, unticked: 0 };
const SAMPLES = 3;
const LONGEST_SAMPLE = 80;

export function plannedImport({ mapping }: Pick<ImportRun, "mapping">, preview: Preview): PlannedImport {
  const { capacity, file, plan, fingerprint } = preview;
  return {
    capacity,
    file: {
      text: file.table?.text ?? null,
      sheet: file.table?.sheet ?? null,
      offered: file.offered,
      cnil: file.cnil && { blank: file.cnil.blank, contacts: file.cnil.contacts },
      rows: file.rows.length,
      setAside: file.table?.setAside ?? NOTHING_ASIDE,
      unseen: file.table?.unseen ?? NOTHING_UNSEEN,
      asked: file.table?.asked ?? [],
      head: file.table?.head ?? null,
      samples: mapping.map((_, index) => samplesOf(file.rows, index)),
    },
    plan,
    aside: plan.rows.flatMap(({ fate }, at): [number, string[]][] =>
      fate === "set-aside" ? [[at, itemAt(file.rows, at).cells]] : [],
    ),
    fingerprint,
  };
}

function samplesOf(rows: readonly { cells: string[] }[], index: number): string[] {
  const samples = new Set<string>();
  for (const { cells } of rows) {
    const cell = (cells[index] ?? "").replace(/\s+/g, " ").trim();
    if (cell !== "")
      samples.add(cell.length > LONGEST_SAMPLE ? `${cell.slice(0, LONGEST_SAMPLE - 1)}…` : cell);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}
