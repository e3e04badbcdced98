import { describe, expect, it } from "vitest";
import { requestDays } from "./request-term";

describe("requestDays", () => {
  it.each([
    [null, null, null],
    [36, null, 1.5],
    [null, 2, 2],
    [24, 2, 1],
    [72, 2, 2],
    [24, 0, 0],
  ])(
    "of %s hours and %s days are %s: the shorter, and none where the contract is silent",
    (hours, days, all) => {
      expect(requestDays({ rightsRequestsHours: hours, rightsRequestsDays: days })).toBe(all);
    },
  );
});
