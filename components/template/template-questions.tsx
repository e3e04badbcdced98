import { useTranslations } from "next-intl";
import { Line, Part } from "@/components/shell/sheet";
import { Unbroken } from "@/components/ui/unbroken";
import type { LoadedTemplate } from "@/lib/features/template/loaders";

export function TemplateQuestions({ questions }: Pick<LoadedTemplate, "questions">) {
  const t = useTranslations("template");
  return (
    <>
      <Part id="questions" title={t("sheet.questions")}>
        <p className="muted mt-3">{t("sheet.questionsLead")}</p>
      </Part>
      {questions.map(({ code, law, articles, text }) => (
        <Line
          key={code}
          className="question"
          note={
            <>
              {articles.map((article) => (
                <b key={article}>
                  <Unbroken>{t("article", { article })}</Unbroken>
                </b>
              ))}
              {t(`laws.${law}`)}
            </>
          }
        >
          <p>{text}</p>
        </Line>
      ))}
    </>
  );
}
