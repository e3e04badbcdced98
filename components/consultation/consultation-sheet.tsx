import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { ControllerFields } from "@/components/shell/controller-fields";
import { LinkButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import { CONSULTED_LANGUAGES, type Question } from "@/lib/domain/consultation/content";
import type { loadConsultation } from "@/lib/features/consultation/loaders";
import { useConsultationWords } from "./use-consultation-words";

type Loaded = Awaited<ReturnType<typeof loadConsultation>>;
type ConsultationSheetProps = { org: string; loaded: Loaded; nameOf: (country: string) => string };

export function ConsultationSheet({ org, loaded, nameOf }: ConsultationSheetProps) {
  const t = useTranslations("consultation");
  const { consultation, may } = loaded;
  const { content } = consultation;
  const { labels, read } = useConsultationWords();
  const act = may.write && consultation.state === "draft" && (
    <LinkButton tone="bare" href={`/${org}/telephone/consultations/${consultation.id}/edit`}>
      {t("edit.act")}
    </LinkButton>
  );
  return (
    <Part id="consultation" article={t("articles.content")} title={t("parts.content")} aside={act}>
      <dl>
        <ControllerFields
          org={org}
          noun="consultation"
          controller={{ id: consultation.controllerId, name: consultation.controllerName }}
          instruction={consultation.instruction}
          instructionReason={content.instructionReason}
          setAside={loaded.setAside}
          refusals={loaded.refusals}
        />
        {(["firstDay", "lastDay", "months", "contactDays"] as const).map((name) => (
          <RecordField key={name} label={labels[name]}>
            {read(name, content[name]) || <span className="faint">{t("notStated")}</span>}
          </RecordField>
        ))}
        {content.questions.map((question, index) => (
          <RecordField key={index} label={t("rows.questions.one", { number: index + 1 })}>
            <QuestionWords question={question} nameOf={nameOf} />
          </RecordField>
        ))}
      </dl>
    </Part>
  );
}

function QuestionWords({
  question,
  nameOf,
}: {
  question: Question;
  nameOf: ConsultationSheetProps["nameOf"];
}) {
  const t = useTranslations("consultation");
  const acts = useTranslations("choice.acts");
  const { act, purpose, country } = question;
  const about = act === "transfer" && country !== "" ? nameOf(country) : purpose;
  return (
    <>
      <b>{act ? acts(act) : t("notStated")}</b>
      {about !== "" && (
        <>
          {" · "}
          <bdi>{about}</bdi>
        </>
      )}
      {CONSULTED_LANGUAGES.map((language) => (
        <span key={language} lang={language} dir={language === "ar" ? "rtl" : "ltr"} className="block">
          {question[language]}
        </span>
      ))}
    </>
  );
}
