import { expect, it } from "vitest";
import { judgeLetters, type LetterRow } from "./notice-letters";

const accepted = (id: string, at: number): LetterRow => ({ id, state: "accepted", acceptedAt: new Date(at) });
const waiting: LetterRow = { id: "b", state: "sending", acceptedAt: null };

it.each<[string, LetterRow[], [string, number[]][], object]>([
  ["each taken once", [accepted("a", 10)], [["a", [9]]], { isWhole: true, twice: 0 }],
  ["taken twice before it was recorded", [accepted("a", 10)], [["a", [4, 9]]], { isWhole: true, twice: 1 }],
  ["taken again after its record", [accepted("a", 10)], [["a", [9, 11]]], { isWhole: false, again: 1 }],
  ["recorded and never taken", [accepted("a", 10)], [], { isWhole: false, missing: 1 }],
  ["still waiting", [waiting], [["b", [4]]], { isWhole: false, accepted: 0 }],
  [
    "queued as two letters",
    [accepted("a", 10), accepted("b", 10)],
    [
      ["a", [9]],
      ["b", [9]],
    ],
    { isWhole: false },
  ],
])("%s", (_what, letters, taken, expected) =>
  expect(judgeLetters({ letters, count: 1, taken: new Map(taken), isShort: false })).toMatchObject(expected),
);

it("lets a short torture leave what its dead senders still hold, and nothing else", () => {
  const judge = (letters: LetterRow[]) =>
    judgeLetters({ letters, count: 1, taken: new Map(), isShort: true });
  expect(judge([waiting]).isWhole).toBe(true);
  expect(judge([{ ...waiting, state: "refused" }]).isWhole).toBe(false);
  expect(judge([accepted("a", 10)])).toMatchObject({ isWhole: false, missing: 1 });
});
