import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeLines, mergeLists } from "./merge-lists";

const merge = (base: string[], yours: string[], theirs: string[]) =>
  mergeLists(base, yours, theirs, (item) => item);

describe("mergeLists", () => {
  test.each([
    ["both added", "a", "a b", "a c", "a c b"],
    ["one added, one took away", "a b", "a b c", "b", "b c"],
    ["both added the same", "a", "a b", "a b", "a b"],
    ["both took the same away", "a b", "a", "a", "a"],
    ["one reworded, the other added", "a b", "A b", "a b c", "b c A"],
    ["both reworded the same", "a b", "A b", "Å b", null],
  ])("%s", (_, base, yours, theirs, merged) => {
    const lists = [base, yours, theirs].map((text) => text.split(" ")) as [string[], string[], string[]];
    expect(merge(...lists)).toEqual(merged?.split(" ") ?? null);
  });

  const list = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 6 });

  test("who changed nothing gets the other's list", () => {
    fc.assert(
      fc.property(list, list, (base, other) => {
        expect(merge(base, base, other)).toEqual(other);
        expect([...merge(base, other, base)!].sort()).toEqual([...other].sort());
      }),
    );
  });

  test("nothing added is lost, and nothing taken away comes back", () => {
    fc.assert(
      fc.property(list, list, list, (base, yours, theirs) => {
        const merged = merge(base, yours, theirs);
        if (!merged) return;
        for (const item of [...yours, ...theirs]) if (!base.includes(item)) expect(merged).toContain(item);
        for (const item of base)
          if (!yours.includes(item) || !theirs.includes(item)) expect(merged).not.toContain(item);
        expect(new Set(merged).size).toBe(merged.length);
      }),
    );
  });
});

test("lines are items, whatever the browser ends them with", () => {
  expect(mergeLines("Appels\nÉcoute", "Appels\r\nÉcoute\r\nTri\r\n", "Appels\n\nÉcoute\nSaisie")).toBe(
    "Appels\nÉcoute\nSaisie\nTri",
  );
});
