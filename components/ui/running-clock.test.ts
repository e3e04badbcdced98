import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { loadMessages } from "@/lib/i18n/messages";
import { RunningClock } from "./running-clock";

it("says on paper when it was read", async () => {
  const nowMs = Date.parse("2026-12-01T19:32:00Z");
  const clock = createElement(RunningClock, { nowMs, until: nowMs + 3_600_000, label: "Délai" });
  const html = renderToStaticMarkup(
    createElement(NextIntlClientProvider, {
      locale: "fr",
      messages: await loadMessages("fr"),
      timeZone: "UTC",
      children: clock,
    }),
  );
  expect(html).toMatch(/print:block[^>]*>[^<]*Lue le [^<]*2026[^<]*19:32/);
});
