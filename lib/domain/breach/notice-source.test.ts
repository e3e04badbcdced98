import { describe, expect, it } from "vitest";
import { noticeSourceOf, type StatedFact } from "./notice-source";

const AT = Date.UTC(2026, 10, 24, 15, 30);
let number = 0;
const fact = (kind: string, value: object, more: Partial<StatedFact> = {}): StatedFact => {
  number += 1;
  return { id: `f${number}`, number, kind, value, at: null, controllerId: null, correctsId: null, ...more };
};
const sourceOf = (facts: StatedFact[]) =>
  noticeSourceOf(
    facts,
    { controllerId: "own", isSole: false, awareAt: AT },
    {
      protection: ({ code, text }) => `${code} ${text}`.trim(),
      circumstance: ({ code, text }) => `${code}: ${text}`,
    },
  );

describe("noticeSourceOf", () => {
  it("takes the last statement of each kind, of the whole and of one controller's part", () => {
    const { file, share } = sourceOf([
      fact("what-happened", { text: "Une copie" }),
      fact("what-happened", { text: "Deux copies" }),
      fact("persons", { count: 90_000 }),
      fact("persons", { count: 1200 }, { controllerId: "own" }),
      fact("persons", { count: 7 }, { controllerId: "other" }),
      fact("nature", { natures: ["availability", "confidentiality"] }),
      fact("protection", { protection: "pseudonymised", text: "sel gardé" }),
      fact("occurred", { until: AT }, { at: AT - 1000 }),
    ]);
    expect(file).toEqual({
      whatHappened: "Deux copies",
      persons: 90_000,
      natures: ["confidentiality", "availability"],
      protection: "pseudonymised sel gardé",
      occurredFrom: AT - 1000,
      occurredUntil: AT,
      awareAt: AT,
    });
    expect(share).toEqual({ persons: 1200 });
  });

  it("states the circumstance, with the caller's authentication, beside the cause, 33(3)(a)", () => {
    const circumstance = fact("circumstance", {
      circumstance: "impersonation",
      text: "Nom et date de naissance",
    });
    expect(sourceOf([circumstance]).file.cause).toBe("impersonation: Nom et date de naissance");
    expect(sourceOf([circumstance, fact("cause", { text: "Un appel" })]).file.cause).toBe(
      "Un appel\nimpersonation: Nom et date de naissance",
    );
    expect(sourceOf([fact("circumstance", { isUnknown: true })]).file).toEqual({ awareAt: AT });
  });

  it("takes the nature from what a severity states as lost, where nobody stated it", () => {
    const severity = { confidentiality: "unknown-number", integrity: "none" };
    const scored = fact("severity-input", { severity });
    expect(sourceOf([scored]).file.natures).toEqual(["confidentiality"]);
    const stated = fact("nature", { natures: ["availability"] });
    expect(sourceOf([scored, stated]).file.natures).toEqual(["availability"]);
    expect(sourceOf([fact("severity-input", { severity: { integrity: "none" } })]).file).toEqual({
      awareAt: AT,
    });
  });

  it("leaves out what was corrected, withdrawn or said to be unknown", () => {
    const wrong = fact("cause", { text: "Un employé" });
    const { file } = sourceOf([
      wrong,
      fact("cause", { isWithdrawn: true }, { correctsId: wrong.id }),
      fact("persons", { isUnknown: true }),
      fact("measures", { isUnknown: true }),
    ]);
    expect(file).toEqual({ awareAt: AT });
  });
});
