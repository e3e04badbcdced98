import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callsOf, keyOf, peopleIn, type CallPart } from "./call-part";
import { makePart } from "./make-part";
import { SAME_CALL_MS } from "./named-instants";
import { anyCalls, keyOfPerson, recordsOf, WORDS, type MadeCall } from "./records.fixture";

type CallOfLine = MadeCall & { line: number };

/** Calls of a part, person by person, as they were made. */
function callsIn(part: CallPart): CallOfLine[] {
  return Array.from({ length: peopleIn(part) }, (_, person) => {
    const key = Buffer.from(keyOf(part, person));
    const { begin, end } = callsOf(part, person);
    return Array.from({ length: end - begin }, (_unused, of) => ({
      person: [0, 1, 2, 3, 4, 5].findIndex((one) => key.equals(keyOfPerson(one))),
      at: part.at[begin + of]!,
      line: part.line[begin + of]!,
      name: part.name[begin + of]!,
      shown: WORDS.shown.indexOf(part.shown[part.shownAt[begin + of]!]!),
      code: WORDS.codes.indexOf(part.codes[part.codeAt[begin + of]!]!),
    }));
  }).flat();
}

/** Calls that no earlier one is, by instant, or by name and instant; those of another professional by both alone. */
function newCalls(
  calls: readonly MadeCall[],
  known: readonly (MadeCall & { isSame: boolean })[],
): CallOfLine[] {
  const kept: CallOfLine[] = [];
  calls.forEach((call, line) => {
    const isKnown = [...known, ...kept.map((one) => ({ ...one, isSame: true }))].some(
      (one) =>
        one.person === call.person &&
        ((one.isSame && one.at === call.at) ||
          (call.name !== 0 && one.name === call.name && Math.abs(one.at - call.at) < SAME_CALL_MS)),
    );
    if (!isKnown) kept.push({ ...call, line });
  });
  return kept;
}

const byKey = (a: CallOfLine, b: CallOfLine) =>
  Buffer.compare(keyOfPerson(a.person), keyOfPerson(b.person)) || a.at - b.at;

describe("makePart", () => {
  it("keeps each call once, by person and instant, whatever the lines and other logs told", () => {
    fc.assert(
      fc.property(anyCalls, fc.array(fc.tuple(anyCalls, fc.boolean()), { maxLength: 3 }), (calls, logs) => {
        const known = logs.map(([told, isSameProfessional]) => ({
          part: makePart(recordsOf(told), WORDS, []).part,
          isSameProfessional,
        }));
        const before = known.flatMap(({ part, isSameProfessional: isSame }) =>
          callsIn(part).map((call) => ({ ...call, isSame })),
        );
        const { part } = makePart(recordsOf(calls), WORDS, known);
        expect(callsIn(part)).toEqual(newCalls(calls, before).sort(byKey));
      }),
      { numRuns: 500 },
    );
  });

  it("takes a lead that is called again under one identifier for several calls, and says so", () => {
    const call = { person: 1, shown: 0, code: 0, name: 7 };
    const calls = [0, 5_000, 60_000, 86_400_000].map((at) => ({ ...call, at: 1_000_000 + at }));
    const { part, sharedNames } = makePart(recordsOf(calls), WORDS, []);
    expect([part.at.length, sharedNames]).toEqual([3, 2]);
  });

  it("knows none of its own calls anew", () => {
    fc.assert(
      fc.property(anyCalls, (calls) => {
        const { part } = makePart(recordsOf(calls), WORDS, []);
        const { part: again } = makePart(recordsOf(calls), WORDS, [{ part, isSameProfessional: true }]);
        expect([peopleIn(again), again.at.length]).toEqual([0, 0]);
      }),
    );
  });

  it("keeps a thousand calls of one person in their order, and counts the names that come again later", () => {
    const calls = Array.from({ length: 1000 }, (_, line) => ({
      person: 1,
      shown: 0,
      code: 0,
      name: 1 + (line % 500),
      at: (1000 - line) * 1000,
    }));
    const { part, sharedNames } = makePart(recordsOf(calls), WORDS, []);
    expect([peopleIn(part), part.at.length, sharedNames]).toEqual([1, 1000, 500]);
    expect([...part.at]).toEqual([...part.at].sort((a, b) => a - b));
  });
});
