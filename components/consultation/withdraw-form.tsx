import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/button";
import { CONSENT_PAGE } from "@/lib/domain/consultation/consent-page";
import { submitAnswers } from "@/lib/features/consultation/actions";
import type { Locale } from "@/lib/i18n/locale";
import { type Asked, LastAnswer } from "./last-answer";
import { QuestionSubject } from "./question-subject";

type WithdrawFormProps = { token: string; asked: Asked; language: Locale };

/**
 * Lists what is agreed through a link that may choose nothing else, each to be withdrawn, art. 7(3). A plain form, of
 * which no script is part.
 */
export function WithdrawForm({ token, asked, language }: WithdrawFormProps) {
  const t = useTranslations("answer");
  return (
    <form action={submitAnswers} className="answer-form">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="page" value={CONSENT_PAGE} />
      {asked.questions
        .filter(({ number }) => asked.agreed.includes(number))
        .map((question) => (
          <fieldset key={question.number} className="answer-question">
            <legend>
              {question[language]}
              <QuestionSubject question={question} />
            </legend>
            <LastAnswer asked={asked} question={question} />
            <div className="answer-pair">
              <label className="answer-choice">
                <input type="checkbox" name={`q${question.number}`} value="refuse" />
                <span>{t("withdraw.this")}</span>
              </label>
            </div>
          </fieldset>
        ))}
      <SubmitButton>{t("withdraw.act")}</SubmitButton>
    </form>
  );
}
