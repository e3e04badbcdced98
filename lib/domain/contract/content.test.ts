import { describe, expect, it } from "vitest";
import { contractContentSchema, emptyContent } from "./content";
import { amendmentWith, contractWith } from "./contract.fixture";

describe("contractContentSchema", () => {
  it("reads back what it writes, an amendment with no more than it changes", () => {
    const { content } = contractWith({
      amendments: [
        amendmentWith({ clauses: { K25: { answer: "present", place: "annexe II", note: "" } } }, null),
      ],
    });
    expect(contractContentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
    expect(Object.keys(content.amendments[0]!.says)).toEqual(["clauses"]);
  });

  it("knows nothing of a contract nobody has read", () => {
    const { deed: contractTerms } = contractContentSchema.parse(emptyContent());
    expect(new Set(Object.values(contractTerms.clauses).map(({ answer }) => answer))).toEqual(
      new Set(["unread"]),
    );
    expect(contractTerms.terms).toMatchObject({
      breachNoticeHours: null,
      authorisation: null,
      objectionDays: null,
    });
  });

  it.each([
    { term: { endsOn: "2026-02-30" } },
    { terms: { breachNoticeHours: 0 } },
    { instruments: { scc914Law: "France" } },
  ])("refuses %j", (change) => {
    const { content } = contractWith();
    const [[section, fields]] = Object.entries(change) as [[keyof typeof content.deed, object]];
    const contractTerms = { ...content.deed, [section]: { ...content.deed[section], ...fields } };
    expect(contractContentSchema.safeParse({ ...content, deed: contractTerms }).success).toBe(false);
  });
});
