import { describe, expect, test } from "vitest";
import { directionOf, resolveLocale } from "./locale";

describe("resolveLocale", () => {
  test.each([
    ["the person's choice goes first", "ar", "fr-FR", "ar"],
    ["a cookie we do not know is ignored", "de", "en-GB,en;q=0.9", "en"],
    ["the browser's order is followed by weight, not by place", undefined, "en;q=0.6, ar-MA;q=0.9, de", "ar"],
    ["a refused language is not offered", undefined, "en;q=0, ar;q=0.1", "ar"],
    ["a language we do not speak leaves French", undefined, "de-DE,nl;q=0.5", "fr"],
    ["nothing said leaves French", undefined, null, "fr"],
    ["a wildcard leaves French", undefined, "*", "fr"],
    ["case does not matter", undefined, "EN-us", "en"],
  ] as const)("%s", (_, cookie, header, expected) => {
    expect(resolveLocale(cookie, header)).toBe(expected);
  });
});

test("only Arabic runs from right to left", () => {
  expect((["fr", "en", "ar"] as const).map(directionOf)).toEqual(["ltr", "ltr", "rtl"]);
});
