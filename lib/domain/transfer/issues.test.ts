import { expect, test } from "vitest";
import { TRANSFER_SECTIONS } from "./content";
import { sectionIssue } from "./issues";
import { transferWith } from "./transfer.fixture";

const TODAY = "2026-11-26";

test.each<[string, Parameters<typeof transferWith>[0], string[]]>([
  ["nothing of a whole file", {}, []],
  ["the Privacy Shield", { tool: { tool: "privacy-shield" } }, ["tool: tool transfer.privacyShield"]],
  [
    "the Privacy Shield of an American importer",
    { importer: { country: "US" }, tool: { tool: "privacy-shield" } },
    ["tool: tool transfer.privacyShield"],
  ],
  [
    "an adequacy of Morocco, from either side",
    { tool: { tool: "adequacy" } },
    ["importer: country transfer.notAdequate", "tool: tool transfer.notAdequate"],
  ],
  ["nothing of an adequacy of Japan", { importer: { country: "JP" }, tool: { tool: "adequacy" } }, []],
  ["nothing of an adequacy of nowhere yet", { importer: { country: null }, tool: { tool: "adequacy" } }, []],
  ["nothing of clauses of 28(7) alone, which are a gap", { tool: { tool: "scc-2021-915" } }, []],
  ["a signature to come", { tool: { signedOn: "2026-11-27" } }, ["tool: signedOn transfer.future"]],
  [
    "an assessment to come",
    { assessment: { assessedOn: "2026-11-27" } },
    ["assessment: assessedOn transfer.future"],
  ],
  [
    "a review before what it reviews",
    { assessment: { nextReviewOn: "2026-01-10" } },
    ["assessment: nextReviewOn transfer.reviewTooEarly"],
  ],
])("refuses %s", (_, change, expected) => {
  const content = transferWith(change);
  const issues = TRANSFER_SECTIONS.flatMap((section) => {
    const issue = sectionIssue(content, section, TODAY);
    return issue ? [`${section}: ${issue.path} ${issue.key}`] : [];
  });
  expect(issues).toEqual(expected);
});
