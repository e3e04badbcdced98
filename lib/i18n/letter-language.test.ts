import { expect, it, test } from "vitest";
import { inLanguage, letterLanguage } from "./letter-language";
import { LOCALES } from "./locale";

test.each(["/answer/a", "/parents/a", "/public/orvelle", "/subscriptions/a", "/subscriptions/leave/a"])(
  "a link to %s leads to its page in the language of each letter",
  (path) => {
    for (const locale of LOCALES) {
      const link = inLanguage(`https://amana.example${path}?notice=blank`, locale);
      expect(letterLanguage(new URL(link))).toEqual({ locale, path: `${path}?notice=blank` });
    }
  },
);

it("leaves alone what has an account behind it, what is no link, and what names no language", () => {
  for (const link of [
    "https://amana.example/portal/requests/a",
    "https://amana.example/orvelle",
    "",
    "••••••",
  ])
    expect(inLanguage(link, "ar")).toBe(link);
  for (const address of ["/answer/a", "/answer/a?language=de", "/orvelle?language=ar"])
    expect(letterLanguage(new URL(address, "https://amana.example"))).toBeNull();
});
