import { describe, expect, it } from "vitest";
import { type StatedTimes, WEEKDAYS } from "@/lib/domain/choice/stop-times";
import { LOCALES } from "./locale";
import { stopTimesWords } from "./stop-times";
import { translator } from "./translator";

const TWICE = [
  { from: "08:00", until: "10:00" },
  { from: "18:00", until: "20:00" },
];
const ofDays = (days: readonly number[], parts: readonly { from: string; until: string }[]) =>
  days.flatMap((day) => parts.map((part) => ({ day, ...part })));
const MORNING = [{ from: "00:00", until: "12:00" }];

describe("words of the times of an objection", () => {
  it.each<[string, StatedTimes, string[]]>([
    [
      "two parts of one day",
      { windows: ofDays([1], TWICE) },
      [
        "pas le lundi entre 08:00 et 10:00, pas le lundi entre 18:00 et 20:00",
        "not on Monday between 08:00 and 10:00, not on Monday between 18:00 and 20:00",
        "ليس يوم الاثنين بين 08:00 و10:00، ليس يوم الاثنين بين 18:00 و20:00",
      ],
    ],
    [
      "one part of several days",
      { windows: ofDays([1, 2, 3, 4, 5, 7], MORNING) },
      [
        "pas le lundi, mardi, mercredi, jeudi, vendredi et dimanche avant 12:00",
        "not on Monday, Tuesday, Wednesday, Thursday, Friday and Sunday before 12:00",
        "ليس يوم الاثنين والثلاثاء والأربعاء والخميس والجمعة والأحد قبل 12:00",
      ],
    ],
    [
      "two parts of every day, without the days",
      { windows: ofDays(WEEKDAYS, TWICE) },
      [
        "pas entre 08:00 et 10:00, pas entre 18:00 et 20:00",
        "not between 08:00 and 10:00, not between 18:00 and 20:00",
        "ليس بين 08:00 و10:00، ليس بين 18:00 و20:00",
      ],
    ],
    [
      "two parts of each day that is not refused whole",
      { days: [7], windows: ofDays([1, 2, 3, 4, 5, 6], TWICE) },
      [
        "pas le dimanche, pas entre 08:00 et 10:00, pas entre 18:00 et 20:00",
        "not on Sunday, not between 08:00 and 10:00, not between 18:00 and 20:00",
        "ليس يوم الأحد، ليس بين 08:00 و10:00، ليس بين 18:00 و20:00",
      ],
    ],
  ])("%s", async (_, times, expected) => {
    const said = await Promise.all(
      LOCALES.map(async (locale) => {
        const ui = await translator(locale, "ui");
        return stopTimesWords(times, locale, ui).replaceAll(/[\u2066-\u2069\u200e\u200f]/g, "");
      }),
    );
    expect(said).toEqual(expected);
  });
});
