import { type ClientBase, DatabaseError, escapeIdentifier } from "pg";
import { withConnection } from "@/lib/platform/database/connection";
import { itemAt } from "@/lib/domain/invariant/required";
import { ROLE_LIMITS } from "@/lib/platform/database/time-limits";
import { applicationRoles, type ApplicationRole } from "@/lib/platform/environment/env";

const ROLES = Object.keys(applicationRoles) as ApplicationRole[];

/**
 * Sets in this database how long the server lets each role's statements run and its transactions idle, as defaults of new
 * sessions. Defaults of the role pass through a pooler, which refuses the same as parameters of a connection. `urlOf` is
 * needed where the owner may not change roles that an administrator made: any role may change its own defaults.
 */
export async function limitRoles(owner: ClientBase, urlOf: (role: ApplicationRole) => string): Promise<void> {
  const [{ name }, limited] = await Promise.all([databaseOf(owner), settingsOf(owner)]);
  for (const role of ROLES) {
    const missing = wantedOf(role).filter(
      ({ stated }) => !limited.get(applicationRoles[role])?.includes(stated),
    );
    const place = `ALTER ROLE ${escapeIdentifier(applicationRoles[role])} IN DATABASE ${escapeIdentifier(name)}`;
    const statements = missing.map(({ setting }) => `${place} SET ${setting}`);
    if (statements.length > 0) await runAsEither(owner, urlOf(role), statements.join("; "));
  }
}

/** Settings of a role, as SQL sets them and as the catalogue then states them. */
function wantedOf(role: ApplicationRole): { setting: string; stated: string }[] {
  const { statementMs, idleMs } = ROLE_LIMITS[role];
  return Object.entries({
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: idleMs,
  }).map(([name, ms]) => ({ setting: `${name} = ${ms}`, stated: `${name}=${ms}` }));
}

async function runAsEither(owner: ClientBase, ownUrl: string, statements: string): Promise<void> {
  try {
    await owner.query(statements);
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === "42501")) throw error;
    await runAs(ownUrl, statements);
  }
}

async function runAs(url: string, statements: string): Promise<void> {
  await withConnection(url, (client) => client.query(statements));
}

async function databaseOf(owner: ClientBase): Promise<{ name: string }> {
  return itemAt((await owner.query<{ name: string }>("SELECT current_database() AS name")).rows, 0);
}

async function settingsOf(owner: ClientBase): Promise<Map<string, string[]>> {
  const { rows } = await owner.query<{ role: string; settings: string[] }>(
    `SELECT r.rolname AS role, s.setconfig AS settings FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole
     WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return new Map(rows.map(({ role, settings }) => [role, settings]));
}
