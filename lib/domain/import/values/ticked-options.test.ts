import { describe, expect, it } from "vitest";
import { readRow } from "../read-row";
import type { ImportTarget } from "../types";
import { tickedOptionsOf } from "./ticked-options";

describe("tickedOptionsOf", () => {
  it.each([
    ["☒ Oui ☐ Non", "Oui"],
    ["☐ Oui ☒ Non", "Non"],
    ["☐ Oui ☐ Non", ""],
    ["☒ Oui ☐ Non : santé", "Oui : santé"],
    ["☒ Oui (15-18 ans) ☐ Non", "Oui (15-18 ans)"],
    ["[x] CCT [ ] BCR [ ] Adéquation", "CCT"],
    ["☑ Maroc\n☐ Tunisie\n☑ Sénégal", "Maroc ; Sénégal"],
    ["✓ OVH\n✓ AWS", "✓ OVH\n✓ AWS"],
    ["☐", "☐"],
    ["Maroc", "Maroc"],
  ])("%j is %j", (cell, kept) => expect(tickedOptionsOf(cell)).toBe(kept));
});

it("reads of a form in a cell what is ticked, in every field", () => {
  const cells: [ImportTarget, string][] = [
    ["transfer", "☑ Maroc ☐ Tunisie"],
    ["instrument", "☒ CCT ☐ BCR"],
    ["special", "☐ Oui ☒ Non"],
    ["minors", "☐ Oui ☐ Non"],
    ["subProcessors", "☒ Oui ☐ Non"],
  ];
  const { content, doubts } = readRow({
    line: 2,
    cells: cells.map(([, cell]) => cell),
    mapping: cells.map(([target], column) => ({ column, header: target, target })),
  });
  expect(doubts).toEqual([]);
  expect(content).toMatchObject({
    destinations: [{ country: "MA", instrument: "scc-unspecified" }],
    specialAnswer: "no",
    minorsAnswer: "unanswered",
    subProcessorsAnswer: "yes",
  });
});
