import { useLocale, useTranslations } from "next-intl";
import { CONSENT_PAGE } from "@/lib/domain/consultation/consent-page";
import { isAnswerTo } from "@/lib/domain/consultation/content";
import type { loadAsked } from "@/lib/features/consultation/loaders";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { QuestionSubject } from "./question-subject";

/** Questions and choices of a link that somebody made. */
export type Asked = Extract<Awaited<ReturnType<typeof loadAsked>>, { questions: unknown }>;
type Question = Asked["questions"][number];

/** True where everything was chosen on the page whose words are those of now: the receipt repeats no others. */
export function isOnPageOfNow({ choices }: Asked): boolean {
  return choices.length > 0 && choices.every(({ page }) => page === CONSENT_PAGE);
}

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

/**
 * Lists every answer that was given through the link, the last first: an agreement stays beside its withdrawal, each with its instant,
 * last day and reference, R223-2.
 */
export function AnswerReceipt({ asked }: { asked: Asked }) {
  const t = useTranslations("answer");
  const locale = useLocale();
  const answered = asked.questions
    .map((question) => ({
      question,
      choices: asked.choices.filter((choice) => isAnswerTo(choice, question)),
    }))
    .filter(({ choices }) => choices.length > 0);
  if (answered.length === 0) return <p>{t("receipt.none")}</p>;
  return (
    <ol className="answer-receipt">
      {answered.map(({ question, choices }) => (
        <li key={question.number}>
          <p>
            {question[locale]}
            <QuestionSubject question={question} />
          </p>
          {choices.map((choice) => (
            <GivenAnswer
              key={choice.id}
              choice={choice}
              reference={asked.reference}
              isAwaiting={choices.some((one) => isOfOneAnswer(one, choice))}
            />
          ))}
        </li>
      ))}
    </ol>
  );
}

type Given = Asked["choices"][number];
/** An agreement that awaits a parent holds until no day. */
type GivenProps = { choice: Given; reference: string; isAwaiting: boolean };

/** True of what awaits a parent and of the agreement that a child gave by the same answer. */
function isOfOneAnswer(awaiting: Given, choice: Given): boolean {
  return awaiting.outcome === "awaiting" && awaiting.decidedAt === choice.decidedAt;
}

function GivenAnswer({ choice, reference, isAwaiting }: GivenProps) {
  const t = useTranslations("answer");
  const locale = useLocale();
  return (
    <>
      <p>
        <b>{t(`receipt.outcomes.${choice.outcome}`)}</b>
      </p>
      <p>
        {t("receipt.at")} {formatInstant(choice.decidedAt, "Europe/Paris", locale)}
      </p>
      {choice.validUntil && !isAwaiting && (
        <p>{t("receipt.until", { day: formatDay(choice.validUntil, locale, { long: true }) })}</p>
      )}
      <p>
        {t("receipt.reference")}{" "}
        <bdi dir="ltr">
          {reference} · {choice.id.slice(-12)}
        </bdi>
      </p>
    </>
  );
}
