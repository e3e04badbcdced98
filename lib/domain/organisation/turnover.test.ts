import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  centsAsDecimal,
  readAmount,
  readRate,
  turnoverCents,
  turnoverIssue,
  turnoverNotes,
  type Turnover,
} from "./turnover";

const TODAY = "2026-11-25";

const turnover = (stated: Partial<Turnover> = {}): Turnover => ({
  turnoverAmount: "500000000",
  turnoverCurrency: "EUR",
  turnoverRate: "",
  turnoverRateOn: "",
  turnoverYearEnd: "2025-12-31",
  ...stated,
});
const dirhams = (turnoverAmount: string, turnoverRate: string) =>
  turnover({ turnoverAmount, turnoverCurrency: "MAD", turnoverRate, turnoverRateOn: "2026-01-02" });

describe("readAmount", () => {
  it.each([
    ["1234567", "1234567"],
    ["1 234 567,89", "1234567.89"],
    ["1\u202f234\u202f567,8", "1234567.8"],
    ["1,234,567.89", "1234567.89"],
    ["1.234.567,89", "1234567.89"],
    ["1.234.567", "1234567"],
    ["0007", "7"],
    ["0", "0"],
    ["999999999999999,99", "999999999999999.99"],
    // Refuses one separator before three figures: it may be a thousand or a fraction.
    ["1,234", null],
    ["1.234", null],
    ["12,345,6", null],
    ["1.234,567", null],
    ["1.234,56", "1234.56"],
    ["1,2,3", null],
    ["1234567,891", null],
    ["1000000000000000", null],
    ["-5", null],
    ["1e9", null],
    ["12 M€", null],
    ["", null],
  ])("%j: %j", (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });
});

describe("readRate", () => {
  it.each([
    ["10,7345", "10.7345"],
    ["10.734567", "10.734567"],
    ["11", "11"],
    // Three decimals are three decimals: no rate has thousands.
    ["10,734", "10.734"],
    ["10.734", "10.734"],
    ["0,093", "0.093"],
    ["1.234,5", null],
    ["0", null],
    ["0,000000", null],
    ["10,7345678", null],
    ["dix", null],
  ])("%j: %j", (text, rate) => {
    expect(readRate(text)).toBe(rate);
  });
});

describe("turnoverCents", () => {
  it.each([
    [turnover(), 500_000_000_00n],
    [turnover({ turnoverAmount: "0.5" }), 50n],
    [turnover({ turnoverAmount: "" }), null],
    [dirhams("10734500", "10.7345"), 1_000_000_00n],
    // 100 / 10.7345 = 9.31575…: down to the cent.
    [dirhams("100", "10.7345"), 9_31n],
    [dirhams("0.1", "10.7345"), 0n],
    [dirhams("100", "0.000001"), 100_000_000_00n],
    [dirhams("100", ""), null],
  ])("%o: %s", (stated, cents) => {
    expect(turnoverCents(stated)).toBe(cents);
  });

  it("is never a cent too much: what it says in euros is worth no more than the dirhams", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }),
        fc.bigInt({ min: 1n, max: 99_999_999n }),
        (units, millionths) => {
          const rate = `${millionths / 1_000_000n}.${(millionths % 1_000_000n).toString().padStart(6, "0")}`;
          const cents = turnoverCents(dirhams(String(units), rate))!;
          expect(cents * millionths <= units * 100n * 1_000_000n).toBe(true);
          expect((cents + 1n) * millionths > units * 100n * 1_000_000n).toBe(true);
        },
      ),
    );
  });
});

it("writes cents as a decimal", () => {
  expect([0n, 5n, 50n, 123_456_789n].map(centsAsDecimal)).toEqual(["0.00", "0.05", "0.50", "1234567.89"]);
});

describe("what is flagged", () => {
  it.each([
    [turnover(), []],
    [turnover({ turnoverYearEnd: "2025-11-26" }), []],
    [turnover({ turnoverYearEnd: "2025-11-25" }), ["stale-year"]],
    [turnover({ turnoverRateOn: "2025-11-25" }), []],
    [turnover({ turnoverRateOn: "2025-11-24" }), ["stale-rate"]],
    [turnover({ turnoverYearEnd: "2024-12-31", turnoverRateOn: "2025-01-02" }), ["stale-year", "stale-rate"]],
    [turnover({ turnoverAmount: "", turnoverYearEnd: "2019-12-31" }), []],
  ])("%o: %j", (stated, notes) => {
    expect(turnoverNotes(stated, TODAY)).toEqual(notes);
  });

  it.each([
    [turnover({ turnoverYearEnd: TODAY }), null],
    [turnover({ turnoverYearEnd: "2026-11-26" }), "turnoverYearEnd"],
    [turnover({ turnoverRateOn: "2026-11-26" }), "turnoverRateOn"],
  ])("%o is refused at %s", (stated, path) => {
    expect(turnoverIssue(stated, TODAY)?.path ?? null).toBe(path);
  });
});
