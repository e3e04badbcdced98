import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import type { Client } from "pg";
import { withConnection } from "@/lib/platform/database/connection";
import { withEngine } from "@/lib/platform/migrate/engine";
import { projectSources, readMigrations, readSchema } from "@/lib/platform/migrate/read-migrations";
import { applicationUrl } from "@/lib/platform/environment/env";
import { limitRoles } from "@/lib/platform/migrate/limit-roles";
import { holdRows, rebaseRows } from "@/lib/platform/migrate/rebase-rows";
import { refuseLargeObjects, restrictDatabase } from "@/lib/platform/migrate/restrict-database";
import { ensureRoles } from "@/lib/platform/migrate/roles";
import { takeOver } from "@/lib/platform/migrate/take-over";

/** Advisory lock under a number of our own: two starts at once migrate one after the other. */
export const MIGRATION_LOCK = 26_112_501;

const noFilter = { externalTables: [], externalEnums: [] };

/**
 * Applies the missing migrations after creating the application's roles. They are recorded in Prisma's
 * ordinary `_prisma_migrations`, so `prisma migrate deploy` works too. A database of the migrations that a baseline
 * replaces goes on from the baseline. Returns the names of the migrations just applied.
 */
export async function migrate(
  ownerUrl: string,
  { secret }: { secret: string },
  sources = projectSources,
): Promise<string[]> {
  return withMigrationLock(ownerUrl, async (owner) => {
    await ensureRoles(owner, ownerUrl, secret);
    await takeOver(owner, sources.migrations);
    await limitRoles(owner, (role) => applicationUrl(ownerUrl, secret, role));
    return withEngine(ownerUrl, readSchema(sources.schema), async (engine) => {
      const migrationsList = readMigrations(sources.migrations, sources.only);
      if (await deleteInterrupted(engine, migrationsList)) await holdRows(owner);
      const output = await engine.applyMigrations({ migrationsList, filters: noFilter });
      await admitBackup(owner);
      await rebaseRows(owner);
      await restrictDatabase(owner);
      await refuseLargeObjects(owner);
      return output.appliedMigrationNames;
    });
  });
}

/** A table that a migration brought must be seen by the next backup. The function came with a migration of its own. */
async function admitBackup(owner: Client) {
  const { rows } = await owner.query<{ known: boolean }>(
    "SELECT to_regprocedure('public.admit_backup()') IS NOT NULL AS known",
  );
  if (rows[0]?.known) await owner.query("SELECT public.admit_backup()");
}

/**
 * A migration is sent as one query, hence one transaction: one that began and did not finish, because the process was
 * killed, has left nothing, and can be applied again. Returns whether migrations are missing.
 */
async function deleteInterrupted(engine: SchemaEngine, migrationsList: MigrationList) {
  const options = { migrationsList, optInToShadowDatabase: false, filters: noFilter };
  const { failedMigrationNames, history } = await engine.diagnoseMigrationHistory(options);
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
  return failedMigrationNames.length > 0 || (history !== null && history !== undefined);
}

/**
 * Reports the migrations that a database lacks, that failed half-way, or that were edited after they were
 * applied.
 */
export async function migrationStatus(ownerUrl: string, sources = projectSources) {
  return withEngine(ownerUrl, readSchema(sources.schema), async (engine) => {
    const { history, failedMigrationNames, editedMigrationNames } = await engine.diagnoseMigrationHistory({
      migrationsList: readMigrations(sources.migrations),
      optInToShadowDatabase: false,
      filters: noFilter,
    });
    const pending = history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [];
    return { pending, failed: failedMigrationNames, edited: editedMigrationNames };
  });
}

/**
 * Returns the SQL that would make the migrated database equal to the schema; undefined when they agree. Works
 * in a shadow database beside the owner's, whose roles must exist.
 */
export async function schemaDrift(ownerUrl: string, sources = projectSources): Promise<string | undefined> {
  const files = readSchema(sources.schema);
  return withEngine(ownerUrl, files, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...readMigrations(sources.migrations) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: noFilter,
    });
    return exitCode === 0 ? undefined : (stdout ?? "They differ.");
  });
}

function withMigrationLock<T>(ownerUrl: string, work: (owner: Client) => Promise<T>): Promise<T> {
  return withConnection(ownerUrl, async (owner) => {
    await owner.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    return work(owner);
  });
}
