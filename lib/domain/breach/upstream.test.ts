import { describe, expect, it } from "vitest";
import { HOUR, T0 } from "./breach.fixture";
import { agreedOn, upstreamClock, type AgreedVersion } from "./upstream";

describe("upstreamClock", () => {
  it.each([
    [T0, T0 + 2 * HOUR, { hours: 24 }, "kept"],
    [T0, T0 + 24 * HOUR, { hours: 24 }, "kept"],
    [T0, T0 + 25 * HOUR, { hours: 24 }, "late"],
    [T0, T0 + 25 * HOUR, { hours: null }, "no-hours"],
    [T0, T0 + 25 * HOUR, null, "no-contract"],
    [null, T0, { hours: 24 }, "unknown"],
    [T0, null, { hours: 24 }, "unknown"],
  ] as const)("S0 %s, told %s, agreed %o: %s", (awareAt, reportedAt, agreed, state) => {
    expect(upstreamClock({ awareAt, reportedAt, agreed }).state).toBe(state);
  });
});

describe("agreedOn", () => {
  const version = (
    recorded: string,
    hours: number | null,
    of: Partial<AgreedVersion> = {},
  ): AgreedVersion => ({
    recordedAt: Date.parse(`${recorded}T12:00:00Z`),
    hours,
    signedOn: "2026-01-10",
    endsOn: null,
    ...of,
  });
  const [first, renegotiated] = [version("2026-01-10", 24), version("2026-11-20", 72)];

  it.each<[string, AgreedVersion[], string, number | null | undefined]>([
    ["as it was before it was renegotiated", [first, renegotiated], "2026-11-19", 24],
    ["as it is since", [first, renegotiated], "2026-11-20", 72],
    ["recorded only later, signed before", [version("2026-11-26", 48)], "2026-11-24", 48],
    [
      "signed after that day",
      [version("2026-11-26", 48, { signedOn: "2026-11-25" })],
      "2026-11-24",
      undefined,
    ],
    ["over on that day", [version("2026-01-10", 24, { endsOn: "2026-11-23" })], "2026-11-24", undefined],
    ["on its last day", [version("2026-01-10", 24, { endsOn: "2026-11-24" })], "2026-11-24", 24],
    ["never signed", [version("2026-01-10", 24, { signedOn: null })], "2026-11-24", undefined],
    ["without hours", [version("2026-01-10", null)], "2026-11-24", null],
    ["none", [], "2026-11-24", undefined],
  ])("%s", (_what, versions, day, hours) => expect(agreedOn(versions, day)?.hours).toBe(hours));
});
