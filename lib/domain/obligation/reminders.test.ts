import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOW, ROW } from "./obligation.fixture";
import { channelFor } from "./reminder-choice";
import {
  alarmKey,
  MOST_LETTERS,
  planReminders,
  type Planning,
  type Reader,
  reminderFor,
  stageKey,
} from "./reminders";
import { obligationKey, OBLIGATION_KINDS } from "./rules";
import { type Due, type Obligation, type ObligationKind, obligationOf, onDay, since } from "./types";

const DAY = 86_400_000;
const READER: Reader = { id: "m", channel: "mail", leads: null, kinds: null };
const make = (kind: ObligationKind, due: Due, id = "row", periodDays: number | null = null) =>
  obligationOf({ ...ROW, subject: { id, reference: id } }, kind, due, { periodDays });
const at = (day: string) => Date.parse(`${day}T08:00:00Z`);

describe("the stage reached", () => {
  const review = make("transfer.review", onDay("2027-01-10"));
  it.each<[string, Partial<Reader>, Obligation, string, number | null]>([
    ["thirty days before", {}, review, "2026-12-11", 30],
    ["not a day sooner", {}, review, "2026-12-10", null],
    ["the nearest of those passed", {}, review, "2027-01-05", 7],
    ["the day itself", {}, review, "2027-01-10", 0],
    ["any day after it", {}, review, "2027-06-01", 0],
    ["days of one's own", { leads: [3] }, review, "2027-01-08", 3],
    ["a kind that one may not read", { kinds: ["measure.review"] }, review, "2027-01-10", null],
    [
      "a contract past its term, from the next day",
      {},
      make("contract.expired", onDay("2026-12-31")),
      "2027-01-01",
      -1,
    ],
    ["a contract on its last day", {}, make("contract.expired", onDay("2026-12-31")), "2026-12-31", null],
    ["what is owed since three days", {}, make("thread.answer", since(at("2026-11-21"))), "2026-11-24", -3],
    ["since two", {}, make("thread.answer", since(at("2026-11-22"))), "2026-11-24", null],
    [
      "no day before a duty without a period",
      { leads: [30] },
      make("thread.answer", since(NOW)),
      "2026-11-24",
      null,
    ],
    [
      "a short period has the days that it has",
      {},
      make("authorisation.answer", onDay("2026-11-27"), "row", 3),
      "2026-11-24",
      null,
    ],
    [
      "the same, on its second day",
      {},
      make("authorisation.answer", onDay("2026-11-27"), "row", 3),
      "2026-11-26",
      1,
    ],
  ])("%s", (_what, reader, obligation, day, stage) =>
    expect(reminderFor({ ...READER, ...reader }, obligation, at(day))?.stage ?? null).toBe(stage),
  );
});

it.each([
  ["default", "owner", "mail"],
  ["default", "dpo", "mail"],
  ["default", "editor", "none"],
  ["default", "viewer", "none"],
  ["digest", "viewer", "digest"],
  ["none", "owner", "none"],
  ["carrier-pigeon", "owner", "mail"],
] as const)("%s is, for %s, %s", (choice, role, channel) => expect(channelFor(choice, role)).toBe(channel));

const anyObligations = fc.uniqueArray(
  fc
    .record({
      kind: fc.constantFrom(...OBLIGATION_KINDS),
      id: fc.integer({ min: 0, max: 6 }),
      days: fc.integer({ min: -40, max: 120 }),
      isSince: fc.boolean(),
    })
    .map(({ kind, id, days, isSince }) => {
      const day = new Date(NOW + days * DAY).toISOString().slice(0, 10);
      return make(kind, isSince ? since(NOW + days * DAY) : onDay(day), `row-${id}`);
    }),
  { selector: obligationKey, maxLength: 25 },
);
const anyReaders = fc
  .array(
    fc.record({
      channel: fc.constantFrom("mail" as const, "digest" as const, "none" as const),
      leads: fc.option(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 })),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => all.map((choice, index): Reader => ({ ...choice, id: `m${index}`, kinds: null })));

/** Runs once a day on some days; what is planned is recorded, as the job does in one transaction. */
function runOn(days: readonly number[], obligations: readonly Obligation[], readers: readonly Reader[]) {
  const sent = new Set<string>();
  const letters = days.map((day) => {
    const planning: Planning = {
      readers,
      sent: new Set(sent),
      digestsToday: new Set(),
      alarmed: new Set(),
      now: NOW + day * DAY,
    };
    const planned = planReminders(obligations, planning);
    for (const { reminders } of planned) for (const one of reminders) sent.add(stageKey(one));
    return planned;
  });
  return { sent, letters };
}

const END = 90;
const anyDays = fc.uniqueArray(fc.integer({ min: 0, max: END - 1 }), { maxLength: 12 });

describe("planReminders", () => {
  it("plans nothing again once what it planned is recorded", () => {
    fc.assert(
      fc.property(anyObligations, anyReaders, (obligations, readers) => {
        const { letters } = runOn([0, 0], obligations, readers);
        expect(letters[1]).toEqual([]);
      }),
    );
  });

  it("does not depend on the order of what it is given", () => {
    fc.assert(
      fc.property(anyObligations, anyReaders, (obligations, readers) => {
        const planning = {
          readers,
          sent: new Set<string>(),
          digestsToday: new Set<string>(),
          alarmed: new Set<string>(),
          now: NOW,
        };
        expect(planReminders(obligations.toReversed(), planning)).toEqual(
          planReminders(obligations, planning),
        );
      }),
    );
  });

  it("after a stop of any length has told everybody of the same dates, and of the same last stage", () => {
    fc.assert(
      fc.property(anyObligations, anyReaders, anyDays, (obligations, readers, days) => {
        const everyDay = runOn(
          Array.from({ length: END + 1 }, (_, day) => day),
          obligations,
          readers,
        );
        const stopped = runOn([...days.toSorted((one, other) => one - other), END], obligations, readers);
        for (const reader of readers.filter(({ channel }) => channel !== "none"))
          for (const obligation of obligations) {
            const last = reminderFor(reader, obligation, NOW + END * DAY);
            if (!last) continue;
            expect(stopped.sent).toContain(stageKey(last));
            expect(everyDay.sent).toContain(stageKey(last));
          }
        // A stop leaves stages out, and never adds one.
        expect([...everyDay.sent]).toEqual(expect.arrayContaining([...stopped.sent]));
      }),
    );
  });

  it("never tells a stage twice, and after a stop tells each date in one letter", () => {
    fc.assert(
      fc.property(anyObligations, anyReaders, anyDays, (obligations, readers, days) => {
        const { letters } = runOn([...days.toSorted((one, other) => one - other), END], obligations, readers);
        const keys = letters.flat().flatMap(({ reminders }) => reminders.map(stageKey));
        expect(new Set(keys).size).toBe(keys.length);
        for (const run of letters) {
          const told = run.flatMap(({ reminders }) =>
            reminders.map((one) => `${one.readerId} ${one.obligation}`),
          );
          expect(new Set(told).size).toBe(told.length);
          const perReader = readers.map(({ id }) => run.filter(({ readerId }) => readerId === id).length);
          expect(Math.max(...perReader)).toBeLessThanOrEqual(MOST_LETTERS);
        }
      }),
    );
  });

  it("holds a second digest of a day back, and forgets nothing of it", () => {
    const reader: Reader = { ...READER, channel: "digest" };
    const obligations = [make("transfer.review", onDay("2026-11-24"))];
    const planning = {
      readers: [reader],
      sent: new Set<string>(),
      digestsToday: new Set(["m"]),
      alarmed: new Set<string>(),
      now: NOW,
    };
    expect(planReminders(obligations, planning)).toEqual([]);
    const next = planReminders(obligations, { ...planning, digestsToday: new Set(), now: NOW + DAY });
    expect(next).toMatchObject([{ channel: "digest", reminders: [{ stage: 0 }] }]);
  });

  it("tells the clients of one breach in one letter, and of what becomes owed within the hour in the next", () => {
    const owed = ["one", "two", "three"].map((part) => ({
      ...make("breach.tell", since(NOW - 60_000), "V-1"),
      part,
    }));
    const planning = {
      readers: [READER],
      sent: new Set<string>(),
      digestsToday: new Set<string>(),
      now: NOW,
    };
    const letters = planReminders(owed.slice(0, 2), { ...planning, alarmed: new Set<string>() });
    expect(letters.map(({ reminders }) => reminders.length)).toEqual([2]);
    const sent = new Set(letters.flatMap(({ reminders }) => reminders.map(stageKey)));
    const alarmed = new Set([alarmKey("m", "V-1")]);
    expect(planReminders(owed, { ...planning, sent, alarmed })).toEqual([]);
    const later = planReminders(owed, { ...planning, sent, alarmed: new Set<string>() });
    expect(later.flatMap(({ reminders }) => reminders.map(({ of }) => of.part))).toEqual(["three"]);
  });

  it("holds back no end of a period", () => {
    const ends = make(
      "breach.tell-in-hours",
      { type: "instant", at: NOW + 3_000_000, zone: "Africa/Casablanca" },
      "V-1",
    );
    const alarmed = new Set([alarmKey("m", "V-1")]);
    const planning = {
      readers: [READER],
      sent: new Set<string>(),
      digestsToday: new Set<string>(),
      now: NOW,
    };
    expect(planReminders([ends], { ...planning, alarmed })).toHaveLength(1);
  });

  it("is silent about what is done", () => {
    const done = { ...make("transfer.review", onDay("2026-11-24")), doneAt: NOW };
    const planning = {
      readers: [READER],
      sent: new Set<string>(),
      digestsToday: new Set<string>(),
      alarmed: new Set<string>(),
      now: NOW,
    };
    expect(planReminders([done], planning)).toEqual([]);
  });
});
