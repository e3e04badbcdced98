import { createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Locale } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { NightAdvice } from "./night-advice";

async function render(locale: Locale, loaded: Parameters<typeof NightAdvice>[0]["loaded"]): Promise<string> {
  const messages = await loadMessages(locale);
  const advice = createElement(NightAdvice, { org: "centre", controllerId: "orvelle", loaded });
  const words = { locale, messages, timeZone: "UTC", children: null };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, words, advice));
}

const FORM = "/centre/controllers/orvelle/night-contacts/new";

it.each([
  ["fr", "33(2)"],
  ["en", "33(2)"],
  ["ar", "33(2)"],
] as const)(
  "in %s, a record whose controller nobody could reach at night says so, and leads to the form",
  async (locale, article) => {
    const page = await render(locale, { isReachable: false, mayManage: true });
    expect(page).toContain(article);
    expect(page).toContain(FORM);
  },
);

it("leads nobody to a form that is not theirs, and says nothing where somebody is reached", async () => {
  const page = await render("fr", { isReachable: false, mayManage: false });
  expect(page).not.toContain(FORM);
  expect(page).not.toBe("");
  expect(await render("fr", { isReachable: true, mayManage: true })).toBe("");
});
