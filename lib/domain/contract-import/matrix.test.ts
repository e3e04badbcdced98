import { expect, test } from "vitest";
import { answers, caseOf, contractWith } from "@/lib/domain/contract/contract.fixture";
import { matrixRow } from "./matrix";

const { clauses } = contractWith().content.deed;

test.each([
  ["what was read of each", { clauses: { ...clauses, ...answers("absent", ["K12"]) } }, "K12", "absent"],
  ["nothing of what is not asked", { instruments: { scc914Option: "specific" as const } }, "K14", null],
  ["a tool that opens no transfer", { instruments: { scc914: false, scc915: true } }, "K25", "insufficient"],
  ["advice as no fault", { terms: { objectionDays: null } }, "K14", "present"],
] as const)("a row says %s", (_what, change, id, cell) => {
  expect(matrixRow(caseOf(contractWith(change)))[id]).toBe(cell);
});
