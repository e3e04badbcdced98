import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "./transaction";

/** The tables that take thousands of rows at once. */
type Rows = {
  processing_record: Prisma.ProcessingRecordCreateManyInput;
  record_version: Prisma.RecordVersionCreateManyInput;
  record_state_fact: Prisma.RecordStateFactCreateManyInput;
  record_assessment: Prisma.RecordAssessmentCreateManyInput;
  controller: Prisma.ControllerCreateManyInput;
  controller_version: Prisma.ControllerVersionCreateManyInput;
  contract: Prisma.ContractCreateManyInput;
  contract_version: Prisma.ContractVersionCreateManyInput;
  contract_instructor: Prisma.ContractInstructorCreateManyInput;
  controller_spelling: Prisma.ControllerSpellingCreateManyInput;
};

/**
 * So many rows make a text of a megabyte. Prisma remembers what it was given by its last hundred statements, twice, for
 * the report of a fault: large ones held 200 MB of an import.
 */
const CHUNK = 200;

/**
 * The same as `createMany`, which makes a parameter of every value and compiles the statement anew: here the values go as
 * one JSON text, and each column gives its own its type. All rows have the fields of the first.
 */
export async function insertRows<Table extends keyof Rows>(
  tx: Tx,
  table: Table,
  rows: readonly Rows[Table][],
  { keepOld = false }: { keepOld?: boolean } = {},
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const fields = Object.keys(first);
  const columns = Prisma.raw(fields.map(columnOf).join(", "));
  const into = Prisma.raw(table);
  const conflict = keepOld ? Prisma.sql`ON CONFLICT DO NOTHING` : Prisma.empty;
  for (let start = 0; start < rows.length; start += CHUNK) {
    const values = rows.slice(start, start + CHUNK).map((row) => inColumns(row, fields));
    await tx.$executeRaw`
      INSERT INTO ${into} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::${into}, ${JSON.stringify(values)}::jsonb) ${conflict}`;
  }
}

function inColumns(row: object, fields: readonly string[]): Record<string, unknown> {
  const values = row as Record<string, unknown>;
  return Object.fromEntries(fields.map((field) => [columnOf(field), values[field]]));
}

/** "recordedAt" → "recorded_at": how every column of the schema is mapped. */
function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
