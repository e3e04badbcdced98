import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText, type JsonValue } from "./canonical";

// JSON as it can be typed, without the half characters that the format refuses.
const json = fc
  .jsonValue({ stringUnit: "grapheme" })
  .map((value) => value as JsonValue)
  .filter((value) => !JSON.stringify(value).includes("\\u0000"));

describe("canonicalText", () => {
  it.each<[string, JsonValue, string]>([
    ["sorts keys", { b: 1, a: 2, aa: 3, A: 4 }, '{"A":4,"a":2,"aa":3,"b":1}'],
    ["sorts by UTF-16 code unit", { "😀": 1, "\ufb33": 2, é: 3, z: 4 }, '{"z":4,"é":3,"😀":1,"\ufb33":2}'],
    [
      "sorts at every depth, and leaves lists in their order",
      [{ b: [3, 1, 2], a: {} }],
      '[{"a":{},"b":[3,1,2]}]',
    ],
    [
      "writes numbers as ECMAScript does",
      [-0, 1e21, 1e-7, 0.1, 333333333.33333329],
      "[0,1e+21,1e-7,0.1,333333333.3333333]",
    ],
    ["escapes only what must be", '\u001f\n\t"\\/é€😀\u2028', '"\\u001f\\n\\t\\"\\\\/é€😀\u2028"'],
    ["does not normalise", ["é", "e\u0301"], '["é","e\u0301"]'],
    ["leaves undefined keys out", { a: undefined, b: null }, '{"b":null}'],
    ["takes literals", [true, false, null], "[true,false,null]"],
    ["takes the empty", [{}, [], ""], '[{},[],""]'],
  ])("%s", (_, value, text) => expect(canonicalText(value)).toBe(text));

  it.each<[string, unknown]>([
    ["a date", new Date(0)],
    ["a date inside", { at: [new Date(0)] }],
    ["a map", new Map()],
    ["bytes", new Uint8Array(2)],
    ["NaN", Number.NaN],
    ["infinity", { n: -Infinity }],
    ["undefined", undefined],
    ["undefined in a list", [1, undefined]],
    ["a hole in a list", Array(1)],
    ["a bigint", 1n],
    ["a function", { toJSON: () => "" }],
    ["half a character", "\ud83d"],
    ["half a character in a key", { "\udc00": 1 }],
    ["NUL", "a\0b"],
  ])("refuses %s", (_, value) => expect(() => canonicalText(value as JsonValue)).toThrow(TypeError));

  it("is JSON of the same value", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("is the same whatever the order of the keys, and after a round trip", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalText(value);
        expect(canonicalText(reversed(value))).toBe(text);
        expect(canonicalText(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it("tells different values apart", () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        const areEqual = canonicalText(a) === canonicalText(b);
        if (areEqual) expect(JSON.parse(JSON.stringify(a))).toEqual(JSON.parse(JSON.stringify(b)));
      }),
    );
  });
});

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member!)]),
  );
}
