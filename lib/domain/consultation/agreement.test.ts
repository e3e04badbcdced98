import { describe, expect, it } from "vitest";
import type { Choice } from "@/lib/domain/choice/choices";
import { agreedQuestions } from "./agreement";
import { readWithdrawals } from "./answer";

const AT = Date.parse("2027-06-01T10:00:00Z");
const on = (day = "2027-06-01") => ({ at: AT, day });
const questions = [
  { act: "telephone", purpose: "fibre", country: "" },
  { act: "transfer", purpose: "", country: "SN" },
  { act: "mail", purpose: "fibre", country: "" },
] as const;
const choice = (index: 0 | 1 | 2, changes: Partial<Choice> = {}): Choice => ({
  ...questions[index],
  outcome: "allowed",
  decidedAt: Date.parse("2026-12-01T10:00:00Z"),
  validUntil: "2027-11-30",
  ...changes,
});

describe("what was agreed through a link", () => {
  it.each<[string, Choice[], string, number[]]>([
    ["nothing", [], "2027-06-01", []],
    ["an agreement, on its last day", [choice(0)], "2027-11-30", [1]],
    ["an agreement that has run out", [choice(0)], "2027-12-01", []],
    ["one without an end", [choice(1, { validUntil: null })], "2030-01-01", [2]],
    ["a refusal", [choice(0, { outcome: "refused", validUntil: null })], "2027-06-01", []],
    [
      "one that was withdrawn since",
      [choice(0), choice(0, { outcome: "withdrawn", decidedAt: AT - 1, validUntil: null })],
      "2027-06-01",
      [],
    ],
    ["a question that this person was not asked", [choice(2)], "2027-06-01", []],
  ])("%s", (_, choices, day, expected) => {
    expect(agreedQuestions({ asked: [1, 2], questions }, choices, on(day))).toEqual(expected);
  });

  it("is withdrawn, and nothing else is chosen", () => {
    const before = [choice(0)];
    const answers = new Map([
      [1, "refuse"],
      [2, "refuse"],
    ] as const);
    expect(readWithdrawals(answers, { asked: [1, 2], questions }, { before, ...on() })).toEqual([
      { number: 1, outcome: "withdrawn", validUntil: null },
    ]);
    const again = new Map([
      [1, "allow"],
      [2, "allow"],
    ] as const);
    expect(readWithdrawals(again, { asked: [1, 2], questions }, { before, ...on() })).toEqual([]);
  });
});
