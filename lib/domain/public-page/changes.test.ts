import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSubProcessors, type PublishedSubProcessor } from "./changes";

const HOSTING: PublishedSubProcessor = {
  id: "a",
  name: "Hébergeur Atlas",
  service: "Hébergement",
  country: "FR",
  countries: ["FR", "MA"],
};

describe("compareSubProcessors", () => {
  it.each([
    ["the same list", [HOSTING], [HOSTING], []],
    ["countries in another order", [HOSTING], [{ ...HOSTING, countries: ["MA", "FR"] }], []],
    ["one that came", [], [HOSTING], ["added"]],
    ["one that went", [HOSTING], [], ["ended"]],
    ["another name", [HOSTING], [{ ...HOSTING, name: "Atlas Cloud" }], ["changed"]],
    ["another country", [HOSTING], [{ ...HOSTING, countries: ["FR"] }], ["changed"]],
    ["one of the same name in its place", [HOSTING], [{ ...HOSTING, id: "b" }], ["added", "ended"]],
  ])("finds in %s what a reader would see", (_, before, now, kinds) => {
    expect(compareSubProcessors(before, now).map(({ kind }) => kind)).toEqual(kinds);
  });

  const list = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom("a", "b", "c", "d"),
      name: fc.constantFrom("Un", "Deux"),
      service: fc.constantFrom("", "Appels"),
      country: fc.constantFrom(null, "FR"),
      countries: fc.subarray(["FR", "MA", "TN"]),
    }),
    { selector: ({ id }) => id },
  );

  it("leads from any list to any other, and says nothing where they are the same", () => {
    fc.assert(
      fc.property(list, list, (before, now) => {
        const changes = compareSubProcessors(before, now);
        const ended = changes.flatMap((one) => (one.kind === "ended" ? [one.before.id] : []));
        const replaced = new Map(
          changes.flatMap((one) => (one.kind === "ended" ? [] : [[one.now.id, one.now]])),
        );
        const rest = before.filter(({ id }) => !ended.includes(id) && !replaced.has(id));
        const reached = [...rest, ...replaced.values()].map(seen).sort();
        expect(reached).toEqual(now.map(seen).sort());
        expect(compareSubProcessors(now, now)).toEqual([]);
      }),
    );
  });
});

function seen({ countries, ...rest }: PublishedSubProcessor): string {
  return JSON.stringify({ ...rest, countries: [...countries].sort() });
}
