import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { adequacyOn } from "@/lib/domain/statute/adequacy";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { Adequacy } from "./transfer-sheet";

type Shown = Parameters<typeof Adequacy>[0]["of"];

/** Any fault of a sentence, as one without its values, fails the test. */
async function render(locale: Locale, country: string | null, of: Partial<Shown>): Promise<string> {
  const shown = { adequacy: null, isInside: false, isStandingUnsaid: false, ...of };
  const onError = (error: Error) => {
    throw error;
  };
  const children = createElement(Adequacy, { of: shown, country });
  const provided = { locale, messages: await loadMessages(locale), timeZone: "UTC", onError, children };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
}

it.each(LOCALES)(
  "words a decision with an end, without one, and for some importers alone, in %s",
  async (locale) => {
    const decided = async (country: string) => {
      const adequacy = adequacyOn(country, "2026-11-30");
      expect(adequacy).not.toBeNull();
      return render(locale, country, { adequacy });
    };
    expect(await decided("GB")).toContain("2031");
    expect(await decided("CH")).toContain("2000");
    // Decisions that reach some importers alone, of which this one is, and is not known to be.
    for (const country of ["US", "CA", "IL", "JP"]) expect(await decided(country)).toMatch(/\d{4}/);
    expect(await render(locale, "US", { isStandingUnsaid: true })).not.toBe(await render(locale, "MA", {}));
    expect(await render(locale, null, {})).not.toBe("");
  },
);
