import { describe, expect, it } from "vitest";
import { answers, caseOf, contractWith } from "./contract.fixture";
import { projectContract } from "./projection";

describe("projectContract", () => {
  it("says the state, the end, the next deadline and the gaps of the day", () => {
    expect(projectContract(caseOf(contractWith(), { on: "2026-07-01" }))).toMatchObject({
      state: "in-force",
      endsOn: "2026-12-31",
      renews: true,
      deadlineOn: "2026-09-30",
      requiredGaps: 0,
      gapCodes: [],
    });
  });

  it("turns to the end once the window for notice has closed", () => {
    expect(projectContract(caseOf(contractWith()))).toMatchObject({ deadlineOn: "2026-12-31", renews: true });
  });

  it("keeps the day of a term that has passed, until the end is recorded", () => {
    const fixed = { term: { renewal: "none" as const } };
    const late = { on: "2027-02-01" };
    expect(projectContract(caseOf(contractWith(fixed), late))).toMatchObject({ deadlineOn: "2026-12-31" });
    const ended = projectContract(caseOf(contractWith(fixed, { endedOn: "2027-01-15" }), late));
    expect(ended).toMatchObject({ state: "ended", endsOn: null, deadlineOn: null });
  });

  it("names the clauses that are missing", () => {
    const { clauses } = contractWith().content.deed;
    const contract = contractWith({ clauses: { ...clauses, ...answers("absent", ["K25"]) } });
    expect(projectContract(caseOf(contract))).toMatchObject({ requiredGaps: 1, gapCodes: ["K25"] });
  });
});
