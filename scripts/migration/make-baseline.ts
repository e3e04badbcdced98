import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import manifest from "@/package.json" with { type: "json" };
import { describeDifferences } from "@/lib/platform/migrate/catalogue/compare";
import { type Entry, readCatalogue } from "@/lib/platform/migrate/catalogue/read-catalogue";
import { checksumOf } from "@/lib/platform/migrate/history";
import { migrate } from "@/lib/platform/migrate/migrate";
import { migrationNames, projectSources } from "@/lib/platform/migrate/read-migrations";
import { readBaseline, REPLACED_FILE } from "@/lib/platform/migrate/replaced";
import { projectRoot } from "../start/build";
import { withOwner, withScratch } from "./databases";
import { renderSchema } from "./render-schema";
import { stampAfter } from "./stamp";

const HEAD = `-- Makes the whole database as its migrations had made it. Generated: a change is a migration of its own.

-- Functions name tables and each other in any order.
SELECT set_config('check_function_bodies', 'off', true);

`;

/**
 * Puts one migration in the place of all, once it is proven to make the same database, and notes what it replaces.
 * Returns its name.
 */
export async function makeBaseline(now: Date): Promise<string> {
  const folder = projectSources.migrations;
  const entries = await withScratch("migrated", (ownerUrl) => withOwner(ownerUrl, readCatalogue));
  const script = HEAD + renderSchema(entries);
  await proveBaseline(entries, script);
  const replaced = migrationNames(folder);
  const previous = readBaseline(folder);
  const earlier = previous ? [...previous.earlier, ...Object.keys(previous.migrations)] : [];
  const name = `${stampAfter([], now)}_baseline`;
  const migrations = Object.fromEntries(replaced.map((each) => [each, checksumOf(folder, each)]));
  for (const each of replaced) rmSync(join(folder, each), { recursive: true });
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "migration.sql"), script);
  const stated = { lastVersion: describeVersion(), migrations, earlier };
  writeFileSync(join(folder, name, REPLACED_FILE), `${JSON.stringify(stated, null, 2)}\n`);
  return name;
}

async function proveBaseline(entries: Entry[], script: string) {
  const migrations = mkdtempSync(join(tmpdir(), "amana-baseline-"));
  try {
    mkdirSync(join(migrations, "0_baseline"));
    writeFileSync(join(migrations, "0_baseline", "migration.sql"), script);
    await withScratch("empty", async (ownerUrl, secret) => {
      await migrate(ownerUrl, { secret }, { ...projectSources, migrations });
      const made = await withOwner(ownerUrl, readCatalogue);
      const differences = describeDifferences(entries, made);
      if (differences.length > 0)
        throw new Error(`The baseline would make another database:\n${differences.join("\n")}`);
    });
  } finally {
    rmSync(migrations, { recursive: true });
  }
}

/** Names the version whose migrations are replaced, for whoever must start it once more. */
function describeVersion(): string {
  const commit = execFileSync("git", ["rev-parse", "--short=8", "HEAD"], {
    cwd: projectRoot,
    encoding: "utf8",
  });
  return `${manifest.version} (commit ${commit.trim()})`;
}
