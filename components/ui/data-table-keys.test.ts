import { expect, test } from "vitest";
import { nextCursor } from "./data-table-keys";

test.each([
  ["j enters the table", "j", -1, 3, 0],
  ["j goes down", "j", 0, 3, 1],
  ["j stays on the last row", "j", 2, 3, 2],
  ["k goes up", "k", 2, 3, 1],
  ["k stays on the first row", "k", 0, 3, 0],
  ["k enters the table too", "k", -1, 3, 0],
  ["another key moves nothing", "x", 1, 3, undefined],
  ["an empty table has no row", "j", -1, 0, undefined],
])("%s", (_, key, cursor, rows, expected) => {
  expect(nextCursor(key, cursor, rows)).toBe(expected);
});

test("the arrows walk only where a row has the focus", () => {
  expect(nextCursor("ArrowDown", 0, 3)).toBeUndefined();
  expect(nextCursor("ArrowDown", 0, 3, true)).toBe(1);
  expect(nextCursor("ArrowUp", 1, 3, true)).toBe(0);
});
