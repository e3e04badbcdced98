import { describe, expect, it } from "vitest";
import { emptyContent } from "@/lib/domain/contract/content";
import { agreedOn } from "./agreed";

const contract = (
  id: string,
  terms: { authorisation?: "specific" | "general" | null; objectionDays?: number | null } = {},
  dates: { effectiveOn?: string; endedOn?: string } = {},
  endsOn: string | null = null,
) => {
  const content = emptyContent();
  const { deed: contractTerms } = content;
  return {
    id,
    signedOn: "2026-01-05",
    effectiveOn: "2026-02-01",
    noticeGivenOn: null,
    endedOn: null,
    ...dates,
    content: {
      ...content,
      deed: {
        ...contractTerms,
        term: { ...contractTerms.term, endsOn },
        terms: { ...contractTerms.terms, ...terms },
      },
    },
  };
};
const general = { authorisation: "general", objectionDays: 30 } as const;
const none = { contractId: null, regime: "specific", days: null };

describe("agreedOn", () => {
  it.each([
    ["no contract", [], none],
    ["not in force yet", [contract("a", general, { effectiveOn: "2026-12-01" })], none],
    ["ended", [contract("a", general, { endedOn: "2026-11-26" })], none],
    [
      "on its last day",
      [contract("a", general, {}, "2026-11-26")],
      { contractId: "a", regime: "general", days: 30 },
    ],
    ["expired, and not renewed", [contract("a", general, {}, "2026-11-25")], none],
    ["silent: a yes for each", [contract("a")], { contractId: "a", regime: "specific", days: null }],
    ["general", [contract("a", general)], { contractId: "a", regime: "general", days: 30 }],
    [
      "the strictest of several",
      [contract("a", general), contract("b", { authorisation: "specific", objectionDays: 10 })],
      { contractId: "b", regime: "specific", days: 10 },
    ],
    [
      "the longest of several alike",
      [contract("a", general), contract("b", { authorisation: "general", objectionDays: 45 })],
      { contractId: "b", regime: "general", days: 45 },
    ],
    [
      "none agreed is the longest of all",
      [contract("a", general), contract("b", { authorisation: "general" })],
      { contractId: "b", regime: "general", days: null },
    ],
  ])("%s", (_, contracts, expected) => expect(agreedOn(contracts, "2026-11-26")).toEqual(expected));

  it("goes by the standard clauses that were signed on their own, whatever the contract says", () => {
    const apart = { regime: "specific" as const, days: 14, signedOn: "2026-02-01" };
    expect(agreedOn([contract("a", general)], "2026-11-26", [apart])).toEqual({
      contractId: "a",
      regime: "specific",
      days: 14,
    });
    expect(agreedOn([], "2026-11-26", [apart])).toEqual(none);
  });
});
