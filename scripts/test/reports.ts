import { relative } from "node:path";
import { z } from "zod";
import { projectRoot } from "../start/build";

export type Tally = { passed: number; failed: number; skipped: number };

/** Time that the tests of one file took, in milliseconds. */
export type FileTime = { file: string; milliseconds: number };

/** Result of one part of a run. */
export type Run = { tally: Tally; files: FileTime[] };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

const playwrightTest = z.object({
  status: z.enum(["expected", "unexpected", "flaky", "skipped"]),
  results: z.array(z.object({ duration: z.number() })),
});
const playwrightSuite = z.object({
  file: z.string(),
  specs: z.array(z.object({ title: z.string(), tests: z.array(playwrightTest) })).default([]),
  get suites() {
    return z.array(playwrightSuite).default([]);
  },
});
const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(z.unknown()).default([]),
});

/** Reads Vitest's JSON report. A file that fails before or beside its tests counts as one failure. */
export function readVitest(report: unknown): Run {
  const parsed = vitestReport.parse(report);
  const brokenFiles = parsed.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((assertion) => assertion.status !== "failed"),
  );
  return {
    tally: {
      passed: parsed.numPassedTests,
      failed: parsed.numFailedTests + brokenFiles.length,
      skipped: parsed.numPendingTests + parsed.numTodoTests,
    },
    files: parsed.testResults.map(({ name, startTime, endTime }) => ({
      file: relative(projectRoot, name),
      milliseconds: endTime - startTime,
    })),
  };
}

/**
 * Reads Playwright's JSON report. A test that passed only when it was run again has failed, and is one of `flaky`;
 * errors outside tests are failures.
 */
export function readPlaywright(report: unknown): Run & { flaky: string[] } {
  const { suites, errors } = playwrightReport.parse(report);
  const tests = suites.flatMap(testsOf);
  const count = (status: string) => tests.filter((test) => test.status === status).length;
  return {
    tally: {
      passed: count("expected"),
      failed: count("unexpected") + count("flaky") + errors.length,
      skipped: count("skipped"),
    },
    files: sumByFile(tests.map(({ file, milliseconds }) => ({ file: `e2e/${file}`, milliseconds }))),
    flaky: tests.filter(({ status }) => status === "flaky").map(({ file, title }) => `${file} › ${title}`),
  };
}

function testsOf({ file, specs, suites }: z.output<typeof playwrightSuite>): PlaywrightTest[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ status, results }) => ({
      file,
      title,
      status,
      milliseconds: results.reduce((sum, { duration }) => sum + duration, 0),
    })),
  );
  return [...own, ...suites.flatMap(testsOf)];
}

type PlaywrightTest = FileTime & { title: string; status: string };

function sumByFile(times: FileTime[]): FileTime[] {
  const sums = new Map<string, number>();
  for (const { file, milliseconds } of times) sums.set(file, (sums.get(file) ?? 0) + milliseconds);
  return [...sums].map(([file, milliseconds]) => ({ file, milliseconds }));
}

/** The ten slowest files, one line each, the slowest first. */
export function formatFileTimes(times: FileTime[]): string[] {
  const slowest = times.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 10);
  if (slowest.length === 0) return [];
  const lines = slowest.map(
    ({ file, milliseconds }) => `${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${file}`,
  );
  return ["\nThe slowest files:", ...lines];
}

/**
 * Combines a runner's exit code with its report. No readable report, a report of no test at all, or a bad
 * exit code that no failure explains count as one failure more.
 */
export function reconcileTally(exitCode: number, tally: Tally | undefined): Tally {
  if (!tally) return { passed: 0, failed: 1, skipped: 0 };
  const isSilent = tally.passed + tally.failed + tally.skipped === 0;
  const isUnexplained = exitCode !== 0 && tally.failed === 0;
  return isSilent || isUnexplained ? { ...tally, failed: tally.failed + 1 } : tally;
}

/** Adds tallies up. */
export function sumTallies(tallies: Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The last line of a test run. */
export function formatTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
