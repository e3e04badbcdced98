import { createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { NO_CONTENT, type NoticeContent } from "@/lib/domain/breach/notice-content";
import { newSince, type NoticePhase } from "@/lib/domain/breach/notice";
import { loadMessages } from "@/lib/i18n/messages";
import { NoticeWords } from "./notice-words";

const before: NoticeContent = {
  ...NO_CONTENT,
  awareAt: 0,
  cause: "Un compte partagé",
  contactPoint: "dpo@atlas.example",
};
const after: NoticeContent = {
  ...NO_CONTENT,
  whatHappened: "Base d’essai",
  contactPoint: "dpo@atlas.example",
};

async function read(phase: NoticePhase): Promise<string> {
  const words = createElement(NoticeWords, { content: after, news: newSince(before, after), phase });
  const messages = await loadMessages("fr");
  const provider = { locale: "fr" as const, messages, timeZone: "UTC", children: words };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provider)).replace(/<[^<>]+>/g, " ");
}

it("calls nothing changed or unknown that a rectifying notice only leaves out", async () => {
  const html = await read("rectifying");
  expect(html).toContain("Base d’essai");
  expect(html).not.toContain("modifié");
  expect(html).not.toContain("Pas encore connu");
});

it("marks in a follow-up what is unknown again", async () => {
  const html = await read("follow-up");
  expect(html).toContain("modifié");
  expect(html).toContain("Pas encore connu");
});
