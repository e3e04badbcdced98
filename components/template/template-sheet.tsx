import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Part } from "@/components/shell/sheet";
import { RecordField } from "@/components/ui/record-field";
import { sectionArticle, type RecordSection } from "@/lib/domain/processing-record/sections";
import type { LoadedTemplate } from "@/lib/features/template/loaders";
import { Lines } from "./lines";
import { OpenNotes } from "./open-notes";
import { SuggestedMeasures } from "./suggested-measures";
import { TemplateAdditionalFields } from "./template-additional-fields";
import { TemplateQuestions } from "./template-questions";

type TemplateSheetProps = { org: string; template: LoadedTemplate };

/** Sections in the order of article 30(2), with open questions. */
export function TemplateSheet({ org, template }: TemplateSheetProps) {
  const t = useTranslations("template.sheet");
  const fields = useTranslations("record.fields");
  return (
    <>
      <TemplatePart section="parties">
        <p className="mt-3">{t("parties")}</p>
      </TemplatePart>
      <TemplatePart section="operations">
        <dl>
          <RecordField label={fields("activity")}>{template.title}</RecordField>
          <RecordField label={fields("operations")}>
            <Lines of={template.operations} />
          </RecordField>
        </dl>
      </TemplatePart>
      <TemplatePart section="transfers">
        <dl>
          <RecordField
            label={fields("transferAnswer")}
            gaps={<OpenNotes of={template} field="transferAnswer" />}
          />
        </dl>
        <p className="muted mt-3">{t("safeguards")}</p>
      </TemplatePart>
      <TemplatePart section="security">
        <SuggestedMeasures org={org} template={template} />
      </TemplatePart>
      <TemplateAdditionalFields template={template} />
      <TemplateQuestions questions={template.questions} />
    </>
  );
}

function TemplatePart({ section, children }: { section: RecordSection; children: ReactNode }) {
  const t = useTranslations("record");
  const { article, also } = sectionArticle("processor", section);
  return (
    <Part
      id={section}
      article={t("article", { article })}
      note={<bdi>{also}</bdi>}
      title={t(`sections.${section}`)}
    >
      {children}
    </Part>
  );
}
