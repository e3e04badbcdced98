import { describe, expect, it } from "vitest";
import { applicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { instantAt } from "@/lib/domain/time/zones";
import { answerClocks, reliedClock } from "./answer-clocks";

const RECEIVED = instantAt("Europe/Paris", "2026-11-25", "10:00");
const SILENT: LawFacts = { country: null, establishments: [], targeting: "no", targetCountries: [] };

type Stated = Partial<LawFacts> & { clientRole?: string };
const clocksOf = (stated: Stated, rights: string[], processorAt = RECEIVED) => {
  const { clientRole = "controller", ...own } = stated;
  const facts = { ...SILENT, ...own };
  return answerClocks(
    { processorAt, controllerAt: null },
    { announcedAt: null, doubts: [] },
    {
      clientRole,
      laws: applicableLaws(facts, { on: "2026-11-25" }),
      rights,
      calendar: calendarOf(
        { country: facts.country, address: facts.address ?? "" },
        { announced: [], from: "2026-11-25" },
      ),
    },
  );
};
const brief = (stated: Stated, rights: string[]) =>
  clocksOf(stated, rights).map(({ law, open, due }) => `${law}${open === null ? "" : "?"} ${due.lastDay}`);

describe("answerClocks", () => {
  it.each<[string, Stated, string[], string[]]>([
    [
      "a French processor of others has none of its own",
      { country: "FR", clientRole: "processor" },
      ["access"],
      [],
    ],
    ["a French controller has a month", { country: "FR" }, ["access"], ["gdpr 2026-12-28"]],
    // 28 December is the British Boxing Day bank holiday of 2026.
    ["a British one has the month of the UK GDPR", { country: "GB" }, ["erasure"], ["uk-gdpr 2026-12-29"]],
    ["a Swiss one gives access within thirty days", { country: "CH" }, ["access"], ["swiss-fadp 2026-12-25"]],
    ["a Swiss one has no number of days to erase", { country: "CH" }, ["erasure"], []],
    ["a Moroccan one has no month", { country: "MA" }, ["access", "marketing-objection"], []],
    [
      "a Moroccan one that targets France has the month of the GDPR",
      { country: "MA", targeting: "yes", targetCountries: ["FR"] },
      ["access"],
      ["gdpr 2026-12-25"],
    ],
    [
      "a Moroccan one that nobody asked has it as the stricter",
      { country: "MA", targeting: "" },
      ["access"],
      ["gdpr? 2026-12-25"],
    ],
    [
      "a Swiss one that sells to France has both, the earlier first",
      { country: "CH", targeting: "yes", targetCountries: ["FR"] },
      ["access"],
      ["swiss-fadp 2026-12-25", "gdpr 2026-12-28"],
    ],
    ["one in Nouméa has the month of law 78-17", { country: "NC" }, ["access"], ["french-1978 2026-12-28"]],
  ])("%s", (_, stated, rights, expected) => expect(brief(stated, rights)).toEqual(expected));

  it("relies on no law that only an unanswered question brings", () => {
    expect(reliedClock(clocksOf({ country: "MA", targeting: "" }, ["access"]))).toBeNull();
    expect(reliedClock(clocksOf({ country: "FR" }, ["access"]))?.law).toBe("gdpr");
  });

  it.each([
    ["FR", "75002 Paris", "2026-09-30", "23:40", "2026-10-30"],
    ["RE", "97400 Saint-Denis", "2026-09-29", "22:30", "2026-10-29"],
    ["MQ", "97200 Fort-de-France", "2026-10-01", "00:30", "2026-10-30"],
  ])("of a receipt at night the earlier day counts, %s", (country, address, day, time, lastDay) => {
    const [clock] = clocksOf({ country, address }, ["access"], instantAt("Africa/Casablanca", day, time));
    expect(clock?.due.lastDay).toBe(lastDay);
    expect(clock?.laterStartDay).not.toBeNull();
  });

  it("says of one day that it is one", () => {
    expect(clocksOf({ country: "FR" }, ["access"])[0]?.laterStartDay).toBeNull();
  });
});
