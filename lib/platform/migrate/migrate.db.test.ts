import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { applicationRoles } from "@/lib/platform/environment/env";
import { migrate, migrationStatus, schemaDrift } from "@/lib/platform/migrate/migrate";
import { migrationNames, projectSources } from "@/lib/platform/migrate/read-migrations";
import { bareDatabase, type FreshDatabase, freshDatabase } from "@/scripts/test/fresh-database";

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function query<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

describe("migrate", () => {
  it("has applied every migration, and applies none twice, even when two start at once", async () => {
    const secret = inject("testCluster").secret;
    const starts = [migrate(database.ownerUrl, { secret }), migrate(database.ownerUrl, { secret })];
    expect(await Promise.all(starts)).toEqual([[], []]);
    expect(await migrationStatus(database.ownerUrl)).toEqual({ pending: [], failed: [], edited: [] });
    const rows = await query<{ migration_name: string }>(
      database.ownerUrl,
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name",
    );
    expect(rows.map((row) => row.migration_name)).toEqual(migrationNames(projectSources.migrations));
  });

  it("applies again a migration that a kill interrupted", async () => {
    const other = await freshDatabase();
    const [first = ""] = migrationNames(projectSources.migrations);
    await query(
      other.ownerUrl,
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, now())",
      ["interrupted", "0".repeat(64), `${first}_half`],
    );
    await expect(migrate(other.ownerUrl, { secret: inject("testCluster").secret })).resolves.toEqual([]);
    expect((await migrationStatus(other.ownerUrl)).failed).toEqual([]);
    await other.drop();
  });
});

describe("the roles", () => {
  it("log in, and have no power over row-level security", async () => {
    const sql = `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles
      WHERE rolname = current_user`;
    for (const [url, rolname] of [
      [database.appUrl, applicationRoles.app],
      [database.authUrl, applicationRoles.auth],
    ] as const) {
      expect(await query(url, sql)).toEqual([
        { rolname, rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
      ]);
    }
  });

  it("keep their password while another database of the server works with it", async () => {
    const atWork = new Client({ connectionString: database.appUrl });
    await atWork.connect();
    const other = await bareDatabase();
    try {
      await expect(migrate(other.ownerUrl, { secret: "ab".repeat(32) })).rejects.toThrow(
        /under another secret/,
      );
      await expect(query(database.appUrl, "SELECT 1")).resolves.toHaveLength(1);
    } finally {
      await migrate(other.ownerUrl, { secret: inject("testCluster").secret });
      await atWork.end();
      await other.drop();
    }
  });

  it("own nothing", async () => {
    const sql = "SELECT tablename FROM pg_tables WHERE tableowner = ANY($1)";
    expect(await query(database.ownerUrl, sql, [Object.values(applicationRoles)])).toEqual([]);
  });
});

describe("schemaDrift", () => {
  it("finds that the schema and the migrations agree", async () => {
    expect(await schemaDrift(database.ownerUrl)).toBeUndefined();
  });
});
