import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DUTIES } from "./duties";
import { type FindingGroup, type FindingWindow, partyOf, windowsOf } from "./finding-windows";

type Row = { duty: string; key: string; name: string; reference: number };

/** Parties of every duty in the list's order; two may have one name. */
const anyGroups = fc
  .array(
    fc.record({
      duty: fc.constantFrom(...DUTIES),
      name: fc.constantFrom("", "A", "B", "C"),
      lacking: fc.integer({ min: 0, max: 5 }),
      isOwn: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((drawn) =>
    drawn
      .map(({ duty, name, lacking, isOwn }, index): FindingGroup => {
        const controllerId = isOwn || name === "" ? null : `id-${index}`;
        return { duty, lacking, isOwn, controllerId, controller: isOwn ? "" : name };
      })
      .filter((group, index, all) => all.findIndex((one) => isSame(one, group)) === index)
      .toSorted(compareGroups),
  );

function isSame(one: FindingGroup, other: FindingGroup): boolean {
  return one.duty === other.duty && partyOf(one) === partyOf(other);
}

function compareGroups(one: FindingGroup, other: FindingGroup): number {
  return (
    DUTIES.indexOf(one.duty) - DUTIES.indexOf(other.duty) ||
    Number(other.isOwn) - Number(one.isOwn) ||
    one.controller.localeCompare(other.controller, "en")
  );
}

/** The whole list: rows of parties of one name alternate. */
function rowsOf(groups: readonly FindingGroup[]): Row[] {
  return groups
    .flatMap((group) =>
      Array.from({ length: group.lacking }, (_, reference) => ({ group, key: partyOf(group), reference })),
    )
    .toSorted(
      (one, other) =>
        compareGroups(one.group, other.group) ||
        one.reference - other.reference ||
        (one.key < other.key ? -1 : 1),
    )
    .map(({ group, key, reference }) => ({ duty: group.duty, key, name: group.controller, reference }));
}

function read(rows: readonly Row[], { duty, parties, from, take }: FindingWindow): Row[] {
  return rows.filter((row) => row.duty === duty && parties.includes(row.key)).slice(from, from + take);
}

describe("windowsOf", () => {
  it("reads what the same page of the whole list has", () => {
    fc.assert(
      fc.property(anyGroups, fc.nat(80), fc.integer({ min: 1, max: 20 }), (groups, from, take) => {
        const rows = rowsOf(groups);
        const found = windowsOf(groups, { from, take }).flatMap((window) => read(rows, window));
        expect(found).toEqual(rows.slice(from, from + take));
      }),
    );
  });

  it("names no party but those of the page", () => {
    const group = (id: string, lacking: number): FindingGroup => ({
      duty: "contract",
      controllerId: id,
      isOwn: false,
      controller: id,
      lacking,
    });
    const groups = [group("a", 3), group("b", 3), group("c", 0), group("d", 3)];
    expect(windowsOf(groups, { from: 4, take: 3 })).toEqual([
      { duty: "contract", parties: ["b", "d"], from: 1, take: 3 },
    ]);
    expect(windowsOf(groups, { from: 9, take: 3 })).toEqual([]);
    expect(windowsOf([], { from: 0, take: 3 })).toEqual([]);
  });
});
