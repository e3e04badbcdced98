import { expect, it } from "vitest";
import { isTooLong, readForm } from "./request";

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

it.each([
  ["application/json", '{"format":"csv"}'],
  ["multipart/form-data; boundary=x", "broken off"],
  ["text/plain", "format=csv"],
])("is no form where it comes as %s", async (type, body) => {
  const request = new Request("http://localhost/", {
    method: "POST",
    headers: { "content-type": type },
    body,
  });
  expect(await readForm(request)).toBeNull();
});
