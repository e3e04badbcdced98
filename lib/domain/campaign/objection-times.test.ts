import { describe, expect, it } from "vitest";
import { personFacts } from "./person-facts";
import { answerOf } from "@/lib/domain/choice/answer";
import { choiceAt, type Choice } from "@/lib/domain/choice/choices";
import { coverOf, type StopTimes } from "@/lib/domain/choice/stop-times";

const PARIS = ["Europe/Paris"] as const;
const times = (stated: Partial<StopTimes>): StopTimes => ({ zones: [...PARIS], ...stated });
const chosen = (outcome: Choice["outcome"], day: string, of: StopTimes | null = null): Choice => ({
  act: "telephone",
  purpose: "",
  country: "",
  outcome,
  decidedAt: Date.parse(`${day}T09:00:00Z`),
  validUntil: null,
  times: of,
});
/** An instant of Paris in winter. */
const at = (when: string) => ({ at: Date.parse(`${when}:00+01:00`), day: when.slice(0, 10) });
const MONDAY = [{ day: 1, from: "18:00", until: "00:00" }];
const TWICE = [
  { day: 1, from: "08:00", until: "10:00" },
  { day: 1, from: "18:00", until: "20:00" },
];
/** Two parts that fill Monday together. */
const FILLED = [
  { day: 1, from: "00:00", until: "12:00" },
  { day: 1, from: "12:00", until: "00:00" },
];
const asked = { act: "telephone", purpose: "", country: "" } as const;

describe("times to which an objection is limited", () => {
  it.each<[string, Partial<StopTimes>, string, boolean]>([
    ["not before 18 h, at 17:59", { from: "00:00", until: "18:00" }, "2026-12-01T17:59", true],
    ["not before 18 h, at 18:00", { from: "00:00", until: "18:00" }, "2026-12-01T18:00", false],
    ["not from 20 h on, at 20:00", { from: "20:00", until: "00:00" }, "2026-12-01T20:00", true],
    ["not from 20 h on, at 19:59", { from: "20:00", until: "00:00" }, "2026-12-01T19:59", false],
    ["only between 18 and 20 h, at noon", { from: "20:00", until: "18:00" }, "2026-12-01T12:00", true],
    ["only between 18 and 20 h, at 19:00", { from: "20:00", until: "18:00" }, "2026-12-01T19:00", false],
    ["not on Saturdays, a Saturday", { days: [6] }, "2026-12-05T11:00", true],
    ["not on Saturdays, a Friday", { days: [6] }, "2026-12-04T11:00", false],
    ["not on Monday after 18 h, at 18:00", { windows: MONDAY }, "2026-12-07T18:00", true],
    ["not on Monday after 18 h, at 17:59", { windows: MONDAY }, "2026-12-07T17:59", false],
    ["not on Monday after 18 h, a Tuesday", { windows: MONDAY }, "2026-12-08T18:00", false],
    ["not on Monday at two parts, in the first", { windows: TWICE }, "2026-12-07T09:59", true],
    ["not on Monday at two parts, between them", { windows: TWICE }, "2026-12-07T10:00", false],
    ["not on Monday at two parts, in the second", { windows: TWICE }, "2026-12-07T18:00", true],
    ["not on Monday at two parts, after them", { windows: TWICE }, "2026-12-07T20:00", false],
    ["until 31 January, that evening", { lastDay: "2027-01-31" }, "2027-01-31T23:59", true],
    ["until 31 January, the day after", { lastDay: "2027-01-31" }, "2027-02-01T00:00", false],
    ["not on Saturdays, until December", { days: [6], lastDay: "2026-11-30" }, "2026-12-05T11:00", false],
  ])("%s", (_, stated, when, isBarred) => {
    expect(coverOf(times(stated), at(when))).toBe(isBarred ? "whole" : "none");
  });

  it("hold while they do in any zone where the person may be", () => {
    const stated = { from: "00:00", until: "18:00" } as const;
    const instant = at("2026-12-01T18:30");
    expect(coverOf({ ...times(stated) }, instant)).toBe("none");
    expect(coverOf({ ...stated, zones: ["Europe/Paris", "Africa/Casablanca"] }, instant)).toBe("whole");
  });

  it("leave what was chosen before at every other time", () => {
    const choices = [chosen("allowed", "2026-11-01"), chosen("refused", "2026-11-02", times({ days: [6] }))];
    expect(choiceAt(choices, { ...asked, ...at("2026-12-05T11:00") }).status).toBe("refused");
    expect(choiceAt(choices, { ...asked, ...at("2026-12-04T11:00") }).status).toBe("allowed");
    expect(answerOf([choices[1]!], { ...asked, ...at("2026-12-04T11:00") }).reason).toBe("none");
  });

  it("answer of a day what holds through it, and name the hours of a part", () => {
    const saturdays = [chosen("refused", "2026-11-02", times({ days: [6] }))];
    const evenings = [
      chosen("allowed", "2026-11-01"),
      chosen("refused", "2026-11-02", times({ from: "00:00", until: "18:00" })),
    ];
    const on = (choices: Choice[], day: string) =>
      answerOf(choices, { ...asked, ...at(`${day}T23:59`), span: "day" }).reason;
    expect(on(saturdays, "2026-12-05")).toBe("objected");
    expect(on(saturdays, "2026-12-04")).toBe("none");
    expect(on(evenings, "2026-12-04")).toBe("hours");
    const mondays = [chosen("refused", "2026-11-02", times({ windows: MONDAY }))];
    expect(on(mondays, "2026-12-07")).toBe("hours");
    expect(on(mondays, "2026-12-08")).toBe("none");
    expect(on([...evenings, chosen("allowed", "2026-11-03")], "2026-12-04")).toBe("agreed");
  });

  it.each<[string, Partial<StopTimes>, string, string]>([
    ["two parts that fill it", { windows: FILLED }, "2026-12-07", "whole"],
    ["two parts that leave some of it", { windows: TWICE }, "2026-12-07", "part"],
    ["parts of another day", { windows: FILLED }, "2026-12-08", "none"],
    [
      "a part beside the hours of every day",
      { from: "00:00", until: "12:00", windows: FILLED.slice(1) },
      "2026-12-07",
      "whole",
    ],
    ["an hour that overlaps", { from: "11:00", until: "00:00", windows: FILLED }, "2026-12-07", "whole"],
  ])("take of a day, by %s", (_, stated, day, cover) => {
    expect(coverOf(times(stated), { ...at(`${day}T23:59`), span: "day" })).toBe(cover);
  });

  it("take any time where the parts of all days fill them", () => {
    const ofDays = (days: readonly number[]) =>
      days.flatMap((day) => FILLED.map((window) => ({ ...window, day })));
    const any = { ...at("2026-12-07T11:00"), span: "any" } as const;
    expect(coverOf(times({ windows: ofDays([1, 2, 3, 4, 5, 6, 7]) }), any)).toBe("whole");
    expect(coverOf(times({ windows: ofDays([1, 2, 3, 4, 5, 6]), days: [7] }), any)).toBe("whole");
    expect(coverOf(times({ windows: ofDays([1, 2, 3, 4, 5, 6]) }), any)).toBe("part");
  });

  it("are refused whole where somebody is handed the number and may call at any time", () => {
    const choices = [chosen("allowed", "2026-11-01"), chosen("refused", "2026-11-02", times({ days: [6] }))];
    expect(choiceAt(choices, { ...asked, ...at("2026-12-04T11:00"), span: "any" }).status).toBe("refused");
    const mondays = [
      chosen("allowed", "2026-11-01"),
      chosen("refused", "2026-11-02", times({ windows: MONDAY })),
    ];
    expect(choiceAt(mondays, { ...asked, ...at("2026-12-08T11:00"), span: "any" }).status).toBe("refused");
    const ended = [
      chosen("allowed", "2026-11-01"),
      chosen("refused", "2026-11-02", times({ lastDay: "2026-11-30" })),
    ];
    expect(choiceAt(ended, { ...asked, ...at("2026-12-04T11:00"), span: "any" }).status).toBe("allowed");
  });

  it("are an objection for the rules of a call at those times alone", () => {
    const proven = { proof: "DP-001", source: "call", items: null };
    const choices = [
      { ...chosen("refused", "2026-11-02", times({ from: "00:00", until: "18:00" })), ...proven },
    ];
    const objection = (when: string) => personFacts(choices, { purpose: "", ...at(when) }).objection;
    expect(objection("2026-12-01T11:00")).toBe(choices[0]!.decidedAt);
    expect(objection("2026-12-01T18:00")).toBe("never");
  });
});
