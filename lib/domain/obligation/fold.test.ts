import { expect, it } from "vitest";
import { foldAlike } from "./fold";
import { listObligations } from "./list";
import { NOW, ROW } from "./obligation.fixture";
import { obligationOf, onDay } from "./types";

const client = (id: string | null) => (id === null ? null : { id, name: id });
const review = (reference: string, controller: string | null) =>
  obligationOf(
    { ...ROW, subject: { id: reference, reference }, controller: client(controller) },
    "measure.review",
    onDay("2026-11-20"),
  );
const folded = (...given: [string, string | null][]) =>
  foldAlike(
    listObligations(
      given.map(([reference, controller]) => review(reference, controller)),
      { now: NOW },
    ),
  ).map(({ rows }) => rows.map(({ subject }) => subject.reference).join("+"));

it.each<[string, [string, string | null][], string[]]>([
  [
    "two say the same: each by itself",
    [
      ["A", "one"],
      ["B", "one"],
    ],
    ["A", "B"],
  ],
  [
    "three of one client: one line",
    [
      ["A", "one"],
      ["B", "one"],
      ["C", "one"],
    ],
    ["A+B+C"],
  ],
  [
    "at the place of the first, others between them stay",
    [
      ["A", "one"],
      ["B", "two"],
      ["C", "one"],
      ["D", "one"],
    ],
    ["A+C+D", "B"],
  ],
  [
    "three of no client: each by itself",
    [
      ["A", null],
      ["B", null],
      ["C", null],
    ],
    ["A", "B", "C"],
  ],
  ["none", [], []],
])("%s", (_what, given, lines) => expect(folded(...given)).toEqual(lines));

it("folds lines of another kind apart", () => {
  const other = (reference: string) =>
    obligationOf(
      { ...ROW, subject: { id: reference, reference }, controller: client("one") },
      "contract.notice",
      onDay("2026-11-20"),
    );
  const rows = listObligations([review("A", "one"), review("B", "one"), other("C")], { now: NOW });
  expect(foldAlike(rows).every(({ rows: alike }) => alike.length === 1)).toBe(true);
});
