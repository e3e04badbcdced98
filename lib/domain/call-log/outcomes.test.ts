import { expect, it } from "vitest";
import { codeOf, isStop, outcomeOf } from "./outcomes";

it.each([
  ["ANSWERED", "answered"],
  ["no answer", "unanswered"],
  ["DNC", "objected"],
  ["NI", "refused"],
  ["DNCL", "not-placed"],
  ["Ne plus appeler", "objected"],
  ["NE_PLUS_APPELER", "objected"],
  ["Refusé(e)", "refused"],
  ["Pas intéressé", "refused"],
  ["Sans réponse", "unanswered"],
  ["عدم الاتصال", "objected"],
  ["Refus technique", "unknown"],
  ["RAPPEL", "unknown"],
  ["", "unknown"],
  ["CONSTRUCTOR", "unknown"],
])("%s is %s", (code, outcome) => {
  expect(outcomeOf(codeOf(code), {})).toBe(outcome);
});

it("is what a person decided before what the dialler's maker means", () => {
  expect(outcomeOf("NI", { NI: "answered" })).toBe("answered");
  expect(outcomeOf("STOP", { STOP: "objected" })).toBe("objected");
});

it("is a stop where the person refused or objected", () => {
  expect(["refused", "objected", "answered", "unknown"].map((one) => isStop(one as "refused"))).toEqual([
    ...[true, true, false, false],
  ]);
});
