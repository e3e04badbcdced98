import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { RecordField } from "@/components/ui/record-field";
import type { RecordField as FieldName } from "@/lib/domain/processing-record/types";
import type { LoadedTemplate } from "@/lib/features/template/loaders";
import { formatList } from "@/lib/i18n/format";
import { Lines } from "./lines";
import { OpenNotes } from "./open-notes";

const UNSAID: readonly FieldName[] = ["minorsAnswer", "contractReference", "startsOn", "reviewedOn"];

/** Fields beyond article 30(2): persons, data, tools, usual values. */
export function TemplateAdditionalFields({ template }: { template: LoadedTemplate }) {
  const t = useTranslations("record");
  const sheet = useTranslations("template.sheet");
  const locale = useLocale();
  const usual = formatList(template.subProcessors, locale);
  return (
    <Part
      id="additional"
      article={t("outsideOf", { article: "30(2)" })}
      note={t("outsideNote")}
      title={t("sections.additional")}
    >
      <dl>
        <RecordField label={t("fields.persons")}>
          <Lines of={template.persons} />
        </RecordField>
        <RecordField label={t("fields.dataCategories")}>
          <Lines of={template.data} />
        </RecordField>
        <SpecialField template={template} />
        <RecordField label={t("fields.tools")}>
          <Lines of={template.tools} />
        </RecordField>
        <RecordField
          label={t("fields.subProcessors")}
          gaps={<OpenNotes of={template} field="subProcessorsAnswer" />}
        >
          <span className="muted">{sheet("usual", { list: usual })}</span>
        </RecordField>
        {UNSAID.map((field) => (
          <RecordField
            key={field}
            label={t(`fields.${field}`)}
            gaps={<OpenNotes of={template} field={field} />}
          >
            <NoValue />
          </RecordField>
        ))}
      </dl>
    </Part>
  );
}

/** Distinguishes data certain by the processing from data to watch for. */
function SpecialField({ template }: { template: LoadedTemplate }) {
  const t = useTranslations("record");
  const sheet = useTranslations("template.sheet");
  const { special, specialHints, open } = template;
  const names = (categories: readonly string[]) =>
    categories.map((category) => t(`specialCategories.${category}`));
  const isOpen = open.some(({ field }) => field === "specialAnswer");
  return (
    <RecordField
      label={t("fields.specialCategories")}
      gaps={isOpen && <OpenNotes of={template} field="specialAnswer" />}
    >
      {special.length > 0 && <Lines of={names(special)} />}
      {specialHints.length > 0 && (
        <div className="muted">
          {sheet("hints")}
          <Lines of={names(specialHints)} />
        </div>
      )}
      {special.length + specialHints.length === 0 && <NoValue />}
    </RecordField>
  );
}

function NoValue() {
  return <span className="faint">{useTranslations("ui")("blank")}</span>;
}
