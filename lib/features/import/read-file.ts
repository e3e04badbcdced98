import { createHash } from "node:crypto";
import { guessColumns, headerSignature } from "@/lib/domain/import/columns";
import { findLayout } from "@/lib/domain/import/layout";
import { readRow } from "@/lib/domain/import/read-row";
import type { ColumnMapping, RowReading } from "@/lib/domain/import/types";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { readCsv } from "@/lib/platform/sheets/csv";
import { restoreCell } from "@/lib/platform/sheets/csv-writer";

export type ReadFile = {
  encoding: string;
  delimiter: string;
  header: string[];
  /** Rows of data as written, with the line each begins on. */
  rows: { line: number; cells: string[] }[];
  setAside: { title: number; total: number; empty: number };
  signature: string;
  guess: ColumnMapping;
};

export type FileRefusal = { key: string; params?: Record<string, string | number> };

/** The table within a file: its head, its rows, and what is neither. */
export function readFile(
  bytes: Uint8Array,
): { ok: true; file: ReadFile } | { ok: false; refusal: FileRefusal } {
  const csv = readCsv(bytes);
  if (!csv.ok) return { ok: false, refusal: { key: csv.key, params: csv.params } };
  const layout = findLayout(csv.rows);
  if (!layout) return { ok: false, refusal: { key: "noHeader" } };
  const header = csv.rows[layout.headerRow]!;
  // A register that was exported comes back without the apostrophes that kept its formulas from running.
  const rows = layout.dataRows.map((row) => ({
    line: csv.lines[row]!,
    cells: csv.rows[row]!.map(restoreCell),
  }));
  const count = (reason: string) => layout.setAside.filter((aside) => aside.reason === reason).length;
  return {
    ok: true,
    file: {
      encoding: csv.encoding,
      delimiter: csv.delimiter,
      header,
      rows,
      setAside: { title: count("title"), total: count("total"), empty: count("empty") },
      signature: createHash("sha256").update(headerSignature(header)).digest("hex"),
      guess: guessColumns(
        header,
        rows.map(({ cells }) => cells),
      ),
    },
  };
}

/** Every row read under a mapping, with the fingerprint of its cells: SHA-256 of their canonical text. */
export function readRows(file: ReadFile, mapping: ColumnMapping): (RowReading & { fingerprint: string })[] {
  return file.rows.map(({ line, cells }) => ({
    ...readRow({ line, cells, mapping }),
    fingerprint: createHash("sha256").update(canonicalText(cells)).digest("hex"),
  }));
}
