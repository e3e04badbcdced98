import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";

const manifestSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** The script behind a command of an installed package, to be run by this very Node: no shell, no npx. */
export function toolPath(packageName: string, command = packageName): string {
  const manifest = findManifest(packageName);
  const { bin } = manifestSchema.parse(JSON.parse(readFileSync(manifest, "utf8")));
  const script = typeof bin === "string" ? bin : bin[command];
  if (!script) throw new Error(`${packageName} has no command ${command}.`);
  return join(dirname(manifest), script);
}

function findManifest(packageName: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(packageName) ?? [];
  const found = folders
    .map((folder) => join(folder, packageName, "package.json"))
    .find((path) => existsSync(path));
  if (!found) throw new Error(`${packageName} is not installed. Run \`npm ci\`.`);
  return found;
}
