import { useTranslations } from "next-intl";
import { EVERY_PURPOSE } from "@/lib/domain/choice/choices";
import { type Question, subjectOfQuestion } from "@/lib/domain/consultation/content";

/**
 * Names what the answer to a question is recorded about: its purpose, and the country of a transfer. The words of a question may
 * say more or less than that, art. 4(11), R223-1 1°.
 */
export function QuestionSubject({ question }: { question: Pick<Question, "act" | "purpose" | "country"> }) {
  const t = useTranslations("answer");
  const countries = useTranslations("countries");
  const { purpose, country } = subjectOfQuestion(question);
  return (
    <>
      <span className="answer-number">
        {t("purpose")} {purpose === EVERY_PURPOSE ? t("everyPurpose") : <bdi dir="auto">{purpose}</bdi>}
      </span>
      {country !== "" && (
        <span className="answer-number">
          {t("country")} {countries(country)}
        </span>
      )}
    </>
  );
}
