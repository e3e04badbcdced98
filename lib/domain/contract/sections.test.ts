import { describe, expect, it } from "vitest";
import { amendmentWith, contractWith } from "./contract.fixture";
import { contractOn } from "./in-force";
import { applySection, sectionOf } from "./sections";

const amendment = amendmentWith({ terms: { breachNoticeHours: 48 } }, "2026-05-01");
const contract = contractWith({ amendments: [amendment] });
const edit = (stated: object, of: string | null, section: "terms" | "clauses" = "terms") => ({
  ...contract,
  content: applySection(contract, { section, amendment: of, fields: stated })!,
});

describe("saySection", () => {
  it("says a section of the contract as first signed, and the amendment still stands on it", () => {
    const after = edit({ objectionDays: 10, breachNoticeHours: 12 }, null);
    const hours = (day: string) => contractOn(after, day).contractTerms.terms.breachNoticeHours;
    expect([hours("2026-04-30"), hours("2026-05-01")]).toEqual([12, 48]);
    expect(contractOn(after, "2026-05-01").contractTerms.terms.objectionDays).toBe(10);
  });

  it("keeps in an amendment only what differs from what stood before it", () => {
    const { terms } = contract.content.deed;
    const after = edit({ ...terms, breachNoticeHours: 36, endFateDays: 15 }, amendment.id);
    expect(after.content.amendments[0]!.says).toEqual({ terms: { breachNoticeHours: 36, endFateDays: 15 } });
    const back = edit({ ...terms }, amendment.id);
    expect(back.content.amendments[0]!.says).toEqual({});
  });

  it("leaves alone a clause that the form did not hold", () => {
    const reading = { answer: "absent", place: "", note: "" };
    const after = edit({ K25: reading, K12: undefined }, null, "clauses");
    expect(after.content.deed.clauses.K25).toEqual(reading);
    expect(after.content.deed.clauses.K12.answer).toBe("present");
    expect(edit({ K25: reading }, amendment.id, "clauses").content.amendments[0]!.says).toEqual({
      ...amendment.says,
      clauses: { K25: reading },
    });
  });

  it("knows no amendment of another contract", () => {
    const other = "0192f3a0-0000-7000-8000-ffffffffffff";
    expect(applySection(contract, { section: "terms", amendment: other, fields: {} })).toBeNull();
    expect(sectionOf(contract, "terms", other)).toBeNull();
    expect(sectionOf(contract, "terms", amendment.id)).toMatchObject({ breachNoticeHours: 48 });
  });
});
