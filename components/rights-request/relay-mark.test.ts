import { createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { RelayStatus } from "@/lib/domain/rights-request/relay-status";
import { LOCALES } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { RelayMark } from "./relay-mark";

const COUNTED = ["unplaced", "undelayed", "late", "relayed", "relayed-late"] as const;
const UNDER_AN_HOUR = { fr: "moins d’une heure", en: "under an hour", ar: "أقل من ساعة" };

it("says of a time below an hour that it is one, and never that it is none", async () => {
  for (const locale of LOCALES) {
    const messages = await loadMessages(locale);
    const textOf = (status: RelayStatus) => {
      const children = createElement(RelayMark, { status });
      const provided = { locale, messages, timeZone: "UTC", children };
      return renderToStaticMarkup(createElement(NextIntlClientProvider, provided)).replace(/<[^>]+>/g, "");
    };
    for (const state of COUNTED) {
      expect(textOf({ state, hours: 0 })).toContain(UNDER_AN_HOUR[locale]);
      expect(textOf({ state, hours: 0 })).not.toMatch(/[0٠]/);
      expect(textOf({ state, hours: 6 })).toMatch(/[6٦]/);
    }
  }
});
