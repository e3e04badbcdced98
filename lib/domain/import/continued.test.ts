import { expect, test } from "vitest";
import { joinContinued } from "./continued";
import { OWN_HEADS } from "./own-heads";

const { marks, continued } = OWN_HEADS.fr;
const HEADER = ["Réf.", "Opérations réalisées", ...marks];
const ROWS = [
  ["T-001", "Début\n[suite : feuille « Suites »]"],
  ["T-002", "Court\nsur deux lignes"],
];
const REST = [
  continued,
  ["T-001", "Opérations réalisées", " puis le reste,\n"],
  ["T-001", "Opérations réalisées", "et la fin"],
];

test("a cell that goes on in a sheet of its own is whole again, and no other is touched", () => {
  expect(joinContinued(HEADER, ROWS, [[["Couverture"]], REST])).toEqual([
    ["T-001", "Début puis le reste,\net la fin"],
    ROWS[1],
  ]);
});

test("somebody else's sheet, or one that was taken away, leaves the cells as they are", () => {
  expect(joinContinued(["Réf.", "Opérations réalisées"], ROWS, [REST])).toEqual(ROWS);
  expect(joinContinued(HEADER, ROWS, [])).toEqual(ROWS);
});
