import { expect, it } from "vitest";
import { z } from "zod";
import { LOCALES } from "./locale";
import { loadMessages } from "./messages";

const telephoneWords = z.object({ reasons: z.record(z.string(), z.string()) });
/** Words for the plan of numbers, which several countries share: +44 7911 is of Guernsey's, and says not where anybody is. */
const PLAN = { fr: "plan", en: "plan", ar: "خطة ترقيم" } as const;
const REASONS = [
  "territory-outside",
  "foreign-law",
  "foreign-objection",
  "foreign-objection-CH",
  "foreign-refusal",
  "foreign-withdrawal",
] as const;

it.each(LOCALES)("in %s, a country that a number alone gives is said as that of its plan", async (locale) => {
  const { reasons } = telephoneWords.parse((await loadMessages(locale)).telephone);
  for (const reason of REASONS) expect(reasons[reason], reason).toContain(PLAN[locale]);
});
