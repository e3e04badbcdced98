import { describe, expect, it } from "vitest";
import { applicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { answerClocks } from "./answer-clocks";
import type { Fact } from "./facts";
import { firstDue, isOverdue } from "./first-due";
import { foldRequest } from "./file";
import { clearPeriod } from "./periods";
import { hasClearDays, law0908Reason } from "./rights";

const RECEIVED = Date.parse("2026-11-19T22:40:00Z");
const FILE = foldRequest([]);

function dueOf(country: string, rights: readonly string[], stated: Partial<LawFacts> = {}) {
  const facts = { country, establishments: [], targeting: "", targetCountries: [], ...stated } as LawFacts;
  const laws = applicableLaws(facts, { on: "2026-11-19", processorCountries: ["MA"] });
  const calendar = calendarOf({ country, address: "" }, { announced: [], from: "2026-11-19" });
  const clocks = answerClocks({ processorAt: RECEIVED, controllerAt: null }, FILE, {
    clientRole: "controller",
    laws,
    rights,
    calendar,
  });
  const clear = hasClearDays(rights, law0908Reason(laws)) ? clearPeriod(RECEIVED) : null;
  return firstDue({ clocks, clear, file: FILE });
}

describe("firstDue", () => {
  it("gives the ten clear days to rectification of a controller in Morocco alone", () => {
    expect(dueOf("MA", ["rectification"])).toMatchObject({ lastDay: "2026-11-30", by: "clear-days" });
    expect(dueOf("MA", ["erasure"])?.by).not.toBe("clear-days");
    for (const country of ["FR", "GB", "BE"])
      expect(dueOf(country, ["rectification", "erasure"])?.by).not.toBe("clear-days");
  });

  it("gives the stricter month, marked as such, where nobody said whether the law applies", () => {
    expect(dueOf("MA", ["access"])).toMatchObject({ by: "gdpr", isPresumed: true });
    expect(dueOf("MA", ["access"], { targeting: "no" })).toBeNull();
  });

  it("gives the month of a law that applies for sure", () => {
    expect(dueOf("FR", ["access"])).toMatchObject({ by: "gdpr", isPresumed: false });
  });
});

describe("isOverdue", () => {
  const later = Date.parse("2027-03-01T09:00:00Z");
  const fact = (kind: Fact["kind"]): Fact => ({
    id: kind,
    number: 1,
    kind,
    value: {},
    at: RECEIVED,
    recordedAt: RECEIVED,
    authorName: "",
  });

  it("is said of a term that a law sets for sure, and of none that an unanswered question alone would set", () => {
    expect(isOverdue(dueOf("FR", ["access"]), FILE, later)).toBe(true);
    expect(isOverdue(dueOf("FR", ["access"]), FILE, RECEIVED)).toBe(false);
    expect(isOverdue(dueOf("MA", ["rectification"]), FILE, later)).toBe(true);
    expect(isOverdue(dueOf("MA", ["access"]), FILE, later)).toBe(false);
    expect(isOverdue(null, FILE, later)).toBe(false);
  });

  it.each(["answered", "not-reached", "not-ours"] as const)("is said of none that is %s", (kind) => {
    expect(isOverdue(dueOf("FR", ["access"]), foldRequest([fact(kind)]), later)).toBe(false);
  });
});
