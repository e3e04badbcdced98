import { expect, test } from "vitest";
import { hasSecondFactor, isFresh, isRunningOut, opensOrganisation } from "./second-factor";

test.each([
  [false, 0, false],
  [true, 0, true],
  [false, 1, true],
  [true, 3, true],
])("application %s and %d passkeys: a second factor %s", (totp, passkeys, has) => {
  expect(hasSecondFactor({ totp, passkeys })).toBe(has);
});

test.each([
  [0, true],
  [299_999, true],
  [300_000, false],
])("signed in %d ms ago is fresh: %s", (ms, fresh) => {
  const now = new Date("2026-11-25T10:00:00Z");
  const openedAt = new Date(now.getTime() - ms);
  expect(isFresh({ openedAt, isByLetter: false, secondFactorAt: null, hasCredentials: true }, now)).toBe(
    fresh,
  );
  expect(isFresh({ openedAt, isByLetter: true, secondFactorAt: null, hasCredentials: false }, now)).toBe(
    fresh,
  );
});

test.each([
  [null, true, false],
  [new Date(0), true, true],
  [null, false, true],
])(
  "opened by a letter, with a factor given at %s and credentials %s, is fresh: %s",
  (secondFactorAt, hasCredentials, fresh) => {
    const now = new Date("2026-11-25T10:00:00Z");
    expect(isFresh({ openedAt: now, isByLetter: true, secondFactorAt, hasCredentials }, now)).toBe(fresh);
  },
);

test.each([
  [false, null, true],
  [false, new Date(0), true],
  [true, null, false],
  [true, new Date(0), true],
])("demanded %s, given %s: opens %s", (requiresSecondFactor, secondFactorAt, opens) => {
  expect(opensOrganisation({ requiresSecondFactor }, { secondFactorAt })).toBe(opens);
});

test("says so while three recovery codes are left", () => {
  expect([0, 3, 4].map(isRunningOut)).toEqual([true, true, false]);
});
