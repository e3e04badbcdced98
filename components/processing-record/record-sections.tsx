import { Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import { RECORD_SECTIONS, SECTION_ARTICLES, SECTION_FIELDS } from "@/lib/domain/processing-record/sections";
import type { RecordSection } from "@/lib/domain/processing-record/sections";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { Gap, RecordField as FieldName } from "@/lib/domain/processing-record/types";
import { GapNotes } from "./gap-notes";
import type { LoadedRecord } from "./loaded-record";
import { partyValue } from "./party-values";
import { mendHref, sectionHref } from "./record-address";
import { contentValue } from "./record-values";
import { useSay } from "./use-say";

type SectionsProps = { org: string; loaded: LoadedRecord };

const PARTIES: readonly FieldName[] = [
  "processor",
  "controller",
  "controllerContact",
  "controllerRepresentative",
  "processorRepresentative",
  "controllerDpo",
  "processorDpo",
];

/** Shown even when they say nothing: the article asks for them, or the contract names them. */
const ALWAYS: readonly FieldName[] = [
  ...PARTIES,
  "activity",
  "operations",
  "transferAnswer",
  "destinations",
  "measures",
  "contractReference",
  "persons",
  "dataCategories",
  "specialAnswer",
  "minorsAnswer",
  "subProcessorsAnswer",
  "startsOn",
  "reviewedOn",
];

/** The entry in the order of the article; what 30(2) does not ask comes last. */
export function RecordSections(props: SectionsProps) {
  return RECORD_SECTIONS.map((section) => <Section key={section} section={section} {...props} />);
}

function Section({ section, org, loaded }: SectionsProps & { section: RecordSection }) {
  const t = useTranslations("record");
  const { article, also } = SECTION_ARTICLES[section];
  const fields: readonly FieldName[] = section === "parties" ? PARTIES : SECTION_FIELDS[section];
  return (
    <Part
      id={section}
      article={article ? t("article", { article }) : t("outside")}
      note={article ? also : t("outsideNote")}
      title={t(`sections.${section}`)}
      aside={
        loaded.may.write && (
          <LinkButton tone="bare" icon={Pencil} href={sectionHref(org, loaded.record.id, section)}>
            {t("page.edit")} <span className="sr">{t(`sections.${section}`)}</span>
          </LinkButton>
        )
      }
    >
      <dl>
        {fields.map((field) => (
          <Shown key={field} field={field} org={org} loaded={loaded} />
        ))}
      </dl>
    </Part>
  );
}

function Shown({ field, org, loaded }: SectionsProps & { field: FieldName }) {
  const t = useTranslations("record.fields");
  const { record, controller, gaps } = loaded;
  const here = gaps.filter((gap) => gap.field === field);
  const value = useValue(field, org, loaded);
  if (value === null && here.length === 0 && !ALWAYS.includes(field)) return null;
  const hrefOf = (gap: Gap) => mendHref(gap.field, { org, id: record.id, controllerId: controller.id });
  return (
    <RecordField
      id={`field-${field}`}
      label={t(field)}
      gaps={here.length > 0 && <GapNotes gaps={here} hrefOf={hrefOf} />}
    >
      {value ?? (isOnlyAdvised(here) ? <Blank /> : null)}
    </RecordField>
  );
}

function useValue(field: FieldName, org: string, loaded: LoadedRecord): ReactNode {
  const t = useSay();
  const locale = useLocale();
  const { content } = loaded.record;
  return isContentField(field, content)
    ? contentValue(field, content, { t, locale })
    : partyValue(field, loaded, { org, t });
}

function isContentField(field: FieldName, content: RecordContent): field is keyof RecordContent {
  return field in content;
}

/** What nobody must fill is not shown as missing. */
function Blank() {
  return <span className="faint">{useTranslations("ui")("blank")}</span>;
}

function isOnlyAdvised(gaps: readonly Gap[]): boolean {
  return gaps.length > 0 && gaps.every(({ level }) => level === "advisable");
}
