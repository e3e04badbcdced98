import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { projectRoot } from "../start/build";

/** Characters of an error that a line shows. */
const MOST_OF_MESSAGE = 300;

export type Tally = { passed: number; failed: number; skipped: number };

/** Time that the tests of one file took, in milliseconds. */
export type FileTime = { file: string; milliseconds: number };

/** Result of one part of a run; `failures` names what its tally counts as failed, where a report says it. */
export type Run = { tally: Tally; files: FileTime[]; failures: string[] };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          tags: z.array(z.string()).default([]),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const playwrightTest = z.object({
  projectName: z.string(),
  status: z.enum(["expected", "unexpected", "flaky", "skipped"]),
  results: z.array(
    z.object({
      duration: z.number(),
      errors: z.array(z.object({ message: z.string().optional() })).default([]),
    }),
  ),
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
  errors: z.array(z.object({ message: z.string().optional() })).default([]),
});

/**
 * Reads Vitest's JSON report. A file that fails before or beside its tests counts as one failure. `isAsked` tells by its tags a
 * test that the run was asked for: of the others, which another run has, none counts as skipped.
 */
export function readVitest(report: unknown, isAsked: (tags: readonly string[]) => boolean = () => true): Run {
  const parsed = vitestReport.parse(report);
  const brokenFiles = parsed.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((assertion) => assertion.status !== "failed"),
  );
  return {
    tally: {
      passed: parsed.numPassedTests,
      failed: parsed.numFailedTests + brokenFiles.length,
      skipped: parsed.testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .filter(({ status, tags }) => status !== "passed" && status !== "failed" && isAsked(tags)).length,
    },
    files: parsed.testResults.map(({ name, startTime, endTime }) => ({
      file: relative(projectRoot, name),
      milliseconds: endTime - startTime,
    })),
    failures: parsed.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const file = relative(projectRoot, name);
      const failed = assertionResults.filter((assertion) => assertion.status === "failed");
      if (status === "failed" && failed.length === 0)
        return [`${file} (outside its tests)${firstWords(message)}`];
      return failed.map(
        ({ fullName, failureMessages }) => `${file} › ${fullName}${firstWords(failureMessages?.[0])}`,
      );
    }),
  };
}

/**
 * Reads Playwright's JSON report: a run for each project, in the order that is asked for. A test that passed only when it was
 * run again has failed; errors outside tests are failures of the first.
 */
export function readPlaywright(report: unknown, projects: readonly string[]): Run[] {
  const { suites, errors } = playwrightReport.parse(report);
  const tests = suites.flatMap(testsOf);
  return projects.map((project, at) =>
    summarise(
      tests.filter((test) => test.project === project),
      at === 0 ? errors : [],
    ),
  );
}

function summarise(tests: PlaywrightTest[], errors: z.output<typeof playwrightReport>["errors"]): Run {
  const count = (status: string) => tests.filter((test) => test.status === status).length;
  return {
    tally: {
      passed: count("expected"),
      failed: count("unexpected") + count("flaky") + errors.length,
      skipped: count("skipped"),
    },
    files: sumByFile(tests.map(({ file, milliseconds }) => ({ file: `e2e/${file}`, milliseconds }))),
    failures: [
      ...tests
        .filter(({ status }) => status === "unexpected")
        .map(({ file, title, message }) => `e2e/${file} › ${title}${firstWords(message)}`),
      ...tests
        .filter(({ status }) => status === "flaky")
        .map(
          ({ file, title, message }) =>
            `e2e/${file} › ${title} (passed only at a second try)${firstWords(message)}`,
        ),
      ...errors.map(({ message }) => `e2e (outside its tests)${firstWords(message)}`),
    ],
  };
}

function testsOf({ file, specs, suites }: z.output<typeof playwrightSuite>): PlaywrightTest[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ projectName, status, results }) => ({
      file,
      project: projectName,
      title,
      status,
      milliseconds: results.reduce((sum, { duration }) => sum + duration, 0),
      message: results.flatMap(({ errors }) => errors).find(({ message }) => message)?.message,
    })),
  );
  return [...own, ...suites.flatMap(testsOf)];
}

type PlaywrightTest = FileTime & {
  project: string;
  title: string;
  status: string;
  message: string | undefined;
};

/** The first words of an error, for one line: a run's last lines are often all that is kept of it. */
function firstWords(message: string | undefined): string {
  const words = stripVTControlCharacters(message ?? "")
    .replace(/\s+/g, " ")
    .trim();
  return words ? `: ${words.slice(0, MOST_OF_MESSAGE)}` : "";
}

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

/** Failures of a run, one line each. */
export function formatFailures(failures: string[]): string[] {
  if (failures.length === 0) return [];
  return ["\nFailed:", ...failures.map((failure) => `  ${failure}`)];
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

/** Joins runs to one. */
export function joinRuns(runs: Run[]): Run {
  return {
    tally: sumTallies(runs.map(({ tally }) => tally)),
    files: sumByFile(runs.flatMap(({ files }) => files)),
    failures: runs.flatMap(({ failures }) => failures),
  };
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
