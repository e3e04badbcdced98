import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONSULTATION_STATES } from "./lifecycle";
import { type Link, linkStatus } from "./link";

const NOW = Date.parse("2026-12-10T10:00:00Z");
const link = (changes: Partial<Link> = {}): Link => ({
  state: "open",
  firstDay: "2026-12-01",
  lastDay: "2026-12-31",
  revokedAt: null,
  isInstructed: true,
  ...changes,
});
const on = (day: string, now = NOW) => ({ day, now });

describe("a link", () => {
  it.each<[string, Link | null, string, string]>([
    ["nobody made", null, "2026-12-10", "unknown"],
    ["of an open consultation", link(), "2026-12-10", "valid"],
    ["on the first day", link(), "2026-12-01", "valid"],
    ["before the first day", link(), "2026-11-30", "early"],
    ["on the last day", link(), "2026-12-31", "valid"],
    ["after the last day", link(), "2027-01-01", "expired"],
    ["of a draft", link({ state: "draft" }), "2026-12-10", "early"],
    ["without days", link({ firstDay: null, lastDay: null }), "2026-12-10", "early"],
    ["of a closed one", link({ state: "closed" }), "2026-12-10", "expired"],
    ["of a revoked one", link({ state: "revoked" }), "2026-12-10", "revoked"],
    ["whose instruction was withdrawn", link({ isInstructed: false }), "2026-12-10", "suspended"],
    ["whose instruction was withdrawn, and is over", link({ isInstructed: false }), "2027-01-01", "expired"],
    ["that was revoked", link({ revokedAt: NOW }), "2026-12-10", "revoked"],
    ["revoked a moment later", link({ revokedAt: NOW + 1 }), "2026-12-10", "valid"],
    ["revoked and past its day", link({ revokedAt: NOW - 1 }), "2027-01-01", "revoked"],
  ])("%s", (_, of, day, expected) => {
    expect(linkStatus(of, on(day))).toBe(expected);
  });

  it("is valid on one run of days at most, and never once it was revoked", () => {
    const day = fc
      .integer({ min: 0, max: 40 })
      .map((at) => new Date(at * 86_400_000).toISOString().slice(0, 10));
    const any = fc.record({
      state: fc.constantFrom(...CONSULTATION_STATES),
      firstDay: fc.option(day),
      lastDay: fc.option(day),
      revokedAt: fc.option(fc.integer({ min: 0, max: 10 })),
      isInstructed: fc.boolean(),
    });
    fc.assert(
      fc.property(any, day, fc.integer({ min: 0, max: 10 }), (of, asked, now) => {
        const isValid = linkStatus(of, { day: asked, now }) === "valid";
        const isWithin =
          of.firstDay !== null && of.lastDay !== null && of.firstDay <= asked && asked <= of.lastDay;
        const isRevoked = of.revokedAt !== null && of.revokedAt <= now;
        expect(isValid).toBe(of.state === "open" && of.isInstructed && isWithin && !isRevoked);
      }),
    );
  });
});
