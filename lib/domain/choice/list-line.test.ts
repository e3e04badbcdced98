import { expect, it } from "vitest";
import { LINE_ANSWERS, lineStatus, sumLines } from "./list-line";

it("counts every line once, those that cannot be read apart", () => {
  const counts = Object.fromEntries(LINE_ANSWERS.map((answer, index) => [answer, 2 ** index]));
  const sums = sumLines(counts);
  expect(sums.allowed + sums.refused + sums.unknown + sums.faulty).toBe(2 ** LINE_ANSWERS.length - 1);
  expect(
    sumLines({
      agreed: 3,
      objected: 2,
      withdrawn: 1,
      expired: 5,
      none: 4,
      noNumber: 7,
      notNumber: 8,
      pending: 1,
      frequency: 2,
    }),
  ).toEqual({ allowed: 3, refused: 6, unknown: 9, faulty: 15 });
  expect(sumLines({})).toEqual({ allowed: 0, refused: 0, unknown: 0, faulty: 0 });
});

it("allows nothing of a line that cannot be read", () => {
  expect([lineStatus("noNumber"), lineStatus("notNumber")]).toEqual(["unknown", "unknown"]);
});

it("refuses what a rule forbids, doubts what it leaves open, and allows what a sale allows", () => {
  expect((["saleUnmet", "saleUnknown", "noConsent", "forbidden"] as const).map(lineStatus)).toEqual(
    Array.from({ length: 4 }, () => "refused"),
  );
  expect((["abroad", "ruleDoubt", "sale"] as const).map(lineStatus)).toEqual([
    "unknown",
    "unknown",
    "allowed",
  ]);
});
