import type { RequestFile } from "@/lib/domain/rights-request/file";
import { triesIn } from "@/lib/features/rights-request/read/task-words";
import type { Locale } from "@/lib/i18n/locale";
import type { Translator } from "@/lib/i18n/translator";

type Printed = { t: Translator; locale: Locale; instant: (at: number) => string };

/** States what is known of the answer to the person, 12(3): a certificate of what was carried out is none. */
export function answerWords(
  { answered, notReached, decision, unsent }: RequestFile,
  { t, locale, instant }: Printed,
): string {
  if (answered)
    return t("certificate.answered", {
      by: t(`answerers.${answered.value.answeredBy ?? "controller"}`),
      means: t(`answerMeans.${answered.value.answerMeans ?? "unknown"}`),
      when: instant(answered.at),
    });
  if (notReached)
    return t("certificate.notReached", {
      by: t(`answerers.${notReached.value.triedBy ?? "controller"}`),
      tried: triesIn(notReached.value.tried ?? [], t, locale),
      when: instant(notReached.at),
    });
  if (unsent.answered) return t("certificate.answerUnsent");
  return t(decision === "execute-and-answer" ? "certificate.answerOurs" : "certificate.answerUnknown");
}
