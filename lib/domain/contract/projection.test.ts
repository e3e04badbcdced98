import { describe, expect, it } from "vitest";
import { amendmentWith, answers, caseOf, contractWith } from "./contract.fixture";
import { NEVER, projectContract } from "./projection";

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

  it.each([
    // The window for notice, its last day, the renewal.
    ["2026-07-01", {}, {}, null, "2026-10-01"],
    ["2026-11-24", {}, {}, null, "2027-01-01"],
    ["2026-11-24", { term: { renewal: "none" } }, {}, "2026-12-31", "2027-01-01"],
    ["2027-02-01", { term: { renewal: "none" } }, {}, "2026-12-31", NEVER],
    ["2026-11-24", { term: { endsOn: null } }, {}, null, NEVER],
    ["2026-11-24", { term: { endsOn: null } }, { effectiveOn: "2026-12-01" }, null, "2026-12-01"],
    ["2026-11-24", { amendments: [amendmentWith({}, "2026-11-25")] }, {}, null, "2026-11-25"],
  ] as const)(
    "on %s, of %j: says until when it binds, and when to look again",
    (on, change, dates, until, next) => {
      const contract = contractWith(structuredClone(change) as Parameters<typeof contractWith>[0], dates);
      expect(projectContract(caseOf(contract, { on }))).toMatchObject({ bindsUntil: until, changesOn: next });
    },
  );

  it("finds that an expired contract is none, whatever its clauses say", () => {
    const contract = contractWith({ term: { renewal: "none" } });
    const on = (day: string) => projectContract(caseOf(contract, { on: day }));
    expect(on("2026-12-31")).toMatchObject({ state: "in-force", requiredGaps: 0, gapCodes: [] });
    expect(on("2027-01-01")).toMatchObject({ state: "expired", requiredGaps: 1, gapCodes: ["K08"] });
  });

  it("names the clauses that are missing", () => {
    const { clauses } = contractWith().content.deed;
    const contract = contractWith({ clauses: { ...clauses, ...answers("absent", ["K25"]) } });
    expect(projectContract(caseOf(contract))).toMatchObject({ requiredGaps: 1, gapCodes: ["K25"] });
  });
});
