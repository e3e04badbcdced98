import { exitCodeOf } from "../start/child";
import { toolPath } from "../start/tool";
import { projectRoot } from "../start/build";
import { explain } from "../start/run";

/** Passes when every command ends with 0. */
type Check = { name: string; commands: () => string[][] };

const tsx = (script: string, ...args: string[]) => ["--import", "tsx", script, ...args];

const lintedFolders = [
  "app",
  "bench",
  "components",
  "e2e",
  "lib",
  "prisma",
  "scripts",
  "proxy.ts",
  "instrumentation.ts",
];
const eslintCache = "node_modules/.cache/eslint/";

/** Starts the slowest first, so that the two lanes end together. */
const staticChecks: Check[] = [
  {
    name: "rules without types",
    commands: () => [
      [toolPath("eslint"), ...lintedFolders, "--max-warnings=0", "--cache", "--cache-location", eslintCache],
    ],
  },
  { name: "lint", commands: () => [[toolPath("oxlint"), "--quiet"]] },
  {
    name: "types",
    commands: () => [
      [toolPath("next"), "typegen"],
      [toolPath("ts7", "tsc"), "--noEmit"],
    ],
  },
  {
    name: "format",
    commands: () => [tsx("scripts/format-check.ts")],
  },
  {
    name: "arrows",
    commands: () => [
      [toolPath("dependency-cruiser", "depcruise"), "--config", ".dependency-cruiser.cjs", ...sourceFolders],
    ],
  },
  { name: "unused", commands: () => [[toolPath("knip")], [toolPath("knip"), "--production"]] },
  { name: "comments", commands: () => [tsx("scripts/comments-check.ts")] },
  { name: "messages", commands: () => [tsx("scripts/messages-check.ts")] },
  { name: "schema", commands: () => [tsx("scripts/schema-check.ts")] },
  { name: "listed tests", commands: () => [tsx("scripts/list-checks.ts", "--check")] },
];

const sourceFolders = ["app", "bench", "components", "e2e", "lib", "prisma", "scripts"];

export type CheckResult = { name: string; isPassed: boolean };

/** Runs every static check, two at a time, with one line for each and the output of those that fail. */
export async function runStaticChecks(): Promise<CheckResult[]> {
  process.chdir(projectRoot);
  const waiting = [...staticChecks];
  const results: CheckResult[] = [];
  const drain = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await runCheck(check));
  };
  await Promise.all([drain(), drain()]);
  return results;
}

/** Runs one check and prints its line. */
export async function runCheck({ name, commands }: Check): Promise<CheckResult> {
  const started = Date.now();
  const isPassed = await passesAll(commands);
  console.log(`${isPassed ? "✓" : "✗"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return { name, isPassed };
}

async function passesAll(commands: Check["commands"]): Promise<boolean> {
  try {
    for (const command of commands()) if ((await exitCodeOf(command, { quiet: true })) !== 0) return false;
    return true;
  } catch (error) {
    explain(error);
    return false;
  }
}
