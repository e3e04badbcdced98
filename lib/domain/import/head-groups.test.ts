import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countKnownHeads, guessColumns } from "./columns";
import { groupedHead, isGroupRow } from "./head-groups";
import { splitHead } from "./split-head";
import { fillMerged, type Merge } from "./merged";

const ROWS = [
  ["Réf.", "Client", "", "", "Activité", "Sous-traitants ultérieurs", "", "Transferts hors UE", ""],
  ["", "Nom", "Pays", "Adresse", "", "Noms", "Adresse", "Pays", "Garanties"],
  ["R-1", "Voltiris", "France", "Lyon", "Chat", "Numéria", "Rabat", "Maroc", "CCT"],
];
const MERGES: Merge[] = [
  [0, 0, 1, 0],
  [0, 1, 0, 3],
  [0, 4, 1, 4],
  [0, 5, 0, 6],
  [0, 7, 0, 8],
];
const isKnown = (heading: string) => countKnownHeads([heading]) > 0;
const FIELDS = [
  "reference",
  "controllerName",
  "controllerCountry",
  "controllerAddress",
  "activity",
  "subProcessors",
  "note",
  "transfer",
  "instrument",
];

describe("a head on two levels", () => {
  const filled = fillMerged(ROWS, MERGES).rows;

  it("is read with the heading over each column, which decides what an ambiguous one is", () => {
    expect(isGroupRow({ rows: filled, merges: MERGES }, 0)).toBe(true);
    expect(isGroupRow({ rows: filled, merges: MERGES }, 1)).toBe(false);
    const head = groupedHead({ rows: filled, merges: MERGES }, 1, isKnown);
    expect(head).toEqual([
      "Réf.",
      "Client › Nom",
      "Client › Pays",
      "Client › Adresse",
      "Activité",
      "Sous-traitants ultérieurs › Noms",
      "Sous-traitants ultérieurs › Adresse",
      "Transferts hors UE › Pays",
      "Transferts hors UE › Garanties",
    ]);
    expect(guessColumns(head).map(({ target }) => target)).toEqual(FIELDS);
  });

  it("is read of a text too, where the heading stands over the first of its columns", () => {
    const rows = [
      ["", "", "Client", "", "Transferts", ""],
      ["Réf.", "Activité", "Nom", "Pays", "Pays", "Garanties"],
    ];
    expect(guessColumns(groupedHead({ rows }, 1, isKnown)).map(({ target }) => target)).toEqual([
      "reference",
      "activity",
      "controllerName",
      "controllerCountry",
      "transfer",
      "instrument",
    ]);
  });

  it.each([
    ["a title over the first column", ["Registre", "", ""], []],
    ["a title over the whole table", ["Registre", "", ""], [[0, 0, 0, 2]]],
    ["a title and what stands beside it", ["Registre RGPD", "", "Version 3"], []],
  ] as const)("is none under %s", (_, above, merges: readonly Merge[]) => {
    const rows = [above, ["Client", "Activité", "Pays"]];
    expect(groupedHead({ rows, merges }, 1, isKnown)).toEqual(rows[1]);
    expect(isGroupRow({ rows, merges }, 0)).toBe(false);
  });

  it("leaves no heading out, whatever stands over it", () => {
    const cell = fc.constantFrom("", "Pays", "Nom", "Client", "Activité", "Transferts", "a › b");
    const row = fc.array(cell, { minLength: 4, maxLength: 4 });
    const merge = fc
      .tuple(fc.nat(1), fc.nat(3), fc.nat(1), fc.nat(3))
      .map(([top, left, down, right]): Merge => [top, left, top + down, left + right]);
    fc.assert(
      fc.property(row, row, fc.array(merge, { maxLength: 2 }), (above, head, merges) => {
        const rows = [above, head];
        const read = groupedHead({ rows, merges }, 1, isKnown);
        head.forEach((own, column) => {
          if (own !== "") expect(read[column]!.endsWith(own)).toBe(true);
          expect(guessColumns(read)[column]?.header ?? "").toBe(read[column]);
          expect(splitHead(read[column]!).own === "" && own !== "").toBe(false);
        });
      }),
    );
  });
});
