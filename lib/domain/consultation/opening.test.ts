import { describe, expect, it } from "vitest";
import { consultationContentSchema } from "./content";
import { decide, eventsFrom } from "./lifecycle";
import { lacksOf, OPENING_LACKS } from "./opening";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { areContactsOver, lastContactDay } from "./retention";
import { warningsOf } from "./warnings";

const TODAY = "2026-12-10";
const words = { fr: "Oui ?", en: "Yes?", ar: "نعم؟" };
const calls = { act: "telephone" as const, purpose: "Fibre", country: "", ...words };
const whole = {
  refusals: [],
  firstDay: "2026-12-10",
  lastDay: "2026-12-10",
  months: 12,
  questions: [calls],
};

describe("what a consultation lacks before it is opened", () => {
  it.each<[string, Partial<Parameters<typeof lacksOf>[0]>, string[]]>([
    ["whole", {}, []],
    ["no instruction", { refusals: null }, ["instruction"]],
    ["an instruction that was withdrawn", { refusals: ["Ended"] }, ["ended"]],
    ["an instruction of which nobody said what it is about", { refusals: ["KindUnsaid"] }, ["kind-unsaid"]],
    [
      "an instruction to erase, later, that nobody examined",
      { refusals: ["Unexamined", "ToCome", "OtherKind"] },
      ["unexamined", "to-come", "kind-other"],
    ],
    ["no last day", { lastDay: null }, ["days"]],
    ["a last day that is past", { lastDay: "2026-12-09" }, ["past"]],
    ["no duration", { months: null }, ["months"]],
    ["no question", { questions: [] }, ["questions"]],
    ["a question about nothing", { questions: [{ ...calls, act: null }] }, ["act"]],
    ["a transfer to no country", { questions: [{ ...calls, act: "transfer" }] }, ["country"]],
    ["a question for no purpose", { questions: [{ ...calls, purpose: " " }] }, ["purpose"]],
    ["a question without Arabic", { questions: [{ ...calls, ar: " " }] }, ["wording"]],
    ["the same question twice", { questions: [calls, { ...calls, fr: "Vraiment ?" }] }, ["twice"]],
    ["two questions", { questions: [calls, { ...calls, purpose: "Presse" }] }, []],
  ])("%s", (_, changes, expected) => {
    expect(lacksOf({ ...whole, ...changes }, TODAY)).toEqual(expected);
  });

  it("is much of one that was just begun", () => {
    const begun = { ...consultationContentSchema.parse({}), refusals: null };
    expect(lacksOf(begun, TODAY)).toEqual(["instruction", "days", "months", "questions"]);
    expect(OPENING_LACKS).toHaveLength(19);
  });
});

describe("the life of a consultation", () => {
  it.each([
    ["draft", ["open", "revoke"]],
    ["open", ["close", "revoke"]],
    ["closed", []],
    ["revoked", []],
  ] as const)("goes on from %s by %o", (state, events) => {
    expect(eventsFrom(state)).toEqual(events);
  });

  it("needs a reason to be revoked alone", () => {
    const on = { on: TODAY, reason: "" };
    expect(decide("open", { kind: "revoke", ...on }, TODAY)).toMatchObject({ key: "reasonMissing" });
    expect(decide("open", { kind: "close", ...on }, TODAY)).toEqual({ ok: true, state: "closed" });
  });
});

describe("warnings before it is sent", () => {
  it.each([
    [["telephone"], ["mail"], ["prospecting"]],
    [["telephone"], ["dialler"], ["prospecting", "call"]],
    [["recording"], ["mail", "dialler"], []],
    [["transfer"], ["dialler"], ["transfer"]],
    [["mail", "transfer"], ["mail"], ["prospecting", "transfer"]],
    [[], ["mail"], []],
  ] as const)("of %o by %o are %o", (acts, channels, expected) => {
    const warnings = warningsOf(
      acts.map((act) => ({ act, purpose: "Énergie" })),
      channels,
    );
    expect(warnings.map(({ warning }) => warning)).toEqual(expected);
  });

  it.each([
    ["telephone", "", true],
    ["mail", "", true],
    ["mail", "Énergie", false],
    ["recording", "", false],
  ] as const)("of %s for the purpose %o ask for a purpose: %s", (act, purpose, isAsked) => {
    const warnings = warningsOf([{ act, purpose }], ["mail"]).map(({ warning }) => warning);
    expect(warnings.includes("purpose")).toBe(isAsked);
  });
});

describe("contacts", () => {
  it.each([
    [{ state: "closed", lastDay: "2026-12-31", endedOn: "2026-11-10" }, TODAY, false],
    [{ state: "closed", lastDay: "2026-12-31", endedOn: "2026-11-09" }, TODAY, true],
    [{ state: "open", lastDay: "2026-11-09", endedOn: null }, TODAY, true],
    [{ state: "open", lastDay: "2026-11-10", endedOn: null }, TODAY, false],
    [{ state: "draft", lastDay: "2026-01-01", endedOn: null }, TODAY, false],
  ] as const)("of %o on %s are over: %s", (of, today, expected) => {
    expect(areContactsOver({ ...of, contactDays: 30 }, today)).toBe(expected);
  });

  it.each([
    [0, "2026-11-10"],
    [1, "2026-11-11"],
    [90, "2027-02-08"],
  ])("that serve %i days serve until %s", (contactDays, last) => {
    const ending = { state: "closed", lastDay: null, endedOn: "2026-11-10", contactDays } as const;
    expect(lastContactDay(ending)).toBe(last);
    expect(areContactsOver(ending, last)).toBe(false);
    expect(areContactsOver(ending, addDaysToDay(last, 1))).toBe(true);
  });

  it("serve without an end while none is known", () => {
    expect(lastContactDay({ state: "draft", lastDay: null, endedOn: null, contactDays: 30 })).toBeNull();
  });
});
