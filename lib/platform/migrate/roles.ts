import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from "pg";
import {
  applicationRoles,
  type ApplicationRole,
  applicationUrl,
  ConfigurationError,
  rolePassword,
} from "@/lib/platform/environment/env";

/**
 * Makes the roles that the application connects as, or gives them their password again, and proves that
 * row-level security binds them. Throws `ConfigurationError` with what an administrator must run where the owner may
 * not make roles.
 */
export async function ensureRoles(owner: Client, ownerUrl: string, secret: string) {
  for (const role of Object.keys(applicationRoles).filter(isApplicationRole)) {
    await ensureRole(owner, ownerUrl, secret, role);
    await refusePowerfulRole(owner, applicationRoles[role]);
  }
}

async function ensureRole(owner: Client, ownerUrl: string, secret: string, role: ApplicationRole) {
  if (await canLogIn(applicationUrl(ownerUrl, secret, role))) return;
  const name = escapeIdentifier(applicationRoles[role]);
  const login = `LOGIN PASSWORD ${escapeLiteral(rolePassword(secret, role))}`;
  const powers = "NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION";
  await refuseRoleOfAnother(owner, applicationRoles[role]);
  try {
    if (await findRole(owner, applicationRoles[role])) await owner.query(`ALTER ROLE ${name} ${login}`);
    else await owner.query(`CREATE ROLE ${name} ${powers} ${login}`);
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === "42501")) throw error;
    throw new ConfigurationError(
      `The owner in DATABASE_URL may not make or change roles. Let an administrator run:\n` +
        `  ALTER ROLE ${escapeIdentifier(new URL(ownerUrl).username)} CREATEROLE;\n` +
        `and, if ${name} exists already, drop it or set its password to the one Amana derives.`,
    );
  }
}

/** Roles are the server's: a password given for one database would shut another out, in the middle of its work. */
async function refuseRoleOfAnother(owner: Client, name: string) {
  const { rows } = await owner.query<{ datname: string }>(
    "SELECT datname FROM pg_stat_activity WHERE usename = $1 AND datname <> current_database() LIMIT 1",
    [name],
  );
  if (!rows[0]) return;
  throw new ConfigurationError(
    `The role ${name} is at work in the database ${rows[0].datname} of the same server, under another secret.\n` +
      "Set AMANA_SECRET to that one's, or give this database a server of its own.",
  );
}

async function canLogIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function refusePowerfulRole(owner: Client, name: string) {
  const role = await findRole(owner, name);
  if (role && !role.rolsuper && !role.rolbypassrls) return;
  throw new ConfigurationError(
    `The role ${name} passes row-level security. Run: ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS;`,
  );
}

async function findRole(owner: Client, name: string) {
  const query = "SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = $1";
  return (await owner.query<{ rolsuper: boolean; rolbypassrls: boolean }>(query, [name])).rows[0];
}

function isApplicationRole(name: string): name is ApplicationRole {
  return name in applicationRoles;
}
