import { expect, test } from "vitest";
import { batchText, type AccessEntry } from "./batch";

const look = (id: string, label = "T-001"): AccessEntry => ({
  id,
  contactId: "c",
  noun: "processing-record",
  subjectId: "r",
  label,
  at: "2026-11-26T09:00:00.000Z",
});

test("says the same whatever order the looks come in", () => {
  expect(batchText([look("2"), look("1")])).toBe(batchText([look("1"), look("2")]));
});

test("says something else once a look is left out, added or changed", () => {
  const whole = batchText([look("1"), look("2")]);
  const others = [[look("1")], [look("1"), look("2"), look("3")], [look("1"), look("2", "T-002")]];
  for (const looks of others) expect(batchText(looks)).not.toBe(whole);
});

test("is a line of canonical JSON per look", () => {
  expect(batchText([look("1")])).toBe(
    '{"at":"2026-11-26T09:00:00.000Z","contactId":"c","id":"1","label":"T-001","noun":"processing-record","subjectId":"r"}',
  );
});
