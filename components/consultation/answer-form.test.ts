import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";
import { describe, expect, it } from "vitest";
import { CONSENT_PAGE } from "@/lib/domain/consultation/consent-page";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { AnswerForm } from "./answer-form";
import { ConsentTerms } from "./consent-terms";
import { type Asked, AnswerReceipt, isOnPageOfNow } from "./last-answer";
import { WithdrawForm } from "./withdraw-form";

const NOW = Date.parse("2026-11-30T12:32:00Z");
const words = { fr: "Acceptez-vous nos appels ?", en: "May we call you?", ar: "هل تقبلون اتصالنا؟" };
const call = { ...words, number: 1, act: "telephone" as const, purpose: "Électricité verte", country: "" };
const transfer = { ...words, number: 2, act: "transfer" as const, purpose: "", country: "SN" };
const given = { act: "telephone" as const, purpose: "Électricité verte", country: "", page: CONSENT_PAGE };
const agreement = {
  ...given,
  id: "0192f0e4-7b1e-7000-8000-125cb35fa4b6",
  outcome: "allowed" as const,
  decidedAt: NOW,
  validUntil: "2027-11-29",
};
const withdrawal = {
  ...given,
  id: "0192f0e4-7b1e-7000-8000-92aa11bb22cc",
  outcome: "withdrawn" as const,
  decidedAt: NOW + 3_600_000,
  validUntil: null,
};
const party = { name: "Zellij", contact: "dpo@zellij.example", address: "Casablanca" };
const asked: Asked = {
  status: "valid",
  reference: "CP-003",
  processor: party,
  controller: { ...party, name: "Orvelle" },
  months: 12,
  language: "fr",
  questions: [call, transfer],
  choices: [withdrawal, agreement],
  agreed: [1, 2],
  lastDay: "2027-01-31",
};

async function shown(locale: Locale, node: ReactNode): Promise<string> {
  const messages = await loadMessages(locale);
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale, timeZone: "Europe/Paris", messages, children: node }),
  );
}

describe("the page of a link", () => {
  it.each(LOCALES)("shows beside each question what an answer is recorded about, in %s", async (locale) => {
    const to = { token: "t", asked, language: locale };
    for (const page of [
      createElement(AnswerForm, to),
      createElement(WithdrawForm, to),
      createElement(AnswerReceipt, { asked }),
    ])
      expect(await shown(locale, page)).toContain("Électricité verte");
    expect(await shown(locale, createElement(AnswerForm, to))).toContain(
      { fr: "Sénégal", en: "Senegal", ar: "السنغال" }[locale],
    );
  });

  it("says of a question without a purpose that it is about all of them", async () => {
    const page = createElement(AnswerForm, { token: "t", asked, language: "fr" });
    expect(await shown("fr", page)).toContain("toutes celles de cette société");
  });
});

describe("the receipt of a link", () => {
  it("keeps an agreement with its reference and last day after it was withdrawn", async () => {
    const page = await shown("fr", createElement(AnswerReceipt, { asked }));
    for (const part of ["125cb35fa4b6", "92aa11bb22cc", "novembre", "J’ai retiré mon accord"])
      expect(page).toContain(part);
  });

  it("gives no last day to an agreement that awaits a parent", async () => {
    const awaiting = {
      ...agreement,
      id: "0192f0e4-7b1e-7000-8000-77aa11bb22cc",
      outcome: "awaiting" as const,
    };
    const ofChild: Asked = { ...asked, choices: [awaiting, agreement] };
    const page = await shown("fr", createElement(AnswerReceipt, { asked: ofChild }));
    expect(page).toContain("77aa11bb22cc");
    expect(page).not.toContain("valable jusqu’au");
  });

  it("repeats what was said before choosing, where the words are those of now", async () => {
    expect(isOnPageOfNow(asked)).toBe(true);
    const said = await shown("fr", createElement(ConsentTerms, { asked, head: "said" }));
    expect(said).toContain("valable 12 mois");
    expect(isOnPageOfNow({ ...asked, choices: [agreement, { ...withdrawal, page: 2 }] })).toBe(false);
    expect(isOnPageOfNow({ ...asked, choices: [] })).toBe(false);
  });

  it("is of nothing where nothing was answered", async () => {
    const page = createElement(AnswerReceipt, { asked: { ...asked, choices: [] } });
    expect(await shown("fr", page)).toContain("Vous n’avez rien répondu");
  });
});
