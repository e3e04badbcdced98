import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { authorisationStatus, refusedAuthorisation } from "./authorisation";
import { VERIFICATION_MEANS } from "./verification";

const DAY = "2026-11-28";
const child = { country: "FR", born: "2014-05-10" };
const given = { day: DAY, risk: "low", means: "declaration-email" } as const;

describe("an authorisation", () => {
  it.each<[object, object, string | null]>([
    [{}, {}, null],
    [{ country: null }, {}, null],
    [{}, { means: "call-back" }, null],
    [{}, { risk: "high" }, "means"],
    [{}, { risk: "high", means: "payment" }, null],
    [{ born: "2011-11-28" }, {}, "notNeeded"],
    [{ born: "2011-11-29" }, {}, null],
    [{ country: "MA" }, {}, "outside"],
    [{}, { day: "2018-05-24" }, "outside"],
  ])("of %j given %j: %s", (changes, stated, refusal) => {
    expect(refusedAuthorisation({ ...child, ...changes }, { ...given, ...stated })).toBe(refusal);
  });

  it("holds together with the child in France, and alone elsewhere, until the child decides", () => {
    expect(authorisationStatus(child, DAY)).toEqual({
      kind: "holds",
      isJoint: true,
      aloneFrom: "2029-05-10",
    });
    expect(authorisationStatus({ ...child, country: "DE" }, DAY)).toEqual({
      kind: "holds",
      isJoint: false,
      aloneFrom: "2030-05-10",
    });
    expect(authorisationStatus(child, "2029-05-09").kind).toBe("holds");
    expect(authorisationStatus(child, "2029-05-10")).toEqual({ kind: "lapsed" });
  });

  it("comes to hold again where the law raises the age", () => {
    const danish = { country: "DK", born: "2010-06-15" };
    expect(authorisationStatus(danish, "2023-12-31").kind).toBe("lapsed");
    expect(authorisationStatus(danish, "2024-01-01").kind).toBe("holds");
  });

  it("lapses on the day that it names, and not the day before", () => {
    const births = fc
      .date({ min: new Date("2012-01-01"), max: new Date("2024-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(births, fc.constantFrom("FR", "DE", "ES", "BE", null), (born, country) => {
        const found = authorisationStatus({ country, born }, DAY);
        if (found.kind === "lapsed" || found.aloneFrom === null) return;
        expect(authorisationStatus({ country, born }, found.aloneFrom).kind).toBe("lapsed");
        expect(authorisationStatus({ country, born }, addDaysToDay(found.aloneFrom, -1)).kind).toBe("holds");
      }),
    );
  });

  it("is verified by stronger means than a declaration where the risk is high", () => {
    const enough = VERIFICATION_MEANS.filter(
      (means) => refusedAuthorisation(child, { ...given, risk: "high", means }) === null,
    );
    expect(enough).toEqual(["call-back", "payment", "electronic-identity"]);
  });
});
