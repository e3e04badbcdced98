import { describe, expect, it } from "vitest";
import { NO_CONTENT, type NoticeContent } from "@/lib/domain/breach/notice-content";
import type { NoticePhase } from "@/lib/domain/breach/notice";
import { composeLetter } from "@/lib/i18n/letter";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { noticeMail } from "./letters";

const BEFORE = { noticeId: "8d2f6c1e-5a4b-4b1e-9d43-0c1f2a3b4c5d", place: 1 };
type Stated = { phase: NoticePhase; number: number; content?: Partial<NoticeContent> };

async function bodyOf(
  locale: Locale,
  { phase, number, content = {} }: Stated,
  later?: Record<string, string>,
) {
  const {
    template,
    params,
    link = "",
  } = await noticeMail({
    notice: {
      id: BEFORE.noticeId,
      number,
      phase,
      isDrill: false,
      lateReason: "",
      content: { ...NO_CONTENT, ...content },
    },
    organisation: "Atlas Contact",
    controller: "Nordalia",
    zone: "Europe/Paris",
    duties: [],
    documentId: BEFORE.noticeId,
    digest: "0".repeat(64),
    to: { contactId: null, route: null, name: "Claire", address: "claire@nordalia.example", locale },
    portal: { link: `https://amana.example/portal/notices/${BEFORE.noticeId}`, params: { portal: "yes" } },
    after: null,
  });
  const letter = await composeLetter({
    template,
    locale,
    params: later ?? params,
    link,
    secrets: {},
    organisation: null,
  });
  return { text: letter.paragraphs.join("\n"), params };
}

const SAID = {
  fr: ["vous notifie", "complète sa notification"],
  en: ["notifies you", "completes its notice"],
  ar: ["تُشعركم", "تستكمل"],
};

describe.each(LOCALES)("the letter of a notice in %s", (locale) => {
  const [notifies, completes] = SAID[locale] as [string, string];
  it.each<[string, Stated, string, string]>([
    ["an initial one notifies", { phase: "initial", number: 1 }, notifies, completes],
    [
      "a follow-up completes",
      { phase: "follow-up", number: 2, content: { completes: BEFORE } },
      completes,
      notifies,
    ],
    [
      "a final one completes",
      { phase: "final", number: 2, content: { completes: BEFORE } },
      completes,
      notifies,
    ],
    ["a final one that is the first notifies", { phase: "final", number: 1 }, notifies, completes],
    [
      "so does a final one after a rectification",
      { phase: "final", number: 3, content: { afterRectification: { at: 0, by: "call" } } },
      notifies,
      completes,
    ],
  ])("%s", async (_, notice, said, other) => {
    const { text } = await bodyOf(locale, notice);
    expect(text).toContain(said);
    expect(text).not.toContain(other);
  });

  it("that was queued before keeps its words", async () => {
    const notice: Stated = { phase: "follow-up", number: 2 };
    const { completes: _, ...queued } = (await bodyOf(locale, notice)).params as Record<string, string>;
    expect((await bodyOf(locale, notice, queued)).text).toContain(notifies);
  });
});
