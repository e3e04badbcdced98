import { describe, expect, it } from "vitest";
import { factAt, HOUR, T0 } from "./breach.fixture";
import type { Fact } from "./facts";
import { factIssues, type StatedFact } from "./issues";

const NOW = T0 + 10 * HOUR;
const stated = (kind: StatedFact["kind"], given: Partial<StatedFact> = {}): StatedFact => ({
  kind,
  value: {},
  at: null,
  controllerId: null,
  correctsId: null,
  reason: "",
  ...given,
});
const occurred = factAt(1, "occurred", { at: T0 - 2 * HOUR });
const aware = factAt(2, "aware", { at: T0 });

const CASES: [string, StatedFact, Fact[], [string, string][]][] = [
  [
    "awareness before the breach occurred",
    stated("aware", { at: T0 - 3 * HOUR }),
    [occurred],
    [["on", "breach.beforeOccurred"]],
  ],
  ["awareness as it occurred", stated("aware", { at: T0 - 2 * HOUR }), [occurred], []],
  ["an instant that has not been", stated("aware", { at: NOW + 1 }), [], [["on", "breach.future"]]],
  ["this very instant", stated("aware", { at: NOW }), [], []],
  [
    "a breach that occurred after awareness",
    stated("occurred", { at: T0 + 1 }),
    [aware],
    [["on", "breach.afterAware"]],
  ],
  [
    "an end before the beginning",
    stated("occurred", { at: T0 - HOUR, value: { until: T0 - 2 * HOUR } }),
    [],
    [["until", "breach.untilBeforeFrom"]],
  ],
  [
    "a suspicion after awareness",
    stated("suspected", { at: T0 + HOUR }),
    [aware],
    [["on", "breach.suspectedAfterAware"]],
  ],
  [
    "containment before it occurred",
    stated("contained", { at: T0 - 3 * HOUR }),
    [occurred],
    [["on", "breach.containedBeforeOccurred"]],
  ],
  [
    "a closing before anybody was aware",
    stated("closed", { at: T0 - 1 }),
    [aware],
    [["on", "breach.closedBeforeAware"]],
  ],
  [
    "a closing of a suspicion before it came",
    stated("closed", { at: T0 - 1 }),
    [factAt(1, "suspected", { at: T0 })],
    [["on", "breach.closedBeforeAware"]],
  ],
  [
    "a closing before it was contained",
    stated("closed", { at: T0 + HOUR }),
    [aware, factAt(3, "contained", { at: T0 + 2 * HOUR })],
    [["on", "breach.closedBeforeContained"]],
  ],
  ["a closing at the instant of awareness", stated("closed", { at: T0 }), [aware], []],
  [
    "a reopening before the closing",
    stated("reopened", { at: T0 + HOUR }),
    [aware, factAt(3, "closed", { at: T0 + 2 * HOUR })],
    [["on", "breach.reopenedBeforeClosed"]],
  ],
  ["awareness without an instant", stated("aware"), [], [["on", "required"]]],
  ["awareness said to be unknown", stated("aware", { value: { isUnknown: true } }), [], []],
  ["words that are empty", stated("cause", { value: { text: "" } }), [], [["text", "required"]]],
  ["a cause said to be unknown", stated("cause", { value: { isUnknown: true } }), [], []],
  ["persons without a number", stated("persons"), [], [["count", "breach.number"]]],
  ["persons said to be unknown", stated("persons", { value: { isUnknown: true } }), [], []],
  [
    "a correction without a reason",
    stated("aware", { at: T0, correctsId: "f2" }),
    [aware],
    [["reason", "required"]],
  ],
  [
    "a sub-processor who told us before it knew",
    stated("told-by-sub-processor", { at: T0, value: { name: "Atlas", toldAt: T0 - HOUR } }),
    [],
    [["until", "breach.reportedBeforeAware"]],
  ],
  [
    "a sub-processor without a name",
    stated("told-by-sub-processor", { at: T0 }),
    [],
    [["subProcessorId", "required"]],
  ],
  [
    "nothing to withdraw",
    stated("aware", { value: { isWithdrawn: true }, reason: "x" }),
    [],
    [["", "breach.nothingToWithdraw"]],
  ],
];

describe("factIssues", () => {
  it.each(CASES)("of %s", (_, fact, facts, expected) => {
    expect(factIssues(fact, facts, NOW).map(({ path, key }) => [path, key])).toEqual(expected);
  });

  it("compares a correction with the other facts, not with the one that it corrects", () => {
    const corrected = stated("occurred", { at: T0 - HOUR, correctsId: "f1", reason: "Lu au journal" });
    expect(factIssues(corrected, [occurred, aware], NOW)).toEqual([]);
    const moved = stated("aware", { at: T0 - HOUR, correctsId: "f2", reason: "Appel retrouvé" });
    expect(factIssues(moved, [occurred, aware], NOW)).toEqual([]);
  });
});
