import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "@/e2e/browser";
import { childEnvironment, env } from "@/lib/platform/environment/env";
import { projectRoot } from "../start/build";
import { exitCodeOf } from "../start/child";
import { explain } from "../start/run";
import { toolPath } from "../start/tool";
import { testFolder } from "./cluster";
import { countListedTests } from "./listed-tests";
import { reconcileTally, type Tally, tallyPlaywright, tallyVitest } from "./reports";

/** Runs one of Vitest's projects, its output shown, and counts by its own report. */
export async function runVitest(project: "unit" | "db"): Promise<Tally> {
  const report = freshReport(project);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const exitCode = await exitCodeOf([toolPath("vitest"), "run", "--project", project, ...reporters], {
    env: childEnvironment({ NODE_ENV: "test" }),
  });
  return reconcileTally(exitCode, readReport(report, tallyVitest));
}

/** Runs the tests in the browser. Without one they are skipped, and under CI that is a failure. */
export async function runPlaywright(): Promise<Tally> {
  const browser = await findBrowser().catch(explain);
  if (!browser) return skipPlaywright();
  const report = freshReport("e2e");
  const exitCode = await exitCodeOf([toolPath("@playwright/test", "playwright"), "test"], {
    env: childEnvironment({}),
  });
  return reconcileTally(exitCode, readReport(report, tallyPlaywright));
}

/** A short torture, counted as one test. It finds processes as Linux shows them. */
export async function runTorture(kills: number): Promise<Tally> {
  if (process.platform !== "linux") return { passed: 0, failed: 0, skipped: 1 };
  const args = ["--import", "tsx", join(projectRoot, "scripts/torture.ts"), "--kills", String(kills)];
  const isPassed = (await exitCodeOf(args, { env: childEnvironment({}) })) === 0;
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 };
}

async function skipPlaywright(): Promise<Tally> {
  console.log(
    "No browser for this system: the tests that need one are left out. CHROMIUM_PATH can name one.",
  );
  if (env().CI) return { passed: 0, failed: 1, skipped: 0 };
  return { passed: 0, failed: 0, skipped: countListedTests(join(projectRoot, "e2e")) };
}

function freshReport(name: string): string {
  const path = join(testFolder, "reports", `${name}.json`);
  rmSync(path, { force: true });
  return path;
}

function readReport(path: string, tally: (report: unknown) => Tally): Tally | undefined {
  try {
    return tally(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    explain(error);
    return undefined;
  }
}
