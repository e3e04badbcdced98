import { expect, it } from "vitest";
import { groupAlike, isNameAsked } from "./alike-cells";
import { askClients } from "./client-names";
import { meaningsOf } from "./ambiguous-contract-heads";
import type { CellIssue } from "./read-sheet-cell";

const issue = (line: number, change: Partial<CellIssue> = {}): CellIssue => ({
  sheet: "Clauses",
  line,
  head: "Client",
  cell: "la banque",
  key: "controller",
  ...change,
});

it("says once what thirty cells say, with their rows", () => {
  const cells = Array.from({ length: 30 }, (_, at) => issue(at + 2));
  const groups = groupAlike([...cells, issue(9, { key: "day", cell: "hier" })]);
  expect(groups.map(({ first, rows }) => [first.key, rows.length])).toEqual([
    ["controller", 30],
    ["day", 1],
  ]);
  expect(groups[0]?.rows.at(-1)).toBe(31);
});

it("says that a name is another's only once somebody has said whose it is", () => {
  const asked = (chosenId: string) => [{ name: "la banque", candidates: [], chosenId }];
  expect(isNameAsked(issue(2), asked(""))).toBe(true);
  expect(isNameAsked(issue(2), asked("k1"))).toBe(false);
  expect(isNameAsked(issue(2, { key: "day" }), asked(""))).toBe(false);
});

it("offers a client whose name is a letter off, as the page of a breach does", () => {
  const clients = [
    { id: "k1", legalName: "Nomade SARL" },
    { id: "k2", legalName: "Orvelle Énergie" },
  ];
  const parties = clients.map(({ id, legalName }) => ({ id, companies: [legalName] }));
  const candidatesOf = (name: string) =>
    askClients([name], { clients, chosen: new Map(), parties })[0]?.candidates.map(({ id }) => id);
  expect(candidatesOf("Nomadde")).toEqual(["k1"]);
  expect(candidatesOf("Orvel")).toEqual(["k2"]);
});

it("asks what a head of several meanings is of, but for what another column is", () => {
  expect(meaningsOf("Date", new Set())).toEqual(["signedOn", "effectiveOn", "term.endsOn", "endedOn"]);
  expect(meaningsOf("المدة", new Set(["term.endsOn"]))).toEqual(["term.noticeCount", "object.retention"]);
  expect(meaningsOf("Date de signature", new Set())).toEqual([]);
});
