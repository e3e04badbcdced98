import { expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locale";
import { sectionSchemas } from "@/lib/features/organisation/schema";
import { organisationAsTyped } from "./as-typed";

const turnover = {
  turnoverAmount: "1234567.89",
  turnoverCurrency: "MAD",
  turnoverRate: "10.7345",
  turnoverRateOn: "2025-12-31",
  turnoverYearEnd: "2025-12-31",
};
test("days stand first and figures have the comma of their reader", () => {
  expect(organisationAsTyped(turnover, "fr")).toMatchObject({
    turnoverAmount: "1234567,89",
    turnoverRate: "10,7345",
    turnoverYearEnd: "31/12/2025",
  });
  expect(organisationAsTyped(turnover, "en")).toMatchObject({ turnoverAmount: "1234567.89" });
});

test.each(LOCALES)("what the form shows in %s says the same organisation", (locale) => {
  expect(sectionSchemas.turnover.parse(organisationAsTyped(turnover, locale))).toEqual(turnover);
});
