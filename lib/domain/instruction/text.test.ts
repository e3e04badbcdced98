import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalInstruction } from "./text";

it("writes the same words alike, however they were typed", () => {
  expect(canonicalInstruction("  Cessez l’e\u0301coute\r\ndès lundi\r")).toBe("Cessez l’écoute\ndès lundi");
});

it("changes nothing of what it has written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const once = canonicalInstruction(text);
      expect(canonicalInstruction(once)).toBe(once);
    }),
  );
});
