import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalInstruction, excerptOf } from "./text";

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

describe("excerptOf", () => {
  it("gives a short text whole, and a long one to 160 characters with its sign", () => {
    expect(excerptOf("x".repeat(160))).toBe("x".repeat(160));
    expect(excerptOf("x".repeat(161))).toBe(`${"x".repeat(159)}…`);
    expect(excerptOf(`${"x".repeat(150)}${" ".repeat(9)}yy`)).toBe(`${"x".repeat(150)}…`);
  });
});
