import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type StatedTimes, WEEKDAYS } from "@/lib/domain/choice/stop-times";
import { mayTakeMore, timesInWords } from "./stop-time-words";

const TWICE = [
  { from: "08:00", until: "10:00" },
  { from: "18:00", until: "20:00" },
];
const onDays = (days: readonly number[], parts: readonly { from: string; until: string }[]) =>
  days.flatMap((day) => parts.map((part) => ({ day, ...part })));
const clockAt = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
const DAY_NAMES = {
  fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  ar: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
} as const;

describe("words that limit an objection to two parts of a day", () => {
  it.each<[string, Partial<StatedTimes>]>([
    ...[
      "Pas entre 8 et 10 ni entre 18 et 20 le lundi",
      "Pas le lundi entre 8 h et 10 h et entre 18 h et 20 h",
      "Le lundi, pas entre 8 et 10 ni entre 18 et 20",
      "Pas de 8 h à 10 h ni de 18 h à 20 h le lundi",
      "Pas le lundi de 8 h à 10 h et de 18 h à 20 h",
      "Pas le lundi 8h-10h et 18h-20h",
      "Pas le lundi de 8h00 – 10h00 ni 18 h – 20 h",
      "Pas le lundi entre 8h et 10h et 18h et 20h",
      "Pas entre 8 et 10 ni 18 et 20 le lundi",
      "Not on Mondays 8am-10am or 6pm-8pm",
      "Not on Mondays between 8 and 10 and 18 and 20",
      "لا تتصلوا بي يوم الاثنين بين 8 و10 و18 و20",
      "Not between 8 and 10 or between 18 and 20 on Mondays",
      "Not on Mondays between 8 and 10 am nor between 6 and 8 pm",
      "On Mondays, not between 8 and 10 nor between 18 and 20",
      "لا تتصلوا بي بين 8 و10 ولا بين 18 و20 يوم الاثنين",
      "لا تتصلوا بي يوم الاثنين بين الساعة 8 و10 وبين 18 و20",
    ].map((words): [string, Partial<StatedTimes>] => [words, { windows: onDays([1], TWICE) }]),
    ...[
      "Ne m’appelez pas le matin sauf le samedi",
      "Pas le matin, sauf le samedi",
      "Le matin sauf le samedi",
      "No calls in the mornings except Saturdays",
      "لا تتصلوا بي صباحا ما عدا يوم السبت",
    ].map((words): [string, Partial<StatedTimes>] => [
      words,
      { windows: onDays([1, 2, 3, 4, 5, 7], [{ from: "00:00", until: "12:00" }]) },
    ]),
    ...[
      "Pas d’appel matin et soir",
      "Ni matin ni soir",
      "Pas le matin ni le soir",
      "No calls morning or evening",
      "Neither in the morning nor in the evening",
      "لا تتصلوا بي صباحا ومساء",
      "لا تتصلوا بي صباحا ولا مساء",
    ].map((words): [string, Partial<StatedTimes>] => [words, { from: "18:00", until: "12:00" }]),
    ...[
      "Pas le samedi matin et soir",
      "Pas le samedi matin ni le samedi soir",
      "No calls on Saturday mornings and evenings",
      "Never on Saturday morning or evening",
      "لا تتصلوا بي يوم السبت صباحا ومساء",
    ].map((words): [string, Partial<StatedTimes>] => [
      words,
      { windows: onDays([6], [{ from: "18:00", until: "12:00" }]) },
    ]),
    ["Pas entre 8 et 10 ni entre 18 et 20", { windows: onDays(WEEKDAYS, TWICE) }],
    ["Le lundi, pas avant 10 h", { windows: onDays([1], [{ from: "00:00", until: "10:00" }]) }],
    ["Pas avant 10 h ni après 18 h le lundi", { windows: onDays([1], [{ from: "18:00", until: "10:00" }]) }],
    [
      "Pas le week-end sauf le samedi matin",
      { days: [7], windows: onDays([6], [{ from: "12:00", until: "00:00" }]) },
    ],
    ["Pas le matin sauf après 10 h", { from: "00:00", until: "10:00" }],
    ["Je ne veux pas d’appels le matin ni après 20 h", { from: "20:00", until: "12:00" }],
    ["Appelez-moi matin ou soir", { from: "12:00", until: "18:00" }],
    [
      "Appelez-moi le lundi matin ou le mardi après 18 h",
      {
        days: [3, 4, 5, 6, 7],
        windows: [
          { day: 1, from: "12:00", until: "00:00" },
          { day: 2, from: "00:00", until: "18:00" },
        ],
      },
    ],
    // A fourth part is none that is held: the shortest time between two of them is taken too.
    [
      "Pas entre 8 et 9 ni entre 12 et 14 ni entre 18 et 20",
      {
        windows: onDays(WEEKDAYS, [
          { from: "08:00", until: "14:00" },
          { from: "18:00", until: "20:00" },
        ]),
      },
    ],
  ])("hold two parts of a day, and take no more: %s", (words, times) => {
    expect(timesInWords(words, "2026-12-01")).toEqual(times);
  });

  it.each([
    "Good evening and please stop calling",
    "Vous m’appelez matin et soir, arrêtez",
    "Vous m’appelez le matin et le soir, arrêtez",
  ])("takes what happens, and a greeting, for no limit: %s", (words) =>
    expect(timesInWords(words, "2026-12-01")).toBeNull(),
  );

  it("name two parts of any days in each language, and nothing else", () => {
    const edges = fc
      .uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 4, maxLength: 4 })
      .map((hours) => hours.toSorted((one, other) => one - other));
    fc.assert(
      fc.property(edges, fc.constantFrom(...WEEKDAYS), ([a = 0, b = 0, c = 0, e = 0], day) => {
        const parts = [
          { from: clockAt(a), until: clockAt(b) },
          { from: clockAt(c), until: clockAt(e) },
        ];
        const [fr, en, ar] = (["fr", "en", "ar"] as const).map((locale) => DAY_NAMES[locale][day - 1]);
        for (const words of [
          `Pas entre ${a} h et ${b} h ni entre ${c} h et ${e} h le ${fr}`,
          `Not on ${en} between ${a}:00 and ${b}:00 nor between ${c}:00 and ${e}:00`,
          `لا تتصلوا بي يوم ${ar} بين ${a} و${b} ولا بين ${c} و${e}`,
        ]) {
          expect(timesInWords(words, "2026-12-01"), words).toEqual({ windows: onDays([day], parts) });
          expect(mayTakeMore(words, "2026-12-01"), words).toBe(false);
        }
      }),
    );
  });
});
