import { describe, expect, it } from "vitest";
import { ceilingWorkings } from "./ceilings";

const TODAY = "2026-11-24";

describe("ceilingWorkings", () => {
  const work = (turnoverCents: bigint | null) =>
    ceilingWorkings({ basis: "statutory", turnoverCents, on: TODAY }).map(
      ({ tier, shareCents, ceilingCents, higher }) => [tier, shareCents, ceilingCents, higher],
    );

  // 2 % of 500 M€ is 10 M€ and 4 % is 20 M€: the boundary is one for both tiers.
  it.each([
    [null, [null, 10_000_000_00n, "amount"], [null, 20_000_000_00n, "amount"]],
    [499_999_999_99n, [9_999_999_99n, 10_000_000_00n, "amount"], [19_999_999_99n, 20_000_000_00n, "amount"]],
    [500_000_000_00n, [10_000_000_00n, 10_000_000_00n, "equal"], [20_000_000_00n, 20_000_000_00n, "equal"]],
    // The cent that the share would begin with is rounded down.
    [500_000_000_49n, [10_000_000_00n, 10_000_000_00n, "equal"], [20_000_000_01n, 20_000_000_01n, "share"]],
    [500_000_000_50n, [10_000_000_01n, 10_000_000_01n, "share"], [20_000_000_02n, 20_000_000_02n, "share"]],
  ])("%s cents", (turnover, lower, upper) => {
    expect(work(turnover)).toEqual([
      ["83(4)", ...lower],
      ["83(5)", ...upper],
    ]);
  });

  it("shows nothing of what no authority can fine, nor of a time before the regulation", () => {
    expect(ceilingWorkings({ basis: "contractual", turnoverCents: 1n, on: TODAY })).toEqual([]);
    expect(ceilingWorkings({ basis: "statutory", turnoverCents: 1n, on: "2018-05-24" })).toEqual([]);
  });
});
