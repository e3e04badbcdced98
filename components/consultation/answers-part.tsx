import { useTranslations } from "next-intl";
import { isAnswerTo } from "@/lib/domain/consultation/content";
import type { loadConsultation } from "@/lib/features/consultation/loaders";

type Loaded = Awaited<ReturnType<typeof loadConsultation>>;

/** Counts the last answers of persons, by question. */
export function AnswersPart({ loaded: { consultation, answers } }: { loaded: Loaded }) {
  const t = useTranslations("consultation");
  if (answers.length === 0) return <p className="muted pt-3">{t("answersOf.none")}</p>;
  return (
    <>
      <p className="muted pt-3">{t("answersOf.last")}</p>
      <ul>
        {consultation.content.questions.map((question, index) => {
          const found = answers.find((answer) => isAnswerTo(answer, question));
          return (
            <li key={index} className="border-b border-rule py-2">
              {t("rows.questions.one", { number: index + 1 })}
              {" · "}
              {t("answersOf.allowed", { count: found?.allowed ?? 0 })}
              {" · "}
              {t("answersOf.refused", { count: found?.refused ?? 0 })}
              {" · "}
              {t("answersOf.withdrawn", { count: found?.withdrawn ?? 0 })}
              {found !== undefined && found.awaiting > 0 && (
                <>
                  {" · "}
                  {t("answersOf.awaiting", { count: found.awaiting })}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
