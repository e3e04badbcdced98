import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { rankOf, refuseClosing, threadStatusAfter, type ThreadMessage, type ThreadStatus } from "./status";

const threadStatusOf = (stated: readonly ThreadMessage[]) =>
  stated.reduce<ThreadStatus | null>(threadStatusAfter, null);

const asks = (at: number): ThreadMessage => ({ side: "contact", kind: "message", at });
const answers = (at: number): ThreadMessage => ({ side: "staff", kind: "message", at });
const closes = (at: number, side: ThreadMessage["side"] = "staff"): ThreadMessage => ({
  side,
  kind: "closing",
  at,
});

describe("threadStatusOf", () => {
  it.each<[string, ThreadMessage[], string, number]>([
    ["a question waits for the processor", [asks(1)], "with-processor", 1],
    ["asked again, it waits since it was first asked", [asks(1), asks(5)], "with-processor", 1],
    ["an answer gives the turn to the controller", [asks(1), answers(3)], "with-controller", 3],
    ["a second answer does not move it", [answers(3), answers(4)], "with-controller", 3],
    ["a new question waits since itself", [asks(1), answers(3), asks(7)], "with-processor", 7],
    ["closed, nobody is waited for", [asks(1), closes(4)], "closed", 4],
    ["the controller may close its own question", [asks(1), closes(4, "contact")], "closed", 4],
    ["a message opens it again, and waits since then", [asks(1), closes(4), asks(9)], "with-processor", 9],
  ])("%s", (_, stated, state, since) => {
    expect(threadStatusOf(stated)).toEqual({ state, since, lastAt: stated.at(-1)!.at });
  });

  it("is nothing before anything is said", () => {
    expect(threadStatusOf([])).toBeNull();
  });

  it("never waits since a later instant than the last word, and for the side that did not say it", () => {
    const one = fc.record({
      side: fc.constantFrom("staff" as const, "contact" as const),
      kind: fc.constantFrom("message" as const, "closing" as const),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1 }), (list) => {
        const stated = list.map((each, at) => ({ ...each, at }));
        const { state, since, lastAt } = threadStatusOf(stated)!;
        const last = stated.at(-1)!;
        expect(since).toBeLessThanOrEqual(lastAt);
        const turn = last.side === "contact" ? "with-processor" : "with-controller";
        expect(state).toBe(last.kind === "closing" ? "closed" : turn);
      }),
    );
  });
});

describe("refuseClosing", () => {
  it.each([
    [null, 0, 0, "nothingOpen"],
    ["closed", 3, 3, "nothingOpen"],
    ["with-processor", 3, 2, "unseen"],
    ["with-processor", 3, 3, null],
    ["with-controller", 1, 1, null],
  ] as const)("%s, of %i messages %i seen: %s", (state, messages, seen, refusal) => {
    expect(refuseClosing(state && { state }, { messages, seen })).toBe(refusal);
  });
});

test("a list begins with what waits longest, then goes on with what was said last", () => {
  const day = (n: number) => Date.UTC(2026, 10, n);
  const rows = [
    { id: "answered", said: [asks(day(1)), answers(day(20))] },
    { id: "waits", said: [asks(day(10)), asks(day(24))] },
    { id: "closed", said: [asks(day(1)), closes(day(22))] },
    { id: "waits longer", said: [asks(day(3))] },
  ].map(({ id, said }) => ({ id, rank: rankOf(threadStatusOf(said)!) }));
  const order = rows.sort((a, b) => a.rank - b.rank).map(({ id }) => id);
  expect(order).toEqual(["waits longer", "waits", "closed", "answered"]);
});
