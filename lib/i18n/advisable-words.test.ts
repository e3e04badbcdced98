import { expect, it } from "vitest";
import type { Locale } from "./locale";
import { translator } from "./translator";

/** Words of what the law requires of an entry: to settle, to complete. */
const OWED: Record<Locale, RegExp> = {
  fr: /compl[ée]t|régler/i,
  en: /to complete|to settle/i,
  ar: /إتمام/,
};

it.each(["fr", "en", "ar"] as const)(
  "in %s, what is only advised of the own register is not called owed, where the duty says in order",
  async (locale) => {
    const gaps = await translator(locale, "gaps");
    const document = await translator(locale, "export");
    const record = await translator(locale, "record");
    const advised = [
      gaps("worthFilling", { count: 1 }),
      gaps("worthFilling", { count: 6 }),
      record("own.list.gapsView"),
      document("document.worthFilling", { count: 6 }),
      document("document.own.worthFilling", { count: 1 }),
    ];
    for (const text of advised) expect(text).not.toMatch(OWED[locale]);
  },
);
