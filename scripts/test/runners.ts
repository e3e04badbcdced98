import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "@/e2e/browser";
import { assumeEnvironment, childEnvironment, env } from "@/lib/platform/environment/env";
import { projectRoot } from "../start/build";
import { exitCodeOf } from "../start/child";
import { explain } from "../start/run";
import { toolPath } from "../start/tool";
import { testFolder } from "./cluster";
import { countListedTests, findTaggedFiles } from "./listed-tests";
import { readPlaywright, readVitest, reconcileTally, type Run, type Tally } from "./reports";
import { openSecondServer } from "./second-server";

/** Expressions over the tags of tests, and what each asks for. */
const ASKED_BY_TAGS = {
  multiplies: (tags: readonly string[]) => tags.includes("multiplies"),
  "not multiplies": (tags: readonly string[]) => !tags.includes("multiplies"),
};

type VitestChoice = {
  tags?: keyof typeof ASKED_BY_TAGS;
  folders?: string[];
  exclude?: string[];
  environment?: Record<string, string>;
};

/**
 * Runs projects of Vitest, their output shown, and counts by its own report. `tags` is an expression over the tags of
 * its tests, `folders` names parts of the paths that are meant, `exclude` the paths of those that are not.
 */
export async function runVitest(
  projects: readonly ("unit" | "db")[],
  { tags, folders = [], exclude = [], environment = {} }: VitestChoice = {},
): Promise<Run> {
  const report = freshReport(projects.join("-"));
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const filter = [...(tags ? [`--tags-filter=${tags}`] : []), ...exclude.map((path) => `--exclude=${path}`)];
  const exitCode = await exitCodeOf(
    [
      toolPath("vitest"),
      "run",
      ...projects.map((name) => `--project=${name}`),
      ...filter,
      ...reporters,
      ...folders,
    ],
    { env: childEnvironment({ NODE_ENV: "test", ...environment }) },
  );
  return reconcile(
    exitCode,
    readReport(report, (read) => readVitest(read, tags && ASKED_BY_TAGS[tags])),
  );
}

/**
 * Runs projects of the tests in the browser at once, on one server, and returns a run for each. Without a browser they are
 * skipped, and under CI that is a failure.
 */
export async function runPlaywright(
  projects: readonly ("journeys" | "workflows" | "screens")[],
): Promise<Run[]> {
  const browser = await findBrowser().catch(explain);
  if (!browser)
    return [{ tally: skipPlaywright(), files: [], failures: env().CI ? ["e2e (no browser)"] : [] }];
  const report = freshReport("e2e");
  const command = [
    toolPath("@playwright/test", "playwright"),
    "test",
    ...projects.map((name) => `--project=${name}`),
  ];
  const exitCode = await exitCodeOf(command, { env: childEnvironment({}) });
  const runs = readReport(report, (read) => readPlaywright(read, projects));
  const hasFailed = runs?.some(({ tally }) => tally.failed > 0);
  return (runs ?? [undefined]).map((run, at) => reconcile(at === 0 && !hasFailed ? exitCode : 0, run));
}

/** A short torture, counted as one test. It finds processes as Linux shows them. */
export async function runTorture(kills: number): Promise<Run> {
  if (process.platform !== "linux")
    return { tally: { passed: 0, failed: 0, skipped: 1 }, files: [], failures: [] };
  const args = ["--import", "tsx", join(projectRoot, "scripts/torture.ts"), "--kills", String(kills)];
  const isPassed = (await exitCodeOf(args, { env: childEnvironment({}) })) === 0;
  return {
    tally: { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 },
    files: [],
    failures: isPassed ? [] : ["torture"],
  };
}

/** Runs what depends on the server itself on one that is not the embedded one: all is `npm run test:second-server`. */
export async function runSecondServer(): Promise<Run> {
  const server = await openSecondServer();
  const before = env().TEST_DATABASE_URL;
  try {
    console.log(`On ${server.name}:`);
    assumeEnvironment({ TEST_DATABASE_URL: server.ownerUrl });
    const { whole } = findTaggedFiles(join(projectRoot, "lib"), "multiplies");
    return await runVitest(["db"], { tags: "not multiplies", folders: ["lib/platform/"], exclude: whole });
  } finally {
    assumeEnvironment({ TEST_DATABASE_URL: before ?? "" });
    await server.discard();
  }
}

function skipPlaywright(): Tally {
  console.log(
    "No browser for this system: the tests that need one are left out. CHROMIUM_PATH can name one.",
  );
  if (env().CI) return { passed: 0, failed: 1, skipped: 0 };
  return { passed: 0, failed: 0, skipped: countListedTests(join(projectRoot, "e2e")) };
}

function reconcile(exitCode: number, run: Run | undefined): Run {
  return {
    tally: reconcileTally(exitCode, run?.tally),
    files: run?.files ?? [],
    failures: run?.failures ?? ["a runner left no report"],
  };
}

function freshReport(name: string): string {
  const path = join(testFolder, "reports", `${name}.json`);
  rmSync(path, { force: true });
  return path;
}

function readReport<T>(path: string, read: (report: unknown) => T): T | undefined {
  try {
    return read(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    explain(error);
    return undefined;
  }
}
