import { describe, expect, it } from "vitest";
import { basisOf, bindingUnder, ownBasisOf } from "./binding";

describe("basisOf", () => {
  it.each([
    ["union-establishment", "statutory"],
    ["direct-3-2", "statutory"],
    ["contractual-only", "contractual"],
  ] as const)("%s: %s", (gdprBinding, basis) => {
    expect(basisOf({ gdprBinding })).toEqual({ basis, reason: gdprBinding });
  });
});

describe("bindingUnder", () => {
  it.each([
    ["contractual-only", "direct_3_2", "direct-3-2"],
    ["direct-3-2", "contractual_only", "contractual-only"],
    ["direct-3-2", null, "direct-3-2"],
    ["union-establishment", "contractual_only", "union-establishment"],
  ] as const)("%s, a contract that says %s: %s", (usual, agreed, binding) => {
    expect(bindingUnder(usual, agreed)).toBe(binding);
  });
});

describe("ownBasisOf", () => {
  it.each([
    ["union-establishment", "unanswered", "statutory", "own-establishment"],
    ["union-establishment", "no", "statutory", "own-establishment"],
    ["direct-3-2", "yes", "statutory", "own-targeted"],
    ["direct-3-2", "no", "good-practice", "own-not-targeted"],
    ["direct-3-2", "unanswered", "statutory", "own-targeting-unsaid"],
    ["contractual-only", "unanswered", "good-practice", "own-outside"],
    ["contractual-only", "no", "good-practice", "own-outside"],
    // 3(2) reaches a processing, whatever the organisation believes of itself.
    ["contractual-only", "yes", "statutory", "own-targeted"],
  ] as const)("%s, targeting the Union: %s → %s", (gdprBinding, targetsUnion, basis, reason) => {
    expect(ownBasisOf({ gdprBinding }, { targetsUnion })).toEqual({ basis, reason });
  });
});
