import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysLeft, endsAt, horizonsAt } from "./due";
import { countPressing, countPressingDrills, listObligations, PRESSING } from "./list";
import { NOW, ROW } from "./obligation.fixture";
import { obligationKey, OBLIGATION_KINDS, ruleOf } from "./rules";
import { type Due, type Duty, type Obligation, type ObligationKind, obligationOf, onDay } from "./types";

const HOUR = 3_600_000;
const horizonOf = (duty: Duty, now: number) => horizonsAt(now)(duty);
const make = (kind: ObligationKind, due: Due, doneAt: number | null = null) =>
  obligationOf(ROW, kind, due, { doneAt });
const instant = (hours: number): Due => ({
  type: "instant",
  at: NOW + hours * HOUR,
  zone: "Africa/Casablanca",
});
const inParis = (day: string): Due => ({ type: "day", day, zone: "Europe/Paris" });

it.each(["breach.rectify", "breach.rectifying-unsent"] as const)(
  "%s is owed by the law, without delay, before what is lighter, such as what a date was chosen for",
  (kind) => {
    const since = (hours: number): Due => ({
      type: "since",
      at: NOW - hours * HOUR,
      zone: "Africa/Casablanca",
    });
    const others = OBLIGATION_KINDS.filter((one) => ruleOf(one).weight < 5);
    const [first] = listObligations([...others.map((one) => make(one, since(48))), make(kind, since(1))], {
      now: NOW,
    });
    expect(first).toMatchObject({ kind, horizon: "breach" });
    expect(ruleOf(kind).basis).toBe("statutory");
  },
);

describe("the group of an obligation on 24 November 2026, 10:00 in Casablanca", () => {
  it.each<[string, ObligationKind, Due, string]>([
    ["a day that is over", "measure.review", onDay("2026-11-23"), "late"],
    ["this day, which counts whole", "measure.review", onDay("2026-11-24"), "today"],
    ["tomorrow", "measure.review", onDay("2026-11-25"), "week"],
    ["the seventh day", "measure.review", onDay("2026-12-01"), "week"],
    ["the eighth", "measure.review", onDay("2026-12-02"), "month"],
    ["the thirty-first", "measure.review", onDay("2026-12-25"), "month"],
    ["the thirty-second", "transfer.review", onDay("2026-12-26"), "later"],
    ["a period in hours that changes a right", "authorisation.answer", instant(23), "burning"],
    ["the same, later", "authorisation.answer", instant(25), "week"],
    ["the same, over", "authorisation.answer", instant(0), "late"],
    ["hours that nobody else asked for", "contact.invitation", instant(2), "own"],
    ["hours of a month that only a presumption counts", "rights-request.answer-presumed", instant(2), "own"],
    ["a day that the organisation set for itself, long over", "transfer.review", onDay("2025-03-06"), "own"],
    ["such a day, within a month", "transfer.review", onDay("2026-12-25"), "own"],
    ["what a breach owes, late", "breach.tell-in-hours", instant(-30), "breach"],
    ["a delay of a breach to be judged", "breach.judge-delay", instant(-1), "breach"],
    ["what a breach owes, in its last day", "breach.tell-in-hours", instant(5), "breach"],
    ["no period", "thread.answer", { type: "since", at: NOW - HOUR, zone: "Africa/Casablanca" }, "undelayed"],
  ])("%s", (_what, kind, due, horizon) => expect(horizonOf(make(kind, due), NOW)).toBe(horizon));

  it("is done once a fact met it, however late", () => {
    expect(horizonOf(make("transfer.review", onDay("2020-01-01"), NOW), NOW)).toBe("done");
  });

  it("turns late at midnight where it falls due, not at ours", () => {
    const due = inParis("2026-11-30");
    expect(new Date(endsAt(due)).toISOString()).toBe("2026-11-30T23:00:00.000Z");
    const at = (instant: string) => horizonOf(make("authorisation.answer", due), Date.parse(instant));
    expect(at("2026-11-30T22:59:59.999Z")).toBe("today");
    expect(at("2026-11-30T23:00:00.000Z")).toBe("late");
    expect(daysLeft(due, Date.parse("2026-11-30T23:00:00.000Z"))).toBe(-1);
  });
});

const anyDue: fc.Arbitrary<Due> = fc.oneof(
  fc.integer({ min: -60, max: 400 }).map((days): Due => {
    const day = new Date(NOW + days * 24 * HOUR).toISOString().slice(0, 10);
    return { type: "day", day, zone: days % 2 ? "Europe/Paris" : "Indian/Reunion" };
  }),
  fc.integer({ min: -600, max: 600 }).map(instant),
  fc
    .integer({ min: -600, max: 0 })
    .map((hours): Due => ({ type: "since", at: NOW + hours * HOUR, zone: "Africa/Casablanca" })),
);
const anyObligations = fc.uniqueArray(
  fc
    .record({
      kind: fc.constantFrom(...OBLIGATION_KINDS),
      id: fc.integer({ min: 0, max: 40 }),
      due: anyDue,
      isDone: fc.boolean(),
    })
    .map(({ kind, id, due, isDone }): Obligation => {
      const row = { ...ROW, subject: { id: `row-${id}`, reference: "" } };
      return obligationOf(row, kind, due, { doneAt: isDone ? NOW - id * HOUR : null });
    }),
  { selector: obligationKey },
);

describe("the list", () => {
  it("does not depend on the order in which nouns were asked", () => {
    fc.assert(
      fc.property(anyObligations, fc.infiniteStream(fc.nat()), (all, order) => {
        const shuffled = all
          .map((obligation) => ({ obligation, rank: order.next().value as number }))
          .toSorted((one, other) => one.rank - other.rank)
          .map(({ obligation }) => obligation);
        expect(listObligations(shuffled, { now: NOW })).toEqual(listObligations(all, { now: NOW }));
      }),
    );
  });

  it("has each once, the heavier first within a group, and in what is late by days late times weight", () => {
    fc.assert(
      fc.property(anyObligations, (all) => {
        const listed = listObligations(all, { now: NOW });
        expect(new Set(listed.map(obligationKey)).size).toBe(all.length);
        for (const [index, row] of listed.entries()) {
          const next = listed[index + 1];
          if (next?.horizon !== row.horizon || row.horizon === "done") continue;
          const burden = ({ kind, due }: Obligation) =>
            ruleOf(kind).weight * (row.horizon === "late" ? Math.ceil((NOW - endsAt(due)) / (24 * HOUR)) : 1);
          expect(burden(next)).toBeLessThanOrEqual(burden(row));
        }
      }),
    );
  });

  it("counts at every instant what it lists as pressing, but for exercises", () => {
    const anyInstant = fc.integer({ min: -61 * 24, max: 61 * 24 }).map((hours) => NOW + hours * HOUR);
    fc.assert(
      fc.property(anyObligations, fc.func(fc.boolean()), fc.array(anyInstant), (all, isDrill, instants) => {
        const duties = all.map((duty) => ({ ...duty, isDrill: isDrill(duty.subject.id) }));
        for (const now of instants) {
          const pressing = listObligations(duties, { now, filter: { horizons: PRESSING } });
          const counted = [countPressing(duties, now), countPressingDrills(duties, now)];
          const drills = pressing.filter((duty) => duty.isDrill).length;
          expect(counted).toEqual([pressing.length - drills, drills]);
        }
      }),
    );
  });

  it("puts what a drill owes after what is real, and dates of one's own after what law and contracts ask for", () => {
    const drill = { ...make("breach.tell-in-hours", instant(-40)), isDrill: true };
    const all = [
      make("transfer.review", onDay("2025-03-06")),
      make("measure.review", onDay("2026-12-20")),
      drill,
      make("breach.tell-in-hours", instant(3)),
    ];
    expect(listObligations(all, { now: NOW }).map(({ horizon }) => horizon)).toEqual([
      "breach",
      "late",
      "month",
      "own",
    ]);
    expect(countPressing(all, NOW)).toBe(1);
  });

  it("narrows by noun and by controller", () => {
    const own = obligationOf({ ...ROW, controller: null }, "measure.review", onDay("2026-12-01"));
    const all = [make("transfer.review", onDay("2026-12-01")), own];
    const kinds = (filter: object) => listObligations(all, { now: NOW, filter }).map(({ kind }) => kind);
    expect(kinds({ noun: "measure" })).toEqual(["measure.review"]);
    expect(kinds({ controllerId: "controller" })).toEqual(["transfer.review"]);
    expect(kinds({ controllerId: "another" })).toEqual([]);
  });
});
