import type { ImportPlan } from "@/lib/domain/import/plan";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { ImportRun } from "./data";
import type { Preview } from "./preview";

/** What is shown of the file itself, beside its plan. */
export type PlannedFile = {
  /** How a text is written; null for a workbook. */
  text: { encoding: string; delimiter: string } | null;
  sheet: { name: string; others: number } | null;
  cnil: { blank: string[]; contacts: string[] } | null;
  rows: number;
  setAside: { title: number; total: number; empty: number };
  /** For each column the first cells that say something. */
  samples: string[][];
};

/** What committing a run would do, as it is stored with it. */
export type PlannedImport = {
  capacity: Capacity;
  file: PlannedFile;
  plan: ImportPlan;
  /** Cells of the rows that stay out, by their line. */
  aside: [line: number, cells: string[]][];
  fingerprint: string;
};

const SAMPLES = 3;
const LONGEST_SAMPLE = 80;

export function plannedImport({ mapping }: Pick<ImportRun, "mapping">, preview: Preview): PlannedImport {
  const { capacity, file, plan, fingerprint } = preview;
  const out = new Set(plan.rows.filter(({ fate }) => fate === "set-aside").map(({ line }) => line));
  return {
    capacity,
    file: {
      text: file.table?.text ?? null,
      sheet: file.table?.sheet ?? null,
      cnil: file.cnil && { blank: file.cnil.blank, contacts: file.cnil.contacts },
      rows: file.rows.length,
      setAside: file.table?.setAside ?? { title: 0, total: 0, empty: 0 },
      samples: mapping.map((_, index) => samplesOf(file.rows, index)),
    },
    plan,
    aside: file.rows.filter(({ line }) => out.has(line)).map(({ line, cells }) => [line, cells]),
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
