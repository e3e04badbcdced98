import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { authorityDuties, noticeGround, type NotifyingClient } from "@/lib/domain/breach/authority-duties";
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
const UNION = { bases: ["gdpr"], silent: null } as const;

it.each(["fr", "en", "ar"] as const)(
  "in %s, a record whose controller nobody could reach at night says so by its laws, and leads to the form",
  (locale) => {
    const page = render(locale, { isReachable: false, ground: UNION, mayManage: true });
    expect(page).toContain("33(2)");
    expect(page).toContain(FORM);
  },
);

it.each<[string, Parameters<typeof noticeGround>[0], string, string | null]>([
  ["law 09-08", dutiesOf({ country: "MA" }), "09\u201108", "33(2)"],
  ["Swiss law", dutiesOf({ country: "CH" }), "24(3)", "33(2)"],
  ["the law of another country", dutiesOf({ country: "US" }), "n’est pas connu ici", "33(2)"],
  [
    "two laws",
    dutiesOf({ country: "GB", establishments: ["FR"] }),
    "UK GDPR, art.\u00a033(2), RGPD, art.\u00a033(2)",
    null,
  ],
])("speaks to a client under %s of its own law", (_law, duties, said, unsaid) => {
  const page = render("fr", { isReachable: false, ground: noticeGround(duties), mayManage: false });
  expect(page).toContain(said);
  if (unsaid !== null) expect(page).not.toContain(unsaid);
});

it("leads nobody to a form that is not theirs, and says nothing where somebody is reached", () => {
  const page = render("fr", { isReachable: false, ground: UNION, mayManage: false });
  expect(page).not.toContain(FORM);
  expect(page).not.toBe("");
  expect(render("fr", { isReachable: true, ground: UNION, mayManage: true })).toBe("");
});

function dutiesOf(stated: Partial<NotifyingClient>) {
  const known = {
    country: null,
    establishments: [],
    targeting: "no",
    targetCountries: [],
    clientRole: "controller",
  };
  return authorityDuties({ ...known, ...stated }, "2026-11-25");
}
