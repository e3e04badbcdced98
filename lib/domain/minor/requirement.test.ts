import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { minorRequirement, type MinorFacts } from "./requirement";
import { verificationFor } from "./verification";

const DAY = "2026-11-28";
const engaged: MinorFacts = {
  country: "FR",
  born: 14,
  isByConsent: true,
  isOnlineService: true,
  isCounselling: false,
};
const judged = (changes: Partial<MinorFacts> = {}, day = DAY) =>
  minorRequirement({ ...engaged, ...changes }, day);

test.each<[Partial<MinorFacts>, object]>([
  [{}, { kind: "joint", threshold: 15 }],
  [{ country: "RE" }, { kind: "joint", threshold: 15 }],
  [{ born: 15 }, { kind: "alone", threshold: 15 }],
  [
    { country: "DE", born: 15 },
    { kind: "parental", threshold: 16 },
  ],
  [
    { country: null, born: 15 },
    { kind: "parental", threshold: 16, isAssumed: true },
  ],
  [
    { country: null, born: 16 },
    { kind: "alone", threshold: 16, isAssumed: true },
  ],
  [{ isByConsent: false }, { kind: "not-engaged", reason: "other-basis" }],
  [{ isOnlineService: false }, { kind: "not-engaged", reason: "no-online-service" }],
  [
    { isOnlineService: false, isByConsent: null },
    { kind: "not-engaged", reason: "no-online-service" },
  ],
  [{ country: "MA" }, { kind: "not-engaged", reason: "outside" }],
  [{ isCounselling: true }, { kind: "counselling" }],
  [{ born: null }, { kind: "unknown", missing: ["born"] }],
  [
    { isByConsent: null, isOnlineService: null },
    { kind: "unknown", missing: ["isByConsent", "isOnlineService"] },
  ],
])("%j: %j", (changes, requirement) => {
  expect(judged(changes)).toMatchObject(requirement);
});

describe("across a birthday", () => {
  test.each([
    ["2011-11-29", "joint", "2026-11-29"],
    ["2011-11-28", "alone", undefined],
    ["2012-02-29", "joint", "2027-03-01"],
  ])("born on %s: %s", (born, kind, aloneFrom) => {
    const found = judged({ born });
    expect(found.kind).toBe(kind);
    expect("aloneFrom" in found ? found.aloneFrom : undefined).toBe(aloneFrom);
  });
});

describe("across a change of law", () => {
  test.each([
    ["2023-12-31", "alone"],
    ["2024-01-01", "parental"],
  ])("a Danish child of thirteen on %s: %s", (day, kind) => {
    expect(judged({ country: "DK", born: 13 }, day).kind).toBe(kind);
  });

  it("tells the day by the law that will hold then", () => {
    // Twelve in 2023, when thirteen was enough; thirteen in 2024, when it is not.
    expect(judged({ country: "DK", born: "2011-06-15" }, "2023-12-31")).toMatchObject({
      kind: "parental",
      aloneFrom: "2026-06-15",
    });
  });
});

const birthdates = fc
  .date({ min: new Date("2004-01-01T00:00:00Z"), max: new Date("2020-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it("lets a child decide alone from the day it names, and not the day before", () => {
  fc.assert(
    fc.property(birthdates, fc.constantFrom("FR", "DE", "DK", "BE", null), (born, country) => {
      const now = judged({ country, born }, "2024-06-01");
      if (!("aloneFrom" in now) || now.aloneFrom === null) return;
      expect(judged({ country, born }, now.aloneFrom).kind).toBe("alone");
      expect(judged({ country, born }, addDaysToDay(now.aloneFrom, -1)).kind).not.toBe("alone");
    }),
  );
});

it("asks for no parent where a fact that article 8 needs is not there", () => {
  const maybe = fc.constantFrom(true, false, null);
  fc.assert(
    fc.property(maybe, maybe, fc.constantFrom(null, 8, 14, 15, 20), (isByConsent, isOnlineService, born) => {
      const { kind } = judged({ isByConsent, isOnlineService, born });
      const asks = kind === "joint" || kind === "parental";
      expect(asks).toBe(isByConsent === true && isOnlineService === true && born !== null && born < 15);
    }),
  );
});

it("verifies by stronger means where the risk is high or unknown", () => {
  expect(verificationFor("low")).toEqual(["declaration-email"]);
  expect(verificationFor(null)).toEqual(verificationFor("high"));
});
