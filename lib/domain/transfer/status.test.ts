import { expect, it, test } from "vitest";
import { projectTransfer } from "./projection";
import { transferStatusOn } from "./status";
import { assessed } from "./transfer.fixture";

const ON = "2026-11-26";
const statusOf = (...args: Parameters<typeof assessed>) =>
  transferStatusOn({ state: "running", ...projectTransfer(assessed(...args)) }, ON);

test.each<[string, Parameters<typeof assessed>, string]>([
  ["a whole file", [], "complete"],
  ["no assessment yet", [{ assessment: { assessedOn: null } }], "incomplete"],
  ["clauses of 28(7) alone", [{ tool: { tool: "scc-2021-915" } }], "barred"],
  ["nothing relied on", [{ tool: { tool: null } }], "barred"],
  ["an assessment that says no", [{ assessment: { conclusion: "not-equivalent" } }], "barred"],
  ["a review that has passed", [{ assessment: { nextReviewOn: "2026-11-25" } }], "review-due"],
  ["a Member State", [{ importer: { country: "PT" }, tool: { tool: null } }], "inside"],
])("%s is %s", (_, args, expected) => {
  expect(statusOf(...args)).toBe(expected);
});

it("says first what was decided: a transfer that was stopped is not judged", () => {
  const columns = projectTransfer(assessed({ tool: { tool: null } }));
  expect(transferStatusOn({ state: "suspended", ...columns }, ON)).toBe("suspended");
  expect(transferStatusOn({ state: "ended", ...columns }, ON)).toBe("ended");
});

it("keeps beside the document what lists ask", () => {
  expect(projectTransfer(assessed({ tool: { module: null }, assessment: { nextReviewOn: null } }))).toEqual({
    importerName: "Zellij Contact SARL",
    country: "MA",
    tool: "scc-2021-914",
    nextReviewOn: null,
    requiredGaps: 1,
    advisableGaps: 1,
    gapCodes: ["module-missing"],
    rulesVersion: 5,
  });
});
