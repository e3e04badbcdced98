import { expect, test } from "vitest";
import { batchText, type AccessEntry } from "./batch";

const makeEntry = (id: string, label = "T-001"): AccessEntry => ({
  id,
  contactId: "c",
  noun: "processing-record",
  subjectId: "r",
  label,
  at: "2026-11-26T09:00:00.000Z",
});

test("says the same whatever order the looks come in", () => {
  expect(batchText([makeEntry("2"), makeEntry("1")])).toBe(batchText([makeEntry("1"), makeEntry("2")]));
});

test("says something else once a look is left out, added or changed", () => {
  const whole = batchText([makeEntry("1"), makeEntry("2")]);
  const others = [
    [makeEntry("1")],
    [makeEntry("1"), makeEntry("2"), makeEntry("3")],
    [makeEntry("1"), makeEntry("2", "T-002")],
  ];
  for (const entries of others) expect(batchText(entries)).not.toBe(whole);
});

test("is a line of canonical JSON per look", () => {
  expect(batchText([makeEntry("1")])).toBe(
    '{"at":"2026-11-26T09:00:00.000Z","contactId":"c","id":"1","label":"T-001","noun":"processing-record","subjectId":"r"}',
  );
});
