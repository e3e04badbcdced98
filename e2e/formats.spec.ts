import { formatters } from "@/lib/i18n/format";
import { LOCALES } from "@/lib/i18n/locale";
import { expect, test } from "./fixtures";

const NUMBERS = [0, -1, 7, 0.5, 1234, 12345.678, -9876543.21, 1e12];
const LISTS = [[], ["a"], ["a", "b"], ["i", "u", "و"], ["ايت", "الف", "ياء", "واحد"]];

test("the browser writes numbers, amounts and lists as the server does, in each language", async ({
  page,
}) => {
  await page.goto("/sign-in");
  for (const locale of LOCALES) {
    for (const made of [
      formatters.number(locale),
      formatters.money(locale, "EUR"),
      formatters.money(locale, "MAD"),
    ]) {
      const options = made.resolvedOptions();
      const inBrowser = await page.evaluate(
        ([asked, numbers]) => {
          const { locale: tag, ...rest } = asked;
          const format = new Intl.NumberFormat(tag, rest as Intl.NumberFormatOptions);
          return numbers.map((number) => format.format(number));
        },
        [options, NUMBERS] as const,
      );
      expect(inBrowser, `${locale} ${options.currency ?? ""}`).toEqual(NUMBERS.map((n) => made.format(n)));
    }
    for (const type of ["conjunction", "disjunction"] as const) {
      const made = formatters.list(locale, type);
      const { locale: tag } = made.resolvedOptions();
      const inBrowser = await page.evaluate(
        ([asked, kind, lists]) => {
          const format = new Intl.ListFormat(asked, { type: kind });
          return lists.map((list) => format.format(list));
        },
        [tag, type, LISTS] as const,
      );
      expect(inBrowser, `${locale} ${type}`).toEqual(LISTS.map((list) => made.format(list)));
    }
  }
});
