import { expect, test } from "vitest";
import {
  CLAUSE_FAMILIES,
  clausesOfFamily,
  retainTogetherMark,
  nextFamily,
  statedReadings,
} from "./clause-families";
import { CLAUSE_IDS } from "./clauses";

const MARK = { by: "Leïla", on: "2026-12-02" };
const reading = (answer: "present" | "absent" | "unread", place = "") => ({ answer, place, note: "" });

test("each clause stands in one family, in the order of article 28(3)", () => {
  expect(Object.values(CLAUSE_FAMILIES).flat()).toEqual([...CLAUSE_IDS]);
});

test("a reader goes through every family that has clauses, and ends", () => {
  expect(nextFamily("object", CLAUSE_IDS)).toBe("instructions");
  expect(nextFamily("object", ["K25"])).toBe("form");
  expect(nextFamily("form", CLAUSE_IDS)).toBeNull();
  expect(clausesOfFamily("object", ["K08", "K09"])).toEqual(["K08"]);
});

test("one act marks the unread clauses of its family alone, with who and when", () => {
  const stated = { K13: reading("unread", "art. 9"), K14: reading("absent"), K16: reading("unread") };
  expect(statedReadings({ before: {}, stated, allPresent: "sub-processors", mark: MARK })).toEqual({
    K13: { ...reading("present", "art. 9"), markedTogether: MARK },
    K14: reading("absent"),
    K16: reading("unread"),
  });
});

test("a mark holds until the clause is given another answer, and nobody types one", () => {
  const marked = { ...reading("present"), markedTogether: MARK };
  const other = { ...reading("present"), markedTogether: { by: "Nobody", on: "2020-01-01" } };
  expect(retainTogetherMark(marked, reading("present", "art. 3"))).toEqual({
    ...reading("present", "art. 3"),
    markedTogether: MARK,
  });
  expect(retainTogetherMark(marked, reading("absent"))).toEqual(reading("absent"));
  expect(retainTogetherMark(undefined, other)).toEqual(reading("present"));
});
