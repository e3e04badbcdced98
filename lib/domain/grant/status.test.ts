import { describe, expect, it } from "vitest";
import { grantStatus, isRevocable, type GrantFacts } from "./status";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 28, hour));
const facts: GrantFacts = {
  startsAt: at(8),
  endsAt: at(18),
  collectState: "collected",
  acceptedAt: null,
  revokedAt: null,
};

describe("the state of a grant", () => {
  it.each([
    [{}, 7, "planned"],
    [{}, 8, "granted"],
    [{ acceptedAt: at(9) }, 10, "entered"],
    [{ acceptedAt: at(9) }, 18, "ended"],
    [{ collectState: "waiting" as const }, 10, "collecting"],
    [{ collectState: "collecting" as const }, 10, "collecting"],
    [{ collectState: "failed" as const }, 10, "failed"],
    [{ collectState: "failed" as const }, 18, "ended"],
    [{ revokedAt: at(9) }, 20, "revoked"],
    [{ revokedAt: at(9), collectState: "failed" as const }, 10, "revoked"],
  ])("%j at %d h: %s", (changed, hour, state) => {
    expect(grantStatus({ ...facts, ...changed }, at(hour))).toBe(state);
  });

  it("is revocable until it is over", () => {
    expect(
      ["collecting", "failed", "planned", "granted", "entered"].every((state) => isRevocable(state as never)),
    ).toBe(true);
    expect([isRevocable("ended"), isRevocable("revoked")]).toEqual([false, false]);
  });
});
