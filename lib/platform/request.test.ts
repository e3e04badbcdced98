import { expect, it } from "vitest";
import { isTooLong } from "./request";

const declaring = (length: string | undefined) =>
  new Request("http://localhost/", { headers: length === undefined ? {} : { "content-length": length } });

it.each([
  ["1000", false],
  ["66536", false],
  ["66537", true],
  ["a lot", true],
  [undefined, true],
])("a form of %s bytes, where 1,000 may come: too long is %s", (length, isRefused) => {
  expect(isTooLong(declaring(length), 1000)).toBe(isRefused);
});
