import { describe, expect, it } from "vitest";
import type { Fact, FactKind, FactValue } from "@/lib/domain/rights-request/facts";
import { foldRequest } from "@/lib/domain/rights-request/file";
import { formatForController } from "@/lib/i18n/format";
import { LOCALES } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { answerWords } from "./answer-words";

const AT = Date.parse("2026-11-27T09:00:00Z");
const fact = (number: number, kind: FactKind, value: FactValue): Fact => ({
  id: `f${number}`,
  number,
  kind,
  value,
  at: AT,
  recordedAt: AT,
  authorName: "A",
});
const ORDERED = fact(1, "instructed", { decision: "execute-and-answer" });
const NOT_REACHED = fact(3, "not-reached", { triedBy: "processor", tried: ["post", "telephone"] });

describe.each(LOCALES)("what a certificate says of the answer, in %s", (locale) => {
  const wordsOf = async (...facts: Fact[]) => {
    const t = await translator(locale, "rights-request");
    const instant = (at: number) => formatForController(at, "Europe/Paris", locale, { long: true });
    return { t, text: answerWords(foldRequest(facts), { t, locale, instant }) };
  };

  it("is that the person could not be reached, by whom, when and how it was tried", async () => {
    const { t, text } = await wordsOf(ORDERED, NOT_REACHED);
    for (const part of ["answerers.processor", "tries.post", "tries.telephone"])
      expect(text).toContain(t(part));
    expect(text).toContain("2026");
    expect(text).not.toBe(t("certificate.answerOurs"));
    expect(text).not.toMatch(/not-reached|undefined|[{}]/);
  });

  it("is the answer where one was given since, and that none is known where nothing is", async () => {
    const answered = fact(4, "answered", { answeredBy: "processor", answerMeans: "telephone" });
    const { t, text } = await wordsOf(ORDERED, NOT_REACHED, answered);
    expect(text).toContain(t("answerMeans.telephone"));
    expect(text).not.toContain(t("tries.post"));
    expect((await wordsOf(ORDERED)).text).toBe(t("certificate.answerOurs"));
    expect((await wordsOf()).text).toBe(t("certificate.answerUnknown"));
  });
});
