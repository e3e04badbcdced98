import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { migrationNames } from "@/lib/platform/migrate/read-migrations";

/** Stands beside the script of a baseline. */
export const REPLACED_FILE = "replaced.json";

const replacedSchema = z.object({
  /** Names the last Amana that has the replaced migrations. */
  lastVersion: z.string(),
  /** SHA-256 of each script, by name. */
  migrations: z.record(z.string(), z.string()),
  /** Names what earlier baselines replaced: a database of those goes by the last version as well. */
  earlier: z.array(z.string()),
});

/** A migration that stands for earlier ones, which made the same database. */
export type Baseline = z.output<typeof replacedSchema> & { name: string };

/** Finds the baseline of a folder of migrations; undefined where none of them replaces others. */
export function readBaseline(folder: string): Baseline | undefined {
  const name = migrationNames(folder).findLast((each) => existsSync(join(folder, each, REPLACED_FILE)));
  if (name === undefined) return undefined;
  const stated: unknown = JSON.parse(readFileSync(join(folder, name, REPLACED_FILE), "utf8"));
  return { name, ...replacedSchema.parse(stated) };
}

/** A history beside a baseline: which of the replaced migrations it has and lacks, and which of earlier baselines. */
export function divideReplaced({ migrations, earlier }: Baseline, names: readonly string[]) {
  const replaced = Object.keys(migrations);
  return {
    present: replaced.filter((name) => names.includes(name)),
    absent: replaced.filter((name) => !names.includes(name)),
    older: earlier.filter((name) => names.includes(name)),
  };
}
