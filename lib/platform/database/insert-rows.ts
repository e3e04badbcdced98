import { itemAt } from "@/lib/domain/invariant/required";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "./transaction";

type Models = Prisma.TypeMap["model"];

/** "ProcessingRecord" → "processing_record": a model is mapped to the table of its name. */
type TableOf<Model extends string> = Model extends `${infer Initial}${infer Rest}`
  ? Rest extends Uncapitalize<Rest>
    ? `${Uncapitalize<Initial>}${TableOf<Rest>}`
    : `${Uncapitalize<Initial>}_${TableOf<Rest>}`
  : Model;

/** Rows of each table as they are inserted by values: thousands at once, or those of a versioned document. */
export type TableRows = {
  [M in keyof Models as TableOf<M>]: RowOf<Models[M]["operations"]["createMany"]["args"]>;
};

type RowOf<Args> = Args extends { data: infer Data } ? Exclude<Data, readonly unknown[]> : never;

export type Table = keyof TableRows;

/**
 * Rows per statement, about a megabyte of text. Prisma retains the arguments of its last hundred statements,
 * twice, for error reports: larger chunks held 200 MB of an import.
 */
const CHUNK = 200;

/** A column whose values are laid over one document: they hold only the members that differ from its own. */
type ColumnValues<Field> = { column: Field; document: object };
type Options<Field> = { keepOld?: boolean; laidOver?: ColumnValues<Field> };

/** Inserts rows whose fields TypeScript knows by the table. All rows have the fields of the first. */
export async function insertRows<T extends Table>(
  tx: Tx,
  table: T,
  rows: readonly TableRows[T][],
  options?: Options<keyof TableRows[T] & string>,
): Promise<void> {
  await insertValues(tx, table, rows, options);
}

/**
 * Inserts without a parameter for each value, unlike `createMany`, whose statement is compiled anew each time: the
 * values go as one JSON text, and each column casts its own. Values alike in all rows are sent once.
 */
export async function insertValues(
  tx: Tx,
  table: Table,
  rows: readonly object[],
  { keepOld = false, laidOver }: Options<string> = {},
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map((field) => [field, columnOf(field)] as const);
  const names = Prisma.join(columns.map(([, column]) => Prisma.raw(column)));
  const values = Prisma.join(
    columns.map(([field, column]) =>
      field === laidOver?.column
        ? Prisma.sql`${JSON.stringify(laidOver.document)}::jsonb || ${Prisma.raw(column)}`
        : Prisma.raw(column),
    ),
  );
  const into = Prisma.raw(table);
  const conflict = keepOld ? Prisma.sql`ON CONFLICT DO NOTHING` : Prisma.empty;
  for (let start = 0; start < rows.length; start += CHUNK) {
    const [alike, own] = splitAlike(rows.slice(start, start + CHUNK), columns);
    await tx.$executeRaw`
      INSERT INTO ${into} (${names})
      SELECT ${values} FROM jsonb_populate_recordset(
        jsonb_populate_record(NULL::${into}, ${JSON.stringify(alike)}::jsonb), ${JSON.stringify(own)}::jsonb) ${conflict}`;
  }
}

type Columns = readonly (readonly [field: string, column: string])[];
type Values = Record<string, unknown>;

/** The values that all rows share, and of each row its own. */
function splitAlike(rows: readonly object[], columns: Columns): [alike: Values, own: Values[]] {
  const all = rows as readonly Values[];
  const alike: Values = {};
  const own = all.map((): Values => ({}));
  for (const [field, column] of columns) {
    const first = all[0]?.[field];
    if (all.every((row) => isAlike(row[field], first))) alike[column] = first;
    else for (const [at, row] of all.entries()) itemAt(own, at)[column] = row[field];
  }
  return [alike, own];
}

function isAlike(one: unknown, other: unknown): boolean {
  return one === other || (isEmptyList(one) && isEmptyList(other));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** "recordedAt" → "recorded_at": how every column of the schema is mapped. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
