import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fineCeilingCents, fineTierOf } from "./ceilings";

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
  ])("%s: %s", (article, tier) => {
    expect(fineTierOf(article, TODAY)?.tier ?? null).toBe(tier);
  });

  it("did not exist before the regulation applied", () => {
    expect(fineTierOf("30", "2018-05-24")).toBeNull();
  });
});

describe("fineCeilingCents", () => {
  const ask = (
    article: string,
    turnoverCents: number | null,
    basis: "statutory" | "contractual" = "statutory",
  ) => fineCeilingCents({ article, turnoverCents, basis, on: TODAY });

  it("takes whichever is higher", () => {
    expect(ask("30(2)", 300_000_000_00)).toBe(10_000_000_00);
    expect(ask("30(2)", 500_000_000_00)).toBe(10_000_000_00);
    expect(ask("30(2)", 750_000_000_00)).toBe(15_000_000_00);
    expect(ask("46", 750_000_000_00)).toBe(30_000_000_00);
    expect(ask("46", null)).toBe(20_000_000_00);
  });

  it("rounds the share down to the cent", () => {
    expect(ask("46", 750_000_000_49)).toBe(30_000_000_01);
  });

  it("is not shown where the duty binds by contract alone", () => {
    expect(ask("30(2)", 750_000_000_00, "contractual")).toBeNull();
  });

  it("never falls below the fixed amount, nor when turnover grows", () => {
    const turnover = fc.integer({ min: 0, max: 1_000_000_000_000_00 });
    fc.assert(
      fc.property(turnover, turnover, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(ask("44", low)).toBeGreaterThanOrEqual(20_000_000_00);
        expect(ask("44", high)).toBeGreaterThanOrEqual(ask("44", low)!);
        expect(ask("30", high)).toBeLessThanOrEqual(ask("44", high)!);
      }),
    );
  });
});
