import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { withConnection } from "@/lib/platform/database/connection";
import { refuseLargeObjects } from "@/lib/platform/migrate/restrict-database";
import { databaseName, ownerRole, superuserUrl, type Settings } from "@/lib/platform/embedded/settings";

/**
 * Makes the owner's role and database if they are missing. The owner is deliberately no superuser: row-level
 * security then binds it here as it does on a managed PostgreSQL, and a fault shows in the tests.
 */
export async function ensureOwner(settings: Settings) {
  await withConnection(superuserUrl(settings), async (client) => {
    if (!(await exists(client, "SELECT 1 FROM pg_roles WHERE rolname = $1", ownerRole))) {
      const password = escapeLiteral(settings.ownerPassword);
      await client.query(
        `CREATE ROLE ${escapeIdentifier(ownerRole)} LOGIN NOSUPERUSER CREATEDB CREATEROLE PASSWORD ${password}`,
      );
    }
    if (!(await exists(client, "SELECT 1 FROM pg_database WHERE datname = $1", databaseName))) {
      await client.query(
        `CREATE DATABASE ${escapeIdentifier(databaseName)} OWNER ${escapeIdentifier(ownerRole)}`,
      );
    }
  });
  await withConnection(superuserUrl(settings, databaseName), refuseLargeObjects);
}

async function exists(client: Client, query: string, name: string): Promise<boolean> {
  return ((await client.query(query, [name])).rowCount ?? 0) > 0;
}
