import { useLocale, useTranslations } from "next-intl";
import { isAnswerTo } from "@/lib/domain/consultation/content";
import type { loadAsked } from "@/lib/features/consultation/loaders";
import { formatDay, formatInstant } from "@/lib/i18n/format";

/** Questions and choices of a link that somebody made. */
export type Asked = Extract<Awaited<ReturnType<typeof loadAsked>>, { questions: unknown }>;
type Question = Asked["questions"][number];

/** The last choice made through this link about a question, the choices being ordered the last first. */
function lastChoiceOf({ choices }: Asked, question: Question) {
  return choices.find((choice) => isAnswerTo(choice, question));
}

export function LastAnswer({ asked, question }: { asked: Asked; question: Question }) {
  const t = useTranslations("answer");
  const locale = useLocale();
  const choice = lastChoiceOf(asked, question);
  if (!choice) return null;
  return (
    <p>
      {t("before", {
        answer: t(`outcomes.${choice.outcome}`),
        at: formatInstant(choice.decidedAt, "Europe/Paris", locale),
      })}
    </p>
  );
}

/** Lists what was answered, when, until which day and under which reference. */
export function AnswerReceipt({ asked }: { asked: Asked }) {
  const t = useTranslations("answer");
  const locale = useLocale();
  const answered = asked.questions.flatMap((question) => {
    const choice = lastChoiceOf(asked, question);
    return choice ? [{ question, choice }] : [];
  });
  if (answered.length === 0) return <p>{t("receipt.none")}</p>;
  return (
    <ol className="answer-receipt">
      {answered.map(({ question, choice }) => (
        <li key={choice.id}>
          <p>{question[locale]}</p>
          <p>
            <b>{t(`receipt.outcomes.${choice.outcome}`)}</b>
          </p>
          <p>
            {t("receipt.at")} {formatInstant(choice.decidedAt, "Europe/Paris", locale)}
          </p>
          {choice.validUntil && (
            <p>{t("receipt.until", { day: formatDay(choice.validUntil, locale, { long: true }) })}</p>
          )}
          <p>
            {t("receipt.reference")}{" "}
            <bdi dir="ltr">
              {asked.reference} · {choice.id.slice(-12)}
            </bdi>
          </p>
        </li>
      ))}
    </ol>
  );
}
