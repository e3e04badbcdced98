import { expect, test } from "vitest";
import { countPoints, type TodayCounts } from "./count-points";

const STANDING = { open: 0, complete: 0, incomplete: 0, due: 0, toReview: 0, drafts: 0, ended: 0 };
const NOTHING: TodayCounts = {
  facts: { standing: STANDING, own: STANDING, codes: [], worst: [], placeholders: [], now: 0 },
  points: {
    contracts: { rows: [], count: 0 },
    transfers: { rows: [], count: 0 },
    scope: { rows: [], count: 0, uncompared: 0 },
    letters: { waiting: 0, givenUp: 0, bounced: 0 },
  },
  threads: 0,
  answers: 0,
  instructions: 0,
  measures: 0,
};

test("nothing to deal with is nothing", () => expect(countPoints(NOTHING)).toBe(0));

test("a register too long to be compared claims no finding", () =>
  expect(countPoints({ ...NOTHING, points: { ...NOTHING.points, scope: null } })).toBe(0));

test.each<[string, number, Partial<TodayCounts>]>([
  [
    "contracts, with those that the list has",
    9,
    { points: { ...NOTHING.points, contracts: { rows: [], count: 9 } } },
  ],
  ["transfers", 2, { points: { ...NOTHING.points, transfers: { rows: [], count: 2 } } }],
  [
    "what nothing covers, and a line for what nobody compared",
    4,
    { points: { ...NOTHING.points, scope: { rows: [], count: 3, uncompared: 8 } } },
  ],
  [
    "letters, a line for each way",
    2,
    { points: { ...NOTHING.points, letters: { waiting: 40, givenUp: 3, bounced: 0 } } },
  ],
  ["threads", 7, { threads: 7 }],
  ["answers", 4, { answers: 4 }],
  ["instructions, one line", 1, { instructions: 12 }],
  ["measures", 2, { measures: 2 }],
  [
    "reviews and drafts, a line each",
    2,
    { facts: { ...NOTHING.facts, standing: { ...STANDING, toReview: 5, drafts: 3 } } },
  ],
  [
    "each mention that is open",
    2,
    {
      facts: {
        ...NOTHING.facts,
        codes: [
          { code: "REG-5", records: 8 },
          { code: "SUB-28-2", records: 1 },
        ],
      },
    },
  ],
])("%s: %i", (_what, count, change) => expect(countPoints({ ...NOTHING, ...change })).toBe(count));
