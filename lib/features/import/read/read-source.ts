import { z } from "zod";
import { readCsv } from "@/lib/platform/sheets/csv";
import { readWorkbook, sheetSchema, type Sheet } from "@/lib/platform/sheets/read-workbook";
import { isArchive } from "@/lib/platform/sheets/sniff";
import type { ReadChoices } from "@/lib/features/import/schema";

export type FileRefusal = { key: string; params?: Record<string, string | number> };

/** File as uploaded, with the sheets of a workbook. */
export type Source = { bytes: Uint8Array; sheets: Sheet[] | null };

export const sheetsSchema = z.array(sheetSchema).nullable();

/** Detects the type by bytes, never by name. Parses a workbook once. */
export async function readSource(
  bytes: Uint8Array,
): Promise<{ ok: true; sheets: Sheet[] | null } | { ok: false; refusal: FileRefusal }> {
  if (!isArchive(bytes)) return { ok: true, sheets: null };
  const read = await readWorkbook(bytes);
  return read.ok
    ? { ok: true, sheets: read.sheets }
    : { ok: false, refusal: { key: read.key, params: read.params } };
}

type Text = { encoding: string; delimiter: string; isSure: boolean };

/** Presents a text as one unnamed sheet with its encoding. */
export function sheetsOf(
  { bytes, sheets }: Source,
  { encoding, delimiter }: Pick<ReadChoices, "encoding" | "delimiter">,
): { ok: true; sheets: Sheet[]; text: Text | null } | { ok: false; refusal: FileRefusal } {
  if (sheets) return { ok: true, sheets, text: null };
  const csv = readCsv(bytes, undefined, { encoding, delimiter });
  if (!csv.ok) return { ok: false, refusal: { key: csv.key, params: csv.params } };
  const { rows, lines, remarks } = csv;
  const text = { encoding: csv.encoding, delimiter: csv.delimiter, isSure: csv.isSure };
  return { ok: true, sheets: [{ name: "", rows, lines, remarks }], text };
}
