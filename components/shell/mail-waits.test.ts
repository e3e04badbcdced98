import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import outbox from "@/lib/i18n/messages/en/outbox.json" with { type: "json" };
import { MailWaits } from "./mail-waits";

it.each([
  [false, /No mail server is configured/],
  [true, /^$/],
])("says what waits where letters can leave: %s", (canSend, said) => {
  const children = createElement(MailWaits, { canSend });
  const page = createElement(NextIntlClientProvider, {
    locale: "en",
    timeZone: "UTC",
    messages: { outbox },
    children,
  });
  expect(renderToStaticMarkup(page)).toMatch(said);
});
