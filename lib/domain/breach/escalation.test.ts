import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextEscalation, type EscalationInput } from "./escalation";

const MINUTE = 60_000;
const contacts = [
  { id: "first", hasAddress: true },
  { id: "deaf", hasAddress: false },
  { id: "second", hasAddress: true },
];
const step = (contactId: string, queuedAt: number, failedAt: number | null = null) => ({
  contactId,
  queuedAt,
  failedAt,
  handedOverAt: queuedAt as number | null,
});
const unsent = (contactId: string, queuedAt: number) => ({
  ...step(contactId, queuedAt),
  handedOverAt: null,
});
const base: EscalationInput = { contacts, steps: [step("first", 0)], seen: [], silenceMinutes: 60, now: 0 };

describe("nextEscalation", () => {
  it.each<[string, Partial<EscalationInput>, ReturnType<typeof nextEscalation>]>([
    [
      "waits, and names nobody where nobody is left",
      { steps: [step("first", 0), step("second", 0)], now: 0 },
      { kind: "waiting", until: 60 * MINUTE, to: null, hasLeft: true },
    ],
    [
      "waits for the agreed silence",
      { now: 59 * MINUTE },
      { kind: "waiting", until: 60 * MINUTE, to: "second", hasLeft: true },
    ],
    [
      "moves on after it",
      { now: 60 * MINUTE },
      { kind: "escalate", from: "first", to: "second", why: "silence" },
    ],
    [
      "moves on at once where a letter came back",
      { steps: [step("first", 0, MINUTE)], now: 2 * MINUTE },
      { kind: "escalate", from: "first", to: "second", why: "failed" },
    ],
    [
      "counts the silence from the hand-over of the letter",
      { steps: [{ ...step("first", 0), handedOverAt: 50 * MINUTE }], now: 60 * MINUTE },
      { kind: "waiting", until: 110 * MINUTE, to: "second", hasLeft: true },
    ],
    [
      "waits as long for a letter that has not left",
      { steps: [unsent("first", 0)], now: 59 * MINUTE },
      { kind: "waiting", until: 60 * MINUTE, to: "second", hasLeft: false },
    ],
    [
      "says of it that it did not leave, and never that nobody answered",
      { steps: [unsent("first", 0)], now: 60 * MINUTE },
      { kind: "escalate", from: "first", to: "second", why: "not-sent" },
    ],
    [
      "says so of the last address too",
      { steps: [step("first", 0), unsent("second", 60 * MINUTE)], now: 121 * MINUTE },
      { kind: "exhausted", why: "not-sent", since: 120 * MINUTE },
    ],
    ["stops once somebody has seen it", { seen: [1], now: 90 * MINUTE }, { kind: "none" }],
    ["does nothing before a first letter", { steps: [], now: 90 * MINUTE }, { kind: "none" }],
    [
      "says that everybody was tried",
      { steps: [step("first", 0), step("second", 60 * MINUTE)], now: 121 * MINUTE },
      { kind: "exhausted", why: "silence", since: 120 * MINUTE },
    ],
    [
      "returns to those before whoever was tried first",
      { steps: [step("second", 0)], now: 60 * MINUTE },
      { kind: "escalate", from: "second", to: "first", why: "silence" },
    ],
  ])("%s", (_, input, expected) => expect(nextEscalation({ ...base, ...input })).toEqual(expected));

  it("writes to nobody twice and to nobody without an address", () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(ids, fc.integer({ min: 0, max: 8 }), fc.boolean(), (names, tried, isFailed) => {
        const all = names.map((id, at) => ({ id, hasAddress: at % 3 !== 1 }));
        const steps = names.slice(0, tried).map((id, at) => step(id, at, isFailed ? at : null));
        const next = nextEscalation({ ...base, contacts: all, steps, now: 1000 * MINUTE });
        if (next.kind !== "escalate") return true;
        return (
          !steps.some(({ contactId }) => contactId === next.to) &&
          all.find(({ id }) => id === next.to)!.hasAddress
        );
      }),
    );
  });
});
