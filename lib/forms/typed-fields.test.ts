import { expect, test } from "vitest";
import { z } from "zod";
import { blankAsNull, count, lines, place, rowsOf, sectionForm, several, ticked } from "./typed-fields";

// Covers what browsers send for a group of boxes, our own values, and requests made by hand.
test.each([
  [undefined, []],
  [null, []],
  ["", []],
  [false, []],
  [[], []],
  [["", ""], []],
  ["a", ["a"]],
  [["a"], ["a"]],
  [
    ["", "a", "b", ""],
    ["a", "b"],
  ],
  [0, [0]],
  [
    [0, 1],
    [0, 1],
  ],
  [{ id: "a" }, [{ id: "a" }]],
  [[false, "a", null], ["a"]],
])("several of %j are %j", (sent, values) => {
  expect(several(sent)).toEqual(values);
});

test("several skip the holes that a form's numbered names leave", () => {
  const sent: string[] = [];
  sent[2] = "c";
  expect(several(sent)).toEqual(["c"]);
});

test.each([
  [undefined, null],
  [null, null],
  ["", null],
  ["0", 0],
  ["12", 12],
  [12, 12],
])("a count of %j is %j", (sent, value) => {
  expect(count(z.number().int().nullable()).parse(sent)).toBe(value);
});

test.each(["douze", "1,5", "1.5", {}])("no count is %j", (sent) => {
  expect(count(z.number().int().nullable()).safeParse(sent).success).toBe(false);
});

test.each([
  [undefined, false],
  ["true", true],
  ["on", true],
  ["false", false],
  [true, true],
])("a box that sends %j is %j", (sent, value) => {
  expect(ticked.parse(sent)).toBe(value);
});

test.each([
  [undefined, []],
  ["", []],
  ["a\r\n\n  b \n", ["a", "b"]],
  [
    ["a", "b"],
    ["a", "b"],
  ],
])("the lines of %j are %j", (sent, entries) => {
  expect(lines.parse(sent)).toEqual(entries);
});

test("blank is null, absent too", () => {
  const day = blankAsNull(z.iso.date("day").nullable());
  expect([day.parse(""), day.parse(undefined), day.parse("2026-11-24")]).toEqual([null, null, "2026-11-24"]);
});

test("rows leave out the blank ones and the holes, and refuse what is no list", () => {
  const rows = rowsOf(
    z.object({
      name: z.string().default(""),
      country: blankAsNull(z.string().nullable()),
      isOutside: ticked,
    }),
    2,
  );
  const sent: unknown[] = [{ name: "Anfa", country: "" }];
  sent[2] = { name: "", country: null, isOutside: false };
  sent[3] = { name: "", country: "", isOutside: "true" };
  expect(rows.parse(sent)).toEqual([
    { name: "Anfa", country: null, isOutside: false },
    { name: "", country: null, isOutside: true },
  ]);
  expect(rows.parse(undefined)).toEqual([]);
  expect(rows.safeParse("Anfa").success).toBe(false);
  expect(rows.safeParse([{ name: "a" }, { name: "b" }, { name: "c" }]).success).toBe(false);
});

test("a section sends its own fields alone", () => {
  const form = sectionForm(
    { identity: z.object({ name: z.string() }), term: z.object({ days: z.coerce.number() }) },
    place,
  );
  const id = "01890000-0000-7000-8000-000000000001";
  expect(form.parse({ section: "term", id, version: "3", days: "30", name: "x" })).toEqual({
    section: "term",
    id,
    version: 3,
    days: 30,
  });
  expect(form.safeParse({ section: "other", id, version: 3 }).success).toBe(false);
});
