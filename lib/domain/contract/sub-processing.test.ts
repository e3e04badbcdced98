import { describe, expect, it } from "vitest";
import { makeTerms } from "./contract.fixture";
import { subProcessingOf, type FilledClause } from "./sub-processing";

type Regime = "specific" | "general" | null;
const contractTerms = (
  own: [regime: Regime, days: number | null],
  clause: [regime: Regime, days: number | null] | null,
  signedOn: string | null = "2026-01-01",
) =>
  makeTerms({
    terms: { authorisation: own[0], objectionDays: own[1] },
    instruments: {
      scc914: clause !== null,
      scc914SignedOn: signedOn,
      scc914Option: clause?.[0] ?? null,
      scc914Days: clause?.[1] ?? null,
    },
  });
const periodOf = (of: ReturnType<typeof contractTerms>, apart: readonly FilledClause[] = []) => {
  const { regime, days, by, setAside } = subProcessingOf(of, "2026-11-24", apart);
  return [regime, days, by.regime, by.days, setAside.regime, setAside.days];
};

describe("what is agreed of sub-processors", () => {
  it.each([
    [
      "the contract alone",
      contractTerms(["general", 15], null),
      ["general", 15, "contract", "contract", null, null],
    ],
    [
      "the clauses alone",
      contractTerms([null, null], ["general", 30]),
      ["general", 30, "clauses", "clauses", null, null],
    ],
    [
      "both alike",
      contractTerms(["general", 30], ["general", 30]),
      ["general", 30, "clauses", "clauses", null, null],
    ],
    [
      "a shorter period in the contract",
      contractTerms(["general", 8], ["general", 30]),
      ["general", 30, "clauses", "clauses", null, 8],
    ],
    [
      "a longer one",
      contractTerms(["general", 60], ["general", 30]),
      ["general", 30, "clauses", "clauses", null, 60],
    ],
    [
      "another option",
      contractTerms(["general", 15], ["specific", 30]),
      ["specific", 30, "clauses", "clauses", "general", 15],
    ],
    [
      "clauses without their period",
      contractTerms(["general", 15], ["general", null]),
      ["general", 15, "clauses", "contract", null, null],
    ],
    [
      "clauses without their option",
      contractTerms(["general", 15], [null, 20]),
      ["general", 20, "contract", "clauses", null, 15],
    ],
    [
      "no word anywhere",
      contractTerms([null, null], [null, null]),
      [null, null, "contract", "contract", null, null],
    ],
    [
      "clauses signed with the contract",
      contractTerms(["general", 15], ["general", 30], null),
      ["general", 30, "clauses", "clauses", null, 15],
    ],
    [
      "clauses to be signed tomorrow",
      contractTerms(["general", 15], ["specific", 30], "2026-11-25"),
      ["general", 15, "contract", "contract", null, null],
    ],
    [
      "clauses before there were any",
      contractTerms(["general", 15], ["specific", 30], "2020-05-05"),
      ["general", 15, "contract", "contract", null, null],
    ],
  ] as const)("%s", (_case, of, expected) => expect(periodOf(of)).toEqual(expected));

  it.each([
    ["signed", { signedOn: "2026-02-01" }, ["specific", 21, "clauses", "clauses", "general", 15]],
    ["undated", { signedOn: null }, ["general", 15, "contract", "contract", null, null]],
    ["of tomorrow", { signedOn: "2026-11-25" }, ["general", 15, "contract", "contract", null, null]],
  ] as const)("clauses kept as a transfer, %s", (_case, dates, expected) => {
    const apart: FilledClause = { regime: "specific", days: 21, ...dates };
    expect(periodOf(contractTerms(["general", 15], null), [apart])).toEqual(expected);
  });

  it("reads those in the contract first, and of the others what they leave open", () => {
    const apart: FilledClause = { regime: "specific", days: 21, signedOn: "2026-02-01" };
    expect(periodOf(contractTerms([null, null], ["general", null]), [apart]).slice(0, 2)).toEqual([
      "general",
      21,
    ]);
  });
});
