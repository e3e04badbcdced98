import { expect, it } from "vitest";
import { readRow } from "./read-row";
import { LEAVE_OPEN, questionKey, settleRow, TAKE } from "./settle";
import type { ColumnMapping, ImportTarget } from "./types";

const TARGETS: readonly ImportTarget[] = [
  "controllerName",
  "activity",
  "transfer",
  "persons",
  "note",
  "sites",
];
const MAPPING: ColumnMapping = TARGETS.map((target, column) => ({ column, header: `H${column}`, target }));
const CELLS = ["Orvelle SA", "Accueil", "Tunisie", "clients", "vu", "Fès"];

function rowStruck(column: number, words: string) {
  return readRow({ line: 2, cells: CELLS, mapping: MAPPING, remarks: [[column, "textStruck", { words }]] });
}

it.each([
  ["a country", 2, "Tunisie", "transfer"],
  ["a client", 0, "Orvelle SA", "controllerName"],
  ["a list", 3, "clients", "persons"],
  ["an activity", 1, "Accueil", "activity"],
] as const)("asks about %s that is struck through", (_what, column, words, field) => {
  const row = rowStruck(column, words);
  const asked = row.doubts.filter(({ key }) => key === "textStruck");
  expect(asked).toMatchObject([{ field, params: { words, cell: words } }]);
});

it("takes back what was struck through where it is left open, and keeps it where it holds", () => {
  const row = rowStruck(2, "Tunisie");
  const [asked] = row.doubts.filter(({ key }) => key === "textStruck");
  const key = questionKey(asked!);
  expect(settleRow(row, { [key]: LEAVE_OPEN }).content).toMatchObject({
    transferAnswer: "unanswered",
    destinations: [],
    transferText: "Tunisie",
  });
  expect(settleRow(row, { [key]: TAKE }).content.destinations).toMatchObject([{ country: "TN" }]);
  const people = rowStruck(3, "clients");
  const settled = settleRow(people, {
    [questionKey(people.doubts.find(({ key }) => key === "textStruck")!)]: LEAVE_OPEN,
  });
  expect([settled.content.persons, settled.content.notes]).toEqual([[], expect.stringContaining("clients")]);
  const client = rowStruck(0, "Orvelle SA");
  const ofClient = questionKey(client.doubts.find(({ key }) => key === "textStruck")!);
  expect(settleRow(client, { [ofClient]: LEAVE_OPEN }).controllerName).toBe("");
});

it("asks apart where other words of one cell are struck, and tells of a note", () => {
  const of = (words: string) => {
    const cells = CELLS.with(2, "Tunisie, Maroc");
    const row = readRow({ line: 2, cells, mapping: MAPPING, remarks: [[2, "textStruck", { words }]] });
    return row.doubts.filter(({ key }) => key === "textStruck").map(questionKey);
  };
  expect(of("Tunisie")).not.toEqual(of("Maroc"));
  expect(rowStruck(4, "vu").doubts).toMatchObject([{ key: "strikeLost", params: { words: "vu" } }]);
});
