import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { BackupRefused } from "@/lib/platform/backup/refusal";

/** Reads one file and the named options. Throws `BackupRefused` with the usage of the command. */
export function readArguments<Name extends string>(
  usage: string,
  names: readonly Name[],
  args = process.argv.slice(2),
): { path: string; options: Partial<Record<Name, boolean>> } {
  const options = Object.fromEntries(names.map((name) => [name, { type: "boolean" as const }]));
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length === 1 && positionals[0]) {
      return { path: resolve(positionals[0]), options: values as Partial<Record<Name, boolean>> };
    }
  } catch (error) {
    throw new BackupRefused("usage", `${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
  throw new BackupRefused("usage", usage);
}
