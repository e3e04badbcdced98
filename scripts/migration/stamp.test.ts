import { describe, expect, it } from "vitest";
import { stampAfter } from "./stamp";

const NOW = new Date("2026-11-30T09:15:07.812Z");

describe("stampAfter", () => {
  it.each([
    [[], "20261130091507"],
    [["20261130080000_baseline"], "20261130091507"],
    [["20261130091507_same_second"], "20261130091508"],
    [["20261231235959_at_the_end_of_a_year"], "20270101000000"],
    [["0_init", "migration_lock"], "20261130091507"],
  ])("after %j is %s", (names, stamp) => {
    expect(stampAfter(names, NOW)).toBe(stamp);
  });
});
