import fc from "fast-check";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../start/build";
import {
  formatFailures,
  formatFileTimes,
  formatTally,
  joinRuns,
  readPlaywright,
  readVitest,
  reconcileTally,
  sumTallies,
} from "./reports";

const assertion = (status: string, ...failureMessages: string[]) => ({
  status,
  fullName: `one that ${status}`,
  failureMessages,
});
const file = (name: string, status: string, ...assertionResults: { status: string }[]) => ({
  name: join(projectRoot, "lib", name),
  startTime: 1_000,
  endTime: 3_500,
  status,
  assertionResults,
});
const spec = (title: string, status: string, ...durations: number[]) => ({
  title,
  tests: [{ projectName: "journeys", status, results: durations.map((duration) => ({ duration })) }],
});

describe("readVitest", () => {
  it("takes the runner's own counts", () => {
    const report = {
      numPassedTests: 12,
      numFailedTests: 1,
      testResults: [
        file(
          "a",
          "failed",
          assertion("passed"),
          assertion("skipped"),
          assertion("todo"),
          Object.assign(assertion("skipped"), { tags: ["long"] }),
          assertion("failed", "\u001b[31mexpected 1\u001b[39m\n  to be 2"),
        ),
      ],
    };
    expect(readVitest(report).tally).toEqual({ passed: 12, failed: 1, skipped: 3 });
    expect(readVitest(report, (tags) => tags.length === 0).tally.skipped).toBe(2);
    expect(readVitest(report).failures).toEqual(["lib/a › one that failed: expected 1 to be 2"]);
  });

  it("counts a file that could not be loaded, and one whose teardown broke", () => {
    const report = {
      numPassedTests: 1,
      numFailedTests: 0,
      testResults: [file("a", "failed"), file("b", "failed", assertion("passed"))],
    };
    expect(readVitest(report).tally).toEqual({ passed: 1, failed: 2, skipped: 0 });
    expect(readVitest(report).failures).toEqual(["lib/a (outside its tests)", "lib/b (outside its tests)"]);
  });
});

describe("readPlaywright", () => {
  const report = {
    suites: [
      { file: "a.spec.ts", specs: [spec("opens", "expected", 900), spec("saves", "flaky", 700, 400)] },
      {
        file: "b.spec.ts",
        specs: [],
        suites: [
          { file: "b.spec.ts", specs: [spec("is refused", "unexpected", 100), spec("prints", "skipped")] },
        ],
      },
    ],
    errors: [{ message: "set-up" }],
  };

  it("counts a test that passed at its second try as failed, and names each failure", () => {
    const [{ tally, failures } = joinRuns([])] = readPlaywright(report, ["journeys"]);
    expect(tally).toEqual({ passed: 1, failed: 3, skipped: 1 });
    expect(failures).toEqual([
      "e2e/b.spec.ts › is refused",
      "e2e/a.spec.ts › saves (passed only at a second try)",
      "e2e (outside its tests): set-up",
    ]);
  });

  it("sums the time of all tries by file", () => {
    expect(joinRuns(readPlaywright(report, ["journeys"])).files).toEqual([
      { file: "e2e/a.spec.ts", milliseconds: 2_000 },
      { file: "e2e/b.spec.ts", milliseconds: 100 },
    ]);
  });

  it("parts the projects of one run, and counts an error outside tests once", () => {
    const screen = spec("every screen", "expected", 50);
    const both = {
      ...report,
      suites: [
        ...report.suites,
        {
          file: "a.spec.ts",
          specs: [{ ...screen, tests: screen.tests.map((test) => ({ ...test, projectName: "screens" })) }],
        },
      ],
    };
    const runs = readPlaywright(both, ["journeys", "screens"]);
    expect(runs.map(({ tally }) => tally)).toEqual([
      { passed: 1, failed: 3, skipped: 1 },
      { passed: 1, failed: 0, skipped: 0 },
    ]);
    expect(joinRuns(runs).files).toContainEqual({ file: "e2e/a.spec.ts", milliseconds: 2_050 });
  });
});

describe("formatFileTimes", () => {
  it("lists the ten slowest, the slowest first", () => {
    const times = Array.from({ length: 12 }, (_, index) => ({
      file: `f${index}`,
      milliseconds: index * 100,
    }));
    const lines = formatFileTimes(times);
    expect(lines).toHaveLength(11);
    expect(lines[1]).toBe("    1.1 s  f11");
    expect(formatFileTimes([])).toEqual([]);
  });
});

describe("formatFailures", () => {
  it("lists each below one head, and says nothing of none", () => {
    expect(formatFailures(["lib/a › one"])).toEqual(["\nFailed:", "  lib/a › one"]);
    expect(formatFailures([])).toEqual([]);
  });
});

describe("settleTally", () => {
  it.each([
    ["no report", 0, undefined, { passed: 0, failed: 1, skipped: 0 }],
    ["a report of nothing", 0, { passed: 0, failed: 0, skipped: 0 }, { passed: 0, failed: 1, skipped: 0 }],
    [
      "a crash after the tests",
      1,
      { passed: 3, failed: 0, skipped: 0 },
      { passed: 3, failed: 1, skipped: 0 },
    ],
    [
      "failures that explain the code",
      1,
      { passed: 3, failed: 2, skipped: 0 },
      { passed: 3, failed: 2, skipped: 0 },
    ],
    ["success", 0, { passed: 3, failed: 0, skipped: 1 }, { passed: 3, failed: 0, skipped: 1 }],
  ])("settles %s", (_, exitCode, tally, expected) => {
    expect(reconcileTally(exitCode, tally)).toEqual(expected);
  });

  it("never lets a bad exit code pass", () => {
    const tally = fc.record({ passed: fc.nat(), failed: fc.nat(), skipped: fc.nat() });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 255 }), fc.option(tally, { nil: undefined }), (code, given) => {
        expect(reconcileTally(code, given).failed).toBeGreaterThan(0);
      }),
    );
  });
});

describe("formatTally", () => {
  it("names skipped tests only when there are some", () => {
    const some = sumTallies([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 2, failed: 1, skipped: 4 },
    ]);
    expect(formatTally(some)).toBe("3 passed, 1 failed, 4 skipped");
    expect(formatTally(sumTallies([]))).toBe("0 passed, 0 failed");
  });
});
