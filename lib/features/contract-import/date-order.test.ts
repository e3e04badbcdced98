import { expect, it } from "vitest";
import type { DateOrder } from "@/lib/domain/import/types";
import { readContractSheets } from "@/lib/domain/contract-import/read-sheets";
import { contractVocabulary } from "@/lib/features/contract-import/read/vocabulary";

const vocabulary = await contractVocabulary();

/** The first contract of a table with these days of signature. */
function readFirst(head: string, days: readonly string[], dateOrder: DateOrder | null = null) {
  const rows = [
    ["Reference", "Client", "Title", head],
    ...days.map((day, at) => [`C-${at}`, "Orvelle", "Calls", day]),
  ];
  const read = readContractSheets([{ name: "Contracts", rows, lines: rows.map((_, at) => at + 1) }], {
    known: [],
    chosen: [],
    vocabulary,
    matrix: new Map(),
    isChosenName: () => false,
    today: "2026-11-24",
    dateOrder,
  });
  const { signedOn, issues = [] } = read!.lines[0]!;
  return [signedOn, ...issues.map(({ key }) => key), ...read!.orderCells];
}

it.each([
  ["Signed on", ["02/03/2024"], [null, "dayOrder", "02/03/2024"]],
  ["Signed on", ["02/03/2024", "03/31/2024"], ["2024-02-03"]],
  ["Signed on", ["02/03/2024", "31/03/2024"], ["2024-03-02"]],
  ["Signed on", ["2024-03-02"], ["2024-03-02"]],
  ["Date de signature", ["02/03/2024"], ["2024-03-02"]],
])("under %s, %j is read, or refused where nothing says its order", (head, days, first) =>
  expect(readFirst(head, days)).toEqual(first),
);

it.each([
  ["day", "2024-03-02"],
  ["month", "2024-02-03"],
] as const)("is read %s first where a person said so", (order, day) =>
  expect(readFirst("Signed on", ["02/03/2024"], order)).toEqual([day, "02/03/2024"]),
);

it("is not turned by an answer where the sheet shows its order", () =>
  expect(readFirst("Signed on", ["02/03/2024", "31/03/2024"], "month")).toEqual(["2024-03-02"]));
