import { expect, test } from "vitest";
import { roomHref, roomOf, ROOMS } from "./rooms";

test.each([
  ["/nejma-contact", "today"],
  ["/nejma-contact/records", "records"],
  ["/nejma-contact/records/import/3", "records"],
  ["/records/controllers", "controllers"],
  ["/nejma-contact/elsewhere", "today"],
])("%s stands in %s", (pathname, room) => {
  expect(roomOf(pathname)).toBe(room);
});

test("every room's address leads back to it", () => {
  for (const room of ROOMS) expect(roomOf(roomHref("nejma", room.segment))).toBe(room.id);
});
