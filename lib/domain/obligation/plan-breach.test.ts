import { describe, expect, it } from "vitest";
import { HOUR, T0 } from "@/lib/domain/breach/breach.fixture";

import { required } from "@/lib/domain/invariant/required";
import { horizonsAt } from "./due";
import { countPressing } from "./list";

import {
  AWARE,
  breach,
  CONFIRMED,
  type FactInput,
  informedAfter,
  kindsOf,
  notice,
  PROPOSED,
  seen,
  SET_ASIDE,
  terms,
  text,
  whole,
} from "./plan-breach.fixture";
import { planBreach, RUNNING_KINDS, type BreachToPlan, type IssuedNotice } from "./plan-breach";
import { obligationKey, OBLIGATION_KINDS, ruleOf } from "./rules";
import { sequenceOf } from "./sequence";

describe("planBreach", () => {
  const record = "record ↑0";
  it.each<[string, BreachToPlan, string[]]>([
    ["a suspicion", breach([["suspected", { at: T0 - HOUR }]]), ["investigate ↑-1"]],
    ["nobody knows since when", breach([text("aware", { isUnknown: true })]), ["investigate ↑0"]],
    [
      "a suspicion that was confirmed",
      breach([["suspected", { at: T0 - HOUR }], AWARE]),
      ["investigate ↑-1 done 2", "controllers ↑0", record],
    ],
    ["a controller that was proposed", breach([AWARE, PROPOSED]), [record, "place ↑0"]],
    ["proposed, with hours agreed", breach([AWARE, PROPOSED], { terms }), [record, "place +24"]],
    ["no hours agreed", breach([AWARE, CONFIRMED]), [record, "place ↑0 done 2", "tell ↑0"]],
    [
      "24 hours agreed",
      breach([AWARE, CONFIRMED], { terms }),
      [record, "place +24 done 2", "tell-in-hours +24"],
    ],
    [
      "told by telephone in time",
      breach([AWARE, CONFIRMED], { terms, ...informedAfter(24) }),
      [record, "place +24 done 2", "tell-in-hours +24 done 24", "notice ↑24"],
    ],
    [
      "opened from an address that nothing proves",
      breach([AWARE, CONFIRMED], {
        terms,
        informed: [{ by: "unproven", at: T0 + HOUR }],
        notices: [notice(23)],
      }),
      [record, "place +24 done 2", "tell-in-hours +24"],
    ],
    [
      "told late, without a reason",
      breach([AWARE, CONFIRMED], { terms, ...informedAfter(25), notices: [notice(23)] }),
      [record, "place +24 done 2", "tell-in-hours +24 done 25", "reasons ↑24"],
    ],
    [
      "told late, with its reason",
      breach([AWARE, CONFIRMED], {
        terms,
        ...informedAfter(26),
        notices: [notice(26, { lateReason: "Nuit" })],
      }),
      [record, "place +24 done 2", "tell-in-hours +24 done 26", "reasons ↑24 done 26"],
    ],
    [
      "knew before us",
      breach([AWARE, CONFIRMED], { ...informedAfter(-2), notices: [notice(3)] }),
      [record, "place ↑0 done 2", "tell ↑0 done -2"],
    ],
    [
      "an initial notice that leaves something unknown",
      breach([AWARE, CONFIRMED], {
        ...informedAfter(3),
        notices: [notice(3, { content: { ...whole, measures: null } })],
      }),
      [record, "place ↑0 done 2", "tell ↑0 done 3", "follow-up ↑3"],
    ],
    [
      "a fact that the last notice does not say",
      breach([AWARE, CONFIRMED, text("cause")], {
        ...informedAfter(2.5),
        notices: [notice(2.5, { phase: "final" })],
      }),
      [record, "place ↑0 done 2", "tell ↑0 done 2.5", "follow-up ↑3"],
    ],
    [
      "contained, without a final notice",
      breach([AWARE, CONFIRMED, ["contained", { at: T0 + HOUR }]], {
        ...informedAfter(3),
        notices: [notice(3)],
      }),
      [record, "place ↑0 done 2", "tell ↑0 done 3", "final ↑3"],
    ],
    [
      "contained, with a final notice",
      breach([AWARE, CONFIRMED, ["contained", { at: T0 + HOUR }]], {
        ...informedAfter(3),
        notices: [notice(3, { phase: "final" })],
      }),
      [record, "place ↑0 done 2", "tell ↑0 done 3"],
    ],
    [
      "set aside at once",
      breach([AWARE, PROPOSED, SET_ASIDE]),
      ["controllers ↑0", record, "place ↑0 done 3"],
    ],
    [
      "confirmed, then set aside",
      breach([AWARE, CONFIRMED, SET_ASIDE], { terms }),
      ["controllers ↑0", record, "place +24 done 3", "tell-in-hours +24 set-aside 3"],
    ],
    [
      "silence at the last contact, after whom a person calls",
      breach([AWARE, CONFIRMED], {
        next: { kind: "waiting", until: T0 + 5 * HOUR, to: null, hasLeft: true },
      }),
      [record, "place ↑0 done 2", "tell ↑0", "call +5"],
    ],
    [
      "silence at a contact",
      breach([AWARE, CONFIRMED], {
        next: { kind: "waiting", until: T0 + 5 * HOUR, to: "main", hasLeft: true },
      }),
      [record, "place ↑0 done 2", "tell ↑0", "silence +5"],
    ],
    [
      "nobody left to write to",
      breach([AWARE, CONFIRMED], { next: { kind: "exhausted", why: "silence", since: T0 + 6 * HOUR } }),
      [record, "place ↑0 done 2", "tell ↑0", "call ↑6"],
    ],
    [
      "a record that is whole",
      breach([AWARE, CONFIRMED, text("what-happened"), text("consequences"), text("measures")]),
      ["record ↑0 done 5", "place ↑0 done 2", "tell ↑0"],
    ],
    [
      "effects that are said to be unknown",
      breach([AWARE, text("what-happened"), text("consequences", { isUnknown: true }), text("measures")]),
      ["controllers ↑0", record],
    ],
    [
      "closed over what is open",
      breach([AWARE, CONFIRMED, ["closed", { at: T0 + 9 * HOUR, reason: "Même groupe" }]], { terms }),
      ["record ↑0 left 9", "place +24 done 2", "tell-in-hours +24 left 9"],
    ],
  ])("%s", (_what, of, expected) => expect(kindsOf(of)).toEqual(expected));

  it.each<[string, readonly IssuedNotice[], string[]]>([
    ["nothing was sent", [], []],
    ["a notice was sent", [notice(2)], ["rectify ↑3"]],
    [
      "it was taken back by a notice that left an hour after its issue",
      [notice(2), notice(5, { phase: "rectifying", leftAt: T0 + 6 * HOUR, reachedAt: T0 + 6 * HOUR })],
      ["rectify ↑3 done 6"],
    ],
    [
      "what takes it back was issued and did not leave",
      [notice(2), notice(5, { phase: "rectifying", leftAt: null, reachedAt: null, reach: "may-reach" })],
      ["rectifying-unsent ↑5"],
    ],
    ["its only letter was cancelled", [notice(2, { leftAt: null, reachedAt: null, reach: "nobody" })], []],
  ])("set aside where %s", (_what, notices, expected) =>
    expect(
      kindsOf(breach([AWARE, CONFIRMED, SET_ASIDE], { notices })).filter((kind) =>
        kind.startsWith("rectify"),
      ),
    ).toEqual(expected),
  );

  const judged: FactInput = [
    "delay-judged",
    { controllerId: "orvelle", value: { isUndue: false }, reason: "Client fermé le week-end" },
  ];
  it.each<[string, BreachToPlan, string[]]>([
    ["within the own threshold", breach([AWARE, CONFIRMED], informedAfter(24)), []],
    ["past it", breach([AWARE, CONFIRMED], informedAfter(63)), ["judge-delay ↑63"]],
    [
      "past it, and judged",
      breach([AWARE, CONFIRMED, judged], informedAfter(63)),
      ["judge-delay ↑63 done 3"],
    ],
    [
      "past another threshold",
      breach([AWARE, CONFIRMED], { ...informedAfter(13), ownHours: 12 }),
      ["judge-delay ↑13"],
    ],
    ["where the contract names hours", breach([AWARE, CONFIRMED], { ...informedAfter(63), terms }), []],
  ])("told %s: the delay is judged by a person where no hours were agreed", (_what, of, expected) =>
    expect(kindsOf(of).filter((kind) => kind.startsWith("judge-delay"))).toEqual(expected),
  );

  const upstream = (at: number | null, hours: number | null, answer: readonly FactInput[] = []) =>
    breach(
      [["told-by-sub-processor", { at, value: { name: "Atlas", toldAt: T0 } }], AWARE, ...answer],
      {},
      {
        upstream: { hours },
      },
    );
  it.each<[string, BreachToPlan, string[]]>([
    ["in its hours", upstream(T0 - 3 * HOUR, 4), []],
    ["late", upstream(T0 - 5 * HOUR, 4), ["upstream ↑0"]],
    ["late, and raised with it", upstream(T0 - 5 * HOUR, 4, [text("upstream")]), ["upstream ↑0 done 3"]],
    ["without hours", upstream(T0 - 5 * HOUR, null), []],
    ["at an instant that it has not said", upstream(null, 4), ["upstream ↑0"]],
  ])("a sub-processor that told us %s", (_what, of, expected) =>
    expect(kindsOf(of).filter((line) => line.startsWith("upstream"))).toEqual(expected),
  );

  it("is about one controller alone, at its page, and burns in its last day", () => {
    const planned = planBreach(breach([AWARE, CONFIRMED], { terms }));
    const tell = required(
      planned.find(({ kind }) => kind === "breach.tell-in-hours"),
      "the obligation",
    );
    expect(tell).toMatchObject({
      controller: { id: "orvelle", name: "Orvelle SAS" },
      path: "/breaches/controllers/part-orvelle",
      part: "part-orvelle",
    });
    expect(horizonsAt(T0 + HOUR)(tell)).toBe("breach");
    expect(horizonsAt(T0 + HOUR)({ ...tell, isDrill: true })).toBe("burning");
    expect(horizonsAt(T0 + 24 * HOUR)(tell)).toBe("breach");
  });

  it("marks an exercise, and counts it in no figure", () => {
    const real = breach([AWARE, CONFIRMED], { terms });
    expect(countPressing(planBreach(real), T0 + HOUR)).toBeGreaterThan(0);
    const drill = planBreach({ ...real, isDrill: true });
    expect(drill.every(({ isDrill }) => isDrill)).toBe(true);
    expect(countPressing(drill, T0 + HOUR)).toBe(0);
  });

  it("has one key for each date of each controller, and a higher number once it is met or withdrawn", () => {
    const two = breach([AWARE, CONFIRMED, ["controller-proposed", { controllerId: "lumen" }]]);
    const keys = planBreach(two).map(obligationKey);
    expect(new Set(keys).size).toBe(keys.length);
    const numbers = [
      breach([AWARE, CONFIRMED], { terms }),
      breach([AWARE, CONFIRMED], { terms, ...informedAfter(1), version: 1 }),
      breach([AWARE, CONFIRMED, SET_ASIDE], { terms, version: 2 }),
    ].map((of) => {
      const tell = planBreach(of).find(({ kind }) => kind === "breach.tell-in-hours");
      return sequenceOf(required(tell, "the obligation"));
    });
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    expect(new Set(numbers).size).toBe(3);
  });
});

it("plans every kind that the noun declares", () => {
  const declared = OBLIGATION_KINDS.filter((kind) => ruleOf(kind).noun === "breach");
  expect([...seen].sort()).toEqual([...declared].sort());
  expect(declared).toEqual(expect.arrayContaining([...RUNNING_KINDS]));
});
