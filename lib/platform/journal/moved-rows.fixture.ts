import { type Client, escapeIdentifier } from "pg";
import { expect } from "vitest";
import type { DrawnTable } from "@/lib/domain/nouns/drawn-table";
import { required } from "@/lib/domain/invariant/required";

/**
 * Moves an instant of rows an hour back as the database's owner does who turns triggers off, and forth again once that was
 * seen. Moved forth first, a row would be one of the future, which nothing shows.
 */
export async function whileMoved<T>(
  owner: Client,
  { table, column, id }: DrawnTable & { id: string },
  see: () => Promise<T>,
): Promise<T> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnotnull AND atttypid = 'timestamptz'::regtype LIMIT 1`,
    [table],
  );
  const instant = escapeIdentifier(required(rows[0], `an instant of ${table}`).name);
  const move = async (sign: "+" | "-") => {
    await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
    const sql = `UPDATE ${table} SET ${instant} = ${instant} ${sign} interval '1 hour' WHERE ${escapeIdentifier(column)} = $1`;
    expect((await owner.query(sql, [id])).rowCount).toBeGreaterThan(0);
    await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY`);
  };
  await move("-");
  try {
    return await see();
  } finally {
    await move("+");
  }
}
