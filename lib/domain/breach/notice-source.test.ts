import { describe, expect, it } from "vitest";
import { noticeSourceOf, type StatedFact } from "./notice-source";

const AT = Date.UTC(2026, 10, 24, 15, 30);
let number = 0;
const fact = (kind: string, value: object, more: Partial<StatedFact> = {}): StatedFact => {
  number += 1;
  return { id: `f${number}`, number, kind, value, at: null, controllerId: null, correctsId: null, ...more };
};
const sourceOf = (facts: StatedFact[]) =>
  noticeSourceOf(facts, { controllerId: "own", isSole: false, awareAt: AT }, ({ code, text }) =>
    `${code} ${text}`.trim(),
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
