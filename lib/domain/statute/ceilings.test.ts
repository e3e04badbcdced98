import { describe, expect, it } from "vitest";
import { ceilingWorkings, fineTierOf } from "./ceilings";

const TODAY = "2026-11-24";

describe("fineTierOf", () => {
  it.each([
    ["30(2)(b)", "83(4)"],
    ["28(2)", "83(4)"],
    ["33(2)", "83(4)"],
    ["37(7)", "83(4)"],
    ["44", "83(5)"],
    ["49(1)", "83(5)"],
    ["28(10)", "83(5)"],
    ["58(1)", "83(5)"],
    ["9(1)", "83(5)"],
    ["10", null],
    ["23", null],
    ["", null],
    ["41(4)", "83(4)"],
    ["41 (4)", "83(4)"],
    ["41", null],
    ["41(1)", null],
    ["40", null],
    ["42(1)", "83(4)"],
    ["85", "83(5)"],
    ["88(1)", "83(5)"],
    ["91", "83(5)"],
    ["92", null],
    ["84", null],
    ["28 (10)", "83(5)"],
    ["28(1)", "83(4)"],
    ["art. 30(2)", "83(4)"],
    ["RGPD, article 44", "83(5)"],
    ["28(3) in fine", "83(4)"],
    ["45, C-311/18", "83(5)"],
    ["46; 2021/914 cl. 14", "83(5)"],
    ["09-08: 23", null],
    ["09-08: 23(3)-(4)", null],
    ["09–08: 23", null],
    ["09.08: 9", null],
    ["loi 09-08, art. 9", null],
    ["2021/914 cl. 14", null],
    ["TCA 782", null],
    ["C-311/18", null],
    ["6-2018", null],
    ["9:2", null],
    ["581", null],
  ])("%s: %s", (article, tier) => {
    expect(fineTierOf(article, TODAY)?.tier ?? null).toBe(tier);
  });

  it("did not exist before the regulation applied", () => {
    expect(fineTierOf("30", "2018-05-24")).toBeNull();
  });
});

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
