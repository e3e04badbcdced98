import { describe, expect, it } from "vitest";
import { nextReference, referenceNumber } from "./reference";

describe("nextReference", () => {
  it.each([
    [0, "processor", "T-001"],
    [41, "processor", "T-042"],
    [999, "processor", "T-1000"],
    [0, "controller", "I-001"],
    [12, "controller", "I-013"],
  ] as const)("after %i in the %s's register: %s", (highest, capacity, reference) => {
    expect(nextReference(highest, capacity)).toBe(reference);
    expect(referenceNumber(reference, capacity)).toBe(highest + 1);
  });
});

describe("referenceNumber", () => {
  it.each([
    ["T-0001", "processor", 1],
    ["I-007", "controller", 7],
    // A reference of the other register, or of nobody's form, holds no place in the sequence.
    ["I-007", "processor", 0],
    ["T-007", "controller", 0],
    ["T-", "processor", 0],
    ["T-7-1", "processor", 0],
    ["T-7a", "processor", 0],
    ["2024-14", "processor", 0],
    ["T-123456789", "processor", 0],
  ] as const)("%s in the %s's register: %i", (reference, capacity, number) => {
    expect(referenceNumber(reference, capacity)).toBe(number);
  });
});
