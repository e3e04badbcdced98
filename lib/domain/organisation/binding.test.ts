import { describe, expect, it } from "vitest";
import { basisOf } from "./binding";

describe("basisOf", () => {
  it.each([
    ["union-establishment", "statutory"],
    ["direct-3-2", "statutory"],
    ["contractual-only", "contractual"],
  ] as const)("%s: %s", (gdprBinding, basis) => {
    expect(basisOf({ gdprBinding })).toEqual({ basis, reason: gdprBinding });
  });
});
