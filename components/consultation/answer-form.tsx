import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/button";
import { CONSENT_PAGE } from "@/lib/domain/consultation/consent-page";
import { submitAnswers } from "@/lib/features/consultation/actions";
import type { Locale } from "@/lib/i18n/locale";
import { type Asked, LastAnswer } from "./last-answer";
import { QuestionSubject } from "./question-subject";

type AnswerFormProps = { token: string; asked: Asked; language: Locale };

/**
 * Shows two buttons of equal weight for each question, neither chosen beforehand; blank is no answer. A plain form,
 * of which no script is part.
 */
export function AnswerForm({ token, asked, language }: AnswerFormProps) {
  const t = useTranslations("answer");
  return (
    <form action={submitAnswers} className="answer-form">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="page" value={CONSENT_PAGE} />
      {asked.questions.map((question, index) => (
        <fieldset key={question.number} className="answer-question">
          <legend>
            <span className="answer-number">{t("question", { number: index + 1 })}</span>
            {question[language]}
            <QuestionSubject question={question} />
          </legend>
          <LastAnswer asked={asked} question={question} />
          <div className="answer-pair">
            {(["allow", "refuse"] as const).map((value) => (
              <label key={value} className="answer-choice">
                <input type="radio" name={`q${question.number}`} value={value} />
                <span>{t(value)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <SubmitButton>{t("act")}</SubmitButton>
    </form>
  );
}
