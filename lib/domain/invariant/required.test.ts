import { describe, expect, it } from "vitest";
import { entryOf, fieldOf, isNonEmpty, itemAt, lastOf, onlyOf, required } from "./required";

describe("what an invariant promises", () => {
  it("is given where it is there, be it nothing, zero or false", () => {
    expect(required(0, "count")).toBe(0);
    expect(required("", "text")).toBe("");
    expect(required(false, "tick")).toBe(false);
    expect(itemAt([null], 0)).toBeNull();
    expect(itemAt("abc", 2)).toBe("c");
    expect(lastOf(new Uint8Array([1, 2]))).toBe(2);
    expect(entryOf(new Map([["a", 0]]), "a")).toBe(0);
    expect(fieldOf({ a: "" }, "a")).toBe("");
  });

  it("throws with its name where it is absent", () => {
    expect(() => required(null, "the head")).toThrow("Absent: the head.");
    expect(() => required(undefined, "the head")).toThrow("Absent: the head.");
    expect(() => itemAt(["a"], 1)).toThrow("Absent: item 1 of 1.");
    expect(() => itemAt(["a"], -1)).toThrow("Absent: item -1 of 1.");
    expect(() => lastOf([])).toThrow("Absent: item -1 of 0.");
    expect(() => entryOf(new Map(), "a")).toThrow("Absent: entry a.");
    expect(() => fieldOf({}, "constructor")).toThrow("Absent: field constructor.");
  });
});

describe("onlyOf", () => {
  it("answers for exactly one item", () => {
    expect(onlyOf(["a"])).toBe("a");
    expect(onlyOf([])).toBeNull();
    expect(onlyOf(["a", "b"])).toBeNull();
  });
});

describe("isNonEmpty", () => {
  it("tells a list with a first item", () => {
    expect(isNonEmpty([])).toBe(false);
    expect(isNonEmpty([undefined])).toBe(true);
  });
});
