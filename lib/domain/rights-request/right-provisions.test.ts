import { describe, expect, it } from "vitest";
import { applicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { rightProvisions } from "./right-provisions";

const lawsOf = (stated: Partial<LawFacts>) =>
  applicableLaws(
    { country: null, establishments: [], targeting: "no", targetCountries: [], ...stated },
    { on: "2026-12-01" },
  );
const provisions = (stated: Partial<LawFacts>) =>
  rightProvisions("access", lawsOf(stated)).map(({ law, article }) => `${article} ${law}`);

describe("provisions of a right", () => {
  it("are those of the laws of the controller alone", () => {
    expect(provisions({ country: "FR" })).toEqual(["15 gdpr"]);
    expect(provisions({ country: "GB" })).toEqual(["15 uk-gdpr"]);
    expect(provisions({ country: "CH" })).toEqual(["25 swiss-fadp"]);
    expect(provisions({ country: "MA" })).toEqual(["7 law-09-08"]);
    expect(provisions({ country: "MA", establishments: ["FR"] })).toEqual(["15 gdpr", "7 law-09-08"]);
    expect(provisions({ country: "US" })).toEqual([]);
  });

  it("name the law that an unanswered question leaves open", () => {
    expect(provisions({ country: "CH", targeting: "" })).toEqual(["15 gdpr", "25 swiss-fadp"]);
  });

  it("name the GDPR and law 09-08 while no controller is known", () => {
    expect(rightProvisions("access", null).map(({ law }) => law)).toEqual(["gdpr", "law-09-08"]);
  });
});
