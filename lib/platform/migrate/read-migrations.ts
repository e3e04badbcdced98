import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { MigrationList, SchemaContainer } from "@prisma/schema-engine-wasm";

/** Folders of the schema and its migrations; the defaults are the project's own. */
export type MigrationSources = {
  schema: string;
  migrations: string;
  /** Restricts the migrations to these: a restore makes the database that its backup was taken of. */
  only?: readonly string[];
};

export const projectSources: MigrationSources = {
  schema: resolve("prisma/schema"),
  migrations: resolve("prisma/migrations"),
};

/** Every migration of a folder in the order of their names, as the schema engine wants them. */
export function readMigrations(
  folder: string,
  only: readonly string[] = migrationNames(folder),
): MigrationList {
  const lock = join(folder, "migration_lock.toml");
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: existsSync(lock) ? readFileSync(lock, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: only.map((name) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: readScript(join(folder, name, "migration.sql")) },
    })),
  };
}

/** Names of the migrations in a folder, oldest first. */
export function migrationNames(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/** Every schema file of a folder. */
export function readSchema(folder: string): SchemaContainer[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".prisma"));
  return names
    .sort()
    .map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), "utf8") }));
}

function readScript(path: string): { tag: "ok"; value: string } | { tag: "error"; value: string } {
  try {
    return { tag: "ok", value: readFileSync(path, "utf8") };
  } catch (error) {
    return { tag: "error", value: String(error) };
  }
}
