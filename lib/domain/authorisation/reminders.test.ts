import { describe, expect, it } from "vitest";
import { answerKey, planAnswers } from "./reminders";
import type { StoredAuthorisation } from "./request-status";

const asked = (stated: Partial<StoredAuthorisation> = {}): StoredAuthorisation => ({
  regime: "specific",
  state: "submitted",
  receivedAt: Date.parse("2026-11-04T09:00:00Z"),
  days: 10,
  lapsesAt: null,
  zone: "Europe/Paris",
  holidays: new Set(),
  ...stated,
});
const plan = (instant: string, stated: Partial<StoredAuthorisation> = {}, sent: readonly string[] = []) =>
  planAnswers([{ id: "a", asked: asked(stated) }], new Set(sent), Date.parse(instant));

// Its last day is 14 November, a Saturday, until 23:00Z.
describe("planAnswers", () => {
  it.each([
    ["2026-11-06T08:00:00Z", []],
    ["2026-11-07T08:00:00Z", [["answer", 7, 7]]],
    ["2026-11-10T08:00:00Z", [["answer", 7, 4]]],
    ["2026-11-11T08:00:00Z", [["answer", 3, 3]]],
    ["2026-11-13T08:00:00Z", [["answer", 1, 1]]],
    ["2026-11-14T22:59:00Z", [["answer", 0, 0]]],
    ["2026-11-14T23:00:00Z", [["expired", 0, 0]]],
    ["2027-01-01T08:00:00Z", [["expired", 0, 0]]],
  ])("at %s: %j", (instant, expected) => {
    const due = plan(instant).map(({ kind, threshold, daysLeft }) => [kind, threshold, daysLeft]);
    expect(due).toEqual(expected);
  });

  it.each([
    [5, "2026-11-04T10:00:00Z", []],
    [5, "2026-11-06T08:00:00Z", [3]],
    [7, "2026-11-05T08:00:00Z", []],
    [8, "2026-11-05T08:00:00Z", [7]],
    [1, "2026-11-04T10:00:00Z", []],
    [1, "2026-11-05T08:00:00Z", [0]],
  ])("of %i days, at %s: %j", (days, instant, thresholds) => {
    expect(plan(instant, { days }).map(({ threshold }) => threshold)).toEqual(thresholds);
  });

  it.each<[string, Partial<StoredAuthorisation>]>([
    ["a general one does not expire", { regime: "general", state: "notified" }],
    ["decided", { state: "approved" }],
    ["not received", { receivedAt: null }],
    ["no period agreed", { days: null }],
  ])("%s", (_, stated) => {
    expect(plan("2026-12-01T08:00:00Z", stated)).toEqual([]);
  });

  it("tells nothing twice", () => {
    const [reminder] = plan("2026-11-11T08:00:00Z");
    expect(plan("2026-11-11T08:00:00Z", {}, [answerKey(reminder!)])).toEqual([]);
  });
});
