import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { instantAt } from "@/lib/domain/time/zones";
import { controllerClock, relayClock } from "./clocks";
import { FACT_KINDS, type Fact, type FactKind } from "./facts";
import { foldRequest } from "./file";
import { timelinessOf, type Timeliness } from "./timeliness";

const FRANCE = calendarOf({ country: "FR", address: "Lyon" }, { announced: [], from: "2026-09-01" });
const at = (day: string, hour = "10:00") => instantAt("Europe/Paris", day, hour);
const RECEIVED = at("2026-09-01");

type Step = readonly [FactKind, string];

function judge(steps: readonly Step[], { hours, now }: { hours: number | null; now: string }): Timeliness[] {
  return judgeFacts(
    steps.map(([kind, day]) => [kind, at(day)] as const),
    hours,
    at(now),
  );
}

function judgeFacts(steps: readonly (readonly [FactKind, number])[], hours: number | null, now: number) {
  const facts = steps.map(([kind, instant], index): Fact => {
    const value = kind === "placed" ? { controllerId: "c" } : {};
    const number = index + 1;
    return { id: `f${number}`, number, kind, value, at: instant, recordedAt: instant, authorName: "" };
  });
  const file = foldRequest(facts);
  const terms = { contractId: "k", reference: "C-1", rule: null, hours, days: null };
  const { announcedAt, doubts } = file;
  const receipts = { processorAt: RECEIVED, controllerAt: null };
  const clock =
    file.controllerId === null ? null : controllerClock(receipts, { announcedAt, doubts }, FRANCE);
  return timelinessOf({ file, relay: relayClock(RECEIVED, terms), clock }, now);
}

const PLACED: Step = ["placed", "2026-09-01"];
const RELAYED: Step = ["relayed", "2026-09-02"];
const ANNOUNCED: Step = ["extension-announced", "2026-09-30"];

const NOT_TOGETHER: Timeliness[] = [
  ...(["answered-in-month", "answered-late", "not-reached", "not-reached-late", "overdue"] as const),
];

describe("timelinessOf", () => {
  it.each<[string, Step[], number | null, string, Timeliness[]]>([
    ["nobody's, long after its month", [], 24, "2026-12-01", []],
    ["placed, within its term", [PLACED], 48, "2026-09-02", []],
    ["not relayed after its term", [PLACED], 24, "2026-09-03", ["relayed-late"]],
    ["relayed at its term", [PLACED, RELAYED], 24, "2026-09-03", ["relayed-in-time"]],
    ["relayed after it", [PLACED, RELAYED], 23, "2026-09-03", ["relayed-late"]],
    ["relayed without a term", [PLACED, RELAYED], null, "2026-09-03", ["relayed-no-term"]],
    ["open past the date", [PLACED, RELAYED], 24, "2026-10-02", ["relayed-in-time", "overdue"]],
    ["open on the date", [PLACED, RELAYED], 24, "2026-10-01", ["relayed-in-time"]],
    [
      "extended in time",
      [PLACED, RELAYED, ANNOUNCED],
      24,
      "2026-10-02",
      ["relayed-in-time", "extended-in-time"],
    ],
    [
      "extended too late",
      [PLACED, RELAYED, ["extension-announced", "2026-10-02"]],
      24,
      "2026-10-02",
      ["relayed-in-time", "overdue"],
    ],
    [
      "answered in its month",
      [PLACED, RELAYED, ["instructed", "2026-09-10"], ["answered", "2026-10-01"]],
      24,
      "2027-01-01",
      ["relayed-in-time", "answered-in-month"],
    ],
    [
      "confirmed to its controller, of which no answer is known",
      [PLACED, RELAYED, ["instructed", "2026-09-10"], ["confirmed", "2026-09-20"]],
      24,
      "2026-09-21",
      ["relayed-in-time", "answer-unknown"],
    ],
    [
      "answered after it",
      [PLACED, RELAYED, ["instructed", "2026-09-10"], ["answered", "2026-10-02"]],
      24,
      "2027-01-01",
      ["relayed-in-time", "answered-late"],
    ],
    [
      "answered in the extension",
      [PLACED, RELAYED, ANNOUNCED, ["instructed", "2026-10-10"], ["answered", "2026-11-02"]],
      24,
      "2027-01-01",
      ["relayed-in-time", "extended-in-time"],
    ],
    [
      "refused, which nobody told the person",
      [PLACED, RELAYED, ["refused", "2026-09-20"]],
      24,
      "2027-01-01",
      ["relayed-in-time", "refused", "answer-unknown", "overdue"],
    ],
    [
      "refused, then instructed",
      [PLACED, RELAYED, ["refused", "2026-09-20"], ["instructed", "2026-09-21"]],
      24,
      "2027-01-01",
      ["relayed-in-time", "overdue"],
    ],
    [
      "whose person could not be reached, as was found in its month",
      [PLACED, RELAYED, ["not-reached", "2026-10-01"], ["closed", "2026-10-02"]],
      24,
      "2027-01-01",
      ["relayed-in-time", "not-reached"],
    ],
    [
      "whose person could not be reached, as was found after it",
      [PLACED, RELAYED, ["not-reached", "2026-10-02"]],
      24,
      "2027-01-01",
      ["relayed-in-time", "not-reached-late"],
    ],
    [
      "whose person could not be reached, and was answered late since",
      [PLACED, RELAYED, ["not-reached", "2026-09-20"], ["answered", "2026-10-02"]],
      24,
      "2027-01-01",
      ["relayed-in-time", "answered-late"],
    ],
    [
      "closed without an answer",
      [PLACED, RELAYED, ["closed", "2026-09-20"]],
      24,
      "2027-01-01",
      ["relayed-in-time", "answer-unknown"],
    ],
  ])("of a request %s", (_what, steps, hours, now, codes) => {
    expect(judge(steps, { hours, now })).toEqual(codes);
  });

  it("never says two things of one relay, nor of one answer, and no later instant takes back a lateness", () => {
    const instant = fc.integer({ min: RECEIVED, max: at("2027-06-01") });
    const steps = fc.array(fc.tuple(fc.constantFrom(...FACT_KINDS), instant), { maxLength: 8 });
    const hours = fc.option(fc.integer({ min: 1, max: 720 }));
    const only = (codes: Timeliness[], among: Timeliness[]) => codes.filter((code) => among.includes(code));
    fc.assert(
      fc.property(steps, hours, instant, instant, (taken, term, one, other) => {
        const [now, later] = one < other ? [one, other] : [other, one];
        const codes = judgeFacts(taken, term, now);
        expect(only(codes, ["relayed-in-time", "relayed-late", "relayed-no-term"]).length).toBeLessThan(2);
        expect(only(codes, NOT_TOGETHER).length).toBeLessThan(2);
        expect(judgeFacts(taken, term, later)).toEqual(expect.arrayContaining(codes));
      }),
    );
  });
});
