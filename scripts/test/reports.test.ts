import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTally, reconcileTally, sumTallies, tallyPlaywright, tallyVitest } from "./reports";

const assertion = (status: string) => ({ status });

describe("tallyVitest", () => {
  it("takes the runner's own counts", () => {
    const report = {
      numPassedTests: 12,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [{ status: "failed", assertionResults: [assertion("passed"), assertion("failed")] }],
    };
    expect(tallyVitest(report)).toEqual({ passed: 12, failed: 1, skipped: 3 });
  });

  it("counts a file that could not be loaded, and one whose teardown broke", () => {
    const report = {
      numPassedTests: 1,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [
        { status: "failed", assertionResults: [] },
        { status: "failed", assertionResults: [assertion("passed")] },
      ],
    };
    expect(tallyVitest(report)).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });
});

describe("tallyPlaywright", () => {
  it("takes what passed in the end for passed, and an error outside tests for a failure", () => {
    const report = {
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: "set-up" }],
    };
    expect(tallyPlaywright(report)).toEqual({ passed: 6, failed: 2, skipped: 2 });
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
