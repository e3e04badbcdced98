import { z } from "zod";
import type { ContractLine } from "@/lib/domain/contract-import/import-plan";
import type { GridSheet } from "@/lib/domain/contract-import/sheet-table";
import { cleanText } from "@/lib/forms/form-values";
import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import { contractsFileSchema } from "@/lib/features/contract-export/schema";
import { readWorkbook, sheetSchema } from "@/lib/platform/sheets/read-workbook";
import { findForeignFormat, isArchive, type NotText } from "@/lib/platform/sheets/sniff";
import { MAX_CONTRACTS_BYTES } from "@/lib/features/contract-import/schema";

export type ContractSource =
  { kind: "contracts"; lines: readonly ContractLine[] } | { kind: "sheets"; sheets: readonly GridSheet[] };

const SHEETS_FORMAT = "amana-contract-sheets-1";
const sheetsSchema = z.object({
  format: z.literal(SHEETS_FORMAT),
  sheets: z.array(
    sheetSchema.pick({ name: true, rows: true, lines: true, notes: true, remarks: true, merges: true }),
  ),
});

/** Stores JSON as it came, or what a child process read of a workbook. */
export async function readUpload(bytes: Uint8Array): Promise<Outcome<Uint8Array>> {
  if (!isArchive(bytes))
    return readStoredRun(bytes)?.kind === "contracts"
      ? done(bytes)
      : invalid("file", keyOf(findForeignFormat(bytes)));
  const read = await readWorkbook(bytes);
  if (!read.ok) return invalid("file", read.key, read.params);
  const stored = new TextEncoder().encode(JSON.stringify({ format: SHEETS_FORMAT, sheets: read.sheets }));
  return stored.length > MAX_CONTRACTS_BYTES ? invalid("file", "tooMuchText") : done(stored);
}

/** Distinguishes foreign JSON from other files. */
function keyOf(foreign: NotText | null): string {
  return foreign === null || foreign === "isJson" || foreign === "isRegisterJson" ? "notOurs" : foreign;
}

/** Null where the bytes are neither form. */
export function readStoredRun(bytes: Uint8Array): ContractSource | null {
  const json = parse(bytes);
  const contracts = contractsFileSchema.safeParse(json);
  if (contracts.success) return { kind: "contracts", lines: contracts.data.contracts };
  const sheets = sheetsSchema.safeParse(json);
  return sheets.success ? { kind: "sheets", sheets: sheets.data.sheets } : null;
}

/** Normalises text for the database. */
function parse(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return JSON.parse(text, (_, value: unknown) => (typeof value === "string" ? cleanText(value) : value));
  } catch {
    return null;
  }
}
