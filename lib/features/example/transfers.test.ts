import { expect, it } from "vitest";
import { assessTransfer } from "@/lib/domain/transfer/completeness";
import { exampleTransfers } from "./content/transfers";

const TODAY = "2026-11-24";

it.each([
  ["orvelle", []],
  ["calanques", ["period-unsaid", "assessment-missing"]],
  ["nomade", ["opens-no-transfer"]],
  ["lexivox", ["tool-void"]],
  ["archives", []],
  ["nights", ["assessment-missing"]],
  ["rivieres", ["tool-missing"]],
  ["armel", ["unsigned", "assessment-missing"]],
  ["hertzia", []],
  ["lumen", []],
])("the transfer of %s lacks %j", (party, gaps) => {
  const { content } = exampleTransfers(TODAY).find((one) =>
    [one.client, one.subProcessor].includes(party as never),
  )!;
  const named = { ...content, importer: { ...content.importer, name: "Zellij Contact SARL" } };
  const found = assessTransfer({ content: named, binding: "contractual-only", on: TODAY });
  expect(found.map(({ rule }) => rule)).toEqual(gaps);
});

it("says of each what is done at its place", () => {
  expect(exampleTransfers(TODAY).map(({ content }) => content.importer.placeKind)).not.toContain(null);
});
