import { type Client, escapeLiteral } from "pg";

/**
 * Before migrations: remembers the rows that disagree with the journal already. A migration changes rows, by a new column
 * for example, and must neither be taken for tampering nor hide it.
 */
export async function holdRows(owner: Client): Promise<void> {
  await callWhereKnown(owner, "row_hold_before");
}

/** After migrations: binds the rows that they changed as they stand, but those that disagreed before. */
export async function rebaseRows(owner: Client): Promise<void> {
  await callWhereKnown(owner, "row_rebase_after");
}

/** The functions came with a migration of their own. Row-level security shows the owner all rows under this setting. */
async function callWhereKnown(owner: Client, name: "row_hold_before" | "row_rebase_after"): Promise<void> {
  const { rows } = await owner.query<{ known: boolean }>(
    `SELECT to_regprocedure(${escapeLiteral(`public.${name}()`)}) IS NOT NULL AS known`,
  );
  if (!rows[0]?.known) return;
  await owner.query("SELECT set_config('app.backup', 'on', false)");
  await owner.query(`SELECT public.${name}()`);
  await owner.query("SELECT set_config('app.backup', '', false)");
}
