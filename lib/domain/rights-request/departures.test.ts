import { describe, expect, it } from "vitest";
import { departureOf, type Departure } from "./departures";
import type { Fact, FactKind, FactValue } from "./facts";
import { foldRequest } from "./file";
import { decide } from "./lifecycle";
import { relayStatus } from "./relay-status";

const LETTER = "0190a000-0000-7000-8000-00000000000a";
const OTHER = "0190a000-0000-7000-8000-00000000000b";
const SENT = { acceptedAt: null, deliveredAt: null, toldAt: null };

describe("departureOf", () => {
  it.each<[string, Parameters<typeof departureOf>[0], Departure]>([
    ["waits", { ...SENT, state: "queued" }, { leftAt: null, isWaiting: true }],
    ["is being sent", { ...SENT, state: "sending" }, { leftAt: null, isWaiting: true }],
    ["was cancelled", { ...SENT, state: "cancelled" }, { leftAt: null, isWaiting: false }],
    ["was refused", { ...SENT, state: "refused" }, { leftAt: null, isWaiting: false }],
    ["left", { ...SENT, state: "accepted", acceptedAt: 5 }, { leftAt: 5, isWaiting: false }],
    [
      "was delivered",
      { ...SENT, state: "delivered", acceptedAt: 5, deliveredAt: 9 },
      { leftAt: 5, isWaiting: false },
    ],
    ["came back", { ...SENT, state: "bounced", acceptedAt: 5 }, { leftAt: null, isWaiting: false }],
    [
      "came back, and a person told of its receipt",
      { ...SENT, state: "bounced", acceptedAt: 5, toldAt: 12 },
      { leftAt: 12, isWaiting: false },
    ],
  ])("of a letter that %s", (_, sent, departure) => {
    expect(departureOf(sent)).toEqual(departure);
  });
});

const fact = (number: number, kind: FactKind, value: FactValue = {}): Fact => ({
  id: `f${number}`,
  number,
  kind,
  value,
  at: number * 10,
  recordedAt: number * 10,
  authorName: "A",
});
const fold = (facts: readonly Fact[], letters: Record<string, Departure>, openedAt: number | null = null) =>
  foldRequest(facts, { departures: new Map(Object.entries(letters)), openedAt });
const PLACED = fact(1, "placed", { controllerId: "c" });
const BY_LETTER = fact(2, "relayed", { means: "letter", letterIds: [LETTER, OTHER] });
const WAITING = { leftAt: null, isWaiting: true };
const ENDED = { leftAt: null, isWaiting: false };

describe("a request passed on by letter", () => {
  it.each([
    ["waits", WAITING, true],
    ["was cancelled", ENDED, false],
  ])("is not passed on where the letter %s", (_, departure, isWaiting) => {
    const file = fold([PLACED, BY_LETTER], { [LETTER]: departure });
    expect(file).toMatchObject({ state: "received", relayed: null, unsent: { relayed: { isWaiting } } });
    const relay = { basis: "contract", since: 0, hours: 1, endsAt: 3_600_000 } as const;
    expect(relayStatus(file, relay, 7_200_000).state).toBe("late");
    expect(decide(file, "relayed").ok).toBe(true);
  });

  it("is passed on when the first letter leaves, in time or late by that instant", () => {
    const file = fold([PLACED, BY_LETTER], {
      [LETTER]: { leftAt: 90, isWaiting: false },
      [OTHER]: { leftAt: 70, isWaiting: false },
    });
    expect(file).toMatchObject({ state: "relayed", relayed: { at: 70 }, unsent: { relayed: null } });
  });

  it("is passed on when it is opened in the portal, and not by an opening before", () => {
    expect(fold([PLACED, BY_LETTER], { [LETTER]: ENDED }, 55)).toMatchObject({
      state: "relayed",
      relayed: { at: 55 },
      unsent: { relayed: null },
    });
    expect(fold([PLACED, BY_LETTER], { [LETTER]: ENDED }, 5).relayed).toBeNull();
  });

  it("stands by a call that followed, and as recorded where no letter is named", () => {
    const called = fact(3, "relayed", { means: "telephone" });
    expect(fold([PLACED, BY_LETTER, called], { [LETTER]: ENDED })).toMatchObject({
      state: "relayed",
      relayed: { at: 30 },
      unsent: { relayed: null },
    });
    expect(foldRequest([PLACED, fact(2, "relayed", { means: "letter" })]).relayed?.at).toBe(20);
  });
});

describe("an answer and a confirmation by letter", () => {
  const lines = [
    ...[PLACED, fact(2, "relayed", { means: "telephone" }), fact(3, "instructed", { decision: "execute" })],
    fact(4, "task-added", { task: { kind: "system", name: "CRM", subProcessorId: null, recordIds: [] } }),
    ...[fact(5, "started"), fact(6, "task-answered", { taskId: "f4", outcome: "done" })],
  ];

  it("answer nobody and confirm nothing until they leave", () => {
    const all = [
      ...lines,
      fact(7, "answered", { answeredBy: "processor", answerMeans: "letter", letterIds: [LETTER] }),
      fact(8, "confirmed", { letterIds: [OTHER] }),
    ];
    expect(fold(all, { [LETTER]: ENDED, [OTHER]: WAITING })).toMatchObject({
      state: "executing",
      answered: null,
      confirmed: null,
      version: 8,
      unsent: { answered: { isWaiting: false }, confirmed: { isWaiting: true } },
    });
    const gone = { leftAt: 100, isWaiting: false };
    expect(fold(all, { [LETTER]: gone, [OTHER]: gone })).toMatchObject({
      state: "confirmed",
      answered: { at: 100 },
      confirmed: { at: 100 },
      unsent: { answered: null, confirmed: null },
    });
  });

  it("leave an earlier answer of the controller as it was", () => {
    const own = fact(7, "answered", { answeredBy: "controller", answerMeans: "post" });
    const ours = fact(8, "answered", { answeredBy: "processor", letterIds: [LETTER] });
    expect(fold([...lines, own, ours], { [LETTER]: ENDED }).answered?.id).toBe("f7");
  });
});
