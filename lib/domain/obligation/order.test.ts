import { expect, it } from "vitest";
import { listObligations } from "./list";
import { NOW, ROW } from "./obligation.fixture";
import { obligationOf, onDay } from "./types";

it("lists what is due on one day by reference, whatever the identifiers are", () => {
  const rows = [
    { id: "3", reference: "TR-001" },
    { id: "1", reference: "TR-002" },
    { id: "2", reference: "TR-003" },
  ].map((subject) => obligationOf({ ...ROW, subject }, "transfer.review", onDay("2026-12-01")));
  const references = (given: typeof rows) =>
    listObligations(given, { now: NOW }).map(({ subject }) => subject.reference);
  expect(references(rows)).toEqual(["TR-001", "TR-002", "TR-003"]);
  expect(references(rows.toReversed())).toEqual(["TR-001", "TR-002", "TR-003"]);
});
