import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeDifferences } from "@/lib/platform/migrate/catalogue/compare";
import { schemaDrift } from "@/lib/platform/migrate/migrate";
import { migrationNames, projectSources } from "@/lib/platform/migrate/read-migrations";
import { withOwner, withScratch } from "./databases";
import { renderChanges } from "./render-changes";
import { replaySources } from "./replay-sources";
import { readSources } from "./sources";
import { stampAfter } from "./stamp";

const UNCHECKED = "SELECT set_config('check_function_bodies', 'off', true);\n\n";

/**
 * Writes a migration of what Prisma's schema and the files of the rooms say and the migrations do not make. Returns its
 * name; undefined where nothing lacks. It is proven on a database of its own first: throws, with its text, where that
 * is not what they say.
 */
export async function writeMigration(called: string, now: Date): Promise<string | undefined> {
  if (!/^[a-z][a-z0-9_]*$/.test(called))
    throw new Error(`"${called}" is no name of a migration: use a-z, 0-9 and _.`);
  const sources = readSources();
  const script = await withScratch("migrated", async (ownerUrl) => {
    const drift = (await schemaDrift(ownerUrl)) ?? "";
    return withOwner(ownerUrl, async (owner) => {
      if (drift) await owner.query(drift);
      const { migrated, stated } = await replaySources(owner, sources);
      const changes = renderChanges(migrated, stated);
      return [drift, changes && UNCHECKED + changes].filter((text) => text !== "").join("\n");
    });
  });
  if (script === "") return undefined;
  await proveMigration(script);
  const name = `${stampAfter(migrationNames(projectSources.migrations), now)}_${called}`;
  mkdirSync(join(projectSources.migrations, name));
  writeFileSync(join(projectSources.migrations, name, "migration.sql"), script);
  return name;
}

async function proveMigration(script: string) {
  await withScratch("migrated", (ownerUrl) =>
    withOwner(ownerUrl, async (owner) => {
      await owner.query(script).catch((error: unknown) => {
        throw new Error(`PostgreSQL refuses the migration: write it by hand from here.\n${script}`, {
          cause: error,
        });
      });
      const { migrated, stated } = await replaySources(owner, readSources());
      const differences = describeDifferences(stated, migrated);
      if (differences.length === 0) return;
      throw new Error(`The migration would leave differences:\n${differences.join("\n")}\n${script}`);
    }),
  );
}
