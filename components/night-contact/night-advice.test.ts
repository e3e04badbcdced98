import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Locale } from "@/lib/i18n/locale";
import { NightAdvice } from "./night-advice";

function render(locale: Locale, loaded: Parameters<typeof NightAdvice>[0]["loaded"]): string {
  const path = join(import.meta.dirname, "../../lib/i18n/messages", locale, "night-contact.json");
  const messages = { "night-contact": JSON.parse(readFileSync(path, "utf8")) as Record<string, string> };
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
  (locale, article) => {
    const page = render(locale, { isReachable: false, mayManage: true });
    expect(page).toContain(article);
    expect(page).toContain(FORM);
  },
);

it("leads nobody to a form that is not theirs, and says nothing where somebody is reached", () => {
  const page = render("fr", { isReachable: false, mayManage: false });
  expect(page).not.toContain(FORM);
  expect(page).not.toBe("");
  expect(render("fr", { isReachable: true, mayManage: true })).toBe("");
});
