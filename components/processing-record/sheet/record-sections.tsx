import { Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import {
  REGISTER_ARTICLES,
  sectionArticle,
  SECTION_FIELDS,
  SECTIONS,
  type RecordSection,
} from "@/lib/domain/processing-record/sections";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { Capacity, Gap, RecordField as FieldName } from "@/lib/domain/processing-record/types";
import { required } from "@/lib/domain/invariant/required";
import { GapNotes } from "./gap-notes";
import type { LoadedRecord } from "./loaded-record";
import { partyValue } from "./party-values";
import type { RecordLaws } from "./record-laws";
import { repairHref, sectionHref } from "./record-address";
import { contentValue } from "./record-values";
import { useFieldLabel, useSectionTitle } from "./use-record-label";
import { useTranslate } from "./use-translate";
import { UseRemedies } from "./use-remedies";

type SectionsProps = {
  /** "" in a portal, which has no links to the console. */
  org: string;
  loaded: LoadedRecord;
  /** In the portal: what the laws of the controller ask of each section; absent in the console, whose register is that of the GDPR. */
  laws?: RecordLaws;
};

/** Fields shown in another section or order than in its form. */
const SHOWN: Partial<Record<RecordSection, readonly FieldName[]>> = {
  "own-parties": [
    "organisation",
    "jointAnswer",
    "jointControllers",
    "organisationRepresentative",
    "organisationDpo",
    "targetsUnion",
  ],
  parties: [
    "processor",
    "controller",
    "controllerContact",
    "controllerJoint",
    "controllerRepresentative",
    "processorRepresentative",
    "controllerDpo",
    "processorDpo",
  ],
};

/** Fields shown when empty: the article or the contract requires them. */
const ALWAYS: readonly FieldName[] = [
  ...required(SHOWN.parties, "parties").filter((field) => field !== "controllerJoint"),
  "organisation",
  "jointAnswer",
  "organisationRepresentative",
  "organisationDpo",
  "activity",
  "purposes",
  "operations",
  "transferAnswer",
  "destinations",
  "recipients",
  "retention",
  "measures",
  "legalBases",
  "informationNotice",
  "contractReference",
  "persons",
  "dataCategories",
  "specialAnswer",
  "minorsAnswer",
  "subProcessorsAnswer",
  "startsOn",
  "reviewedOn",
];

/** Sections in the order of the article; fields beyond it last. */
export function RecordSections(props: SectionsProps) {
  return SECTIONS[props.loaded.record.capacity].map((section) => (
    <Section key={section} section={section} {...props} />
  ));
}

function Section({ section, org, loaded, laws }: SectionsProps & { section: RecordSection }) {
  const t = useTranslations("record");
  const { id, capacity } = loaded.record;
  const title = useSectionTitle(capacity, laws?.isOfUnion)(section);
  const { article, also } = sectionArticle(capacity, section);
  const fields: readonly FieldName[] = SHOWN[section] ?? SECTION_FIELDS[section];
  return (
    <Part
      id={section}
      article={
        laws
          ? laws.articles.get(article)
          : article
            ? t("article", { article })
            : t("outsideOf", { article: REGISTER_ARTICLES[capacity] })
      }
      note={laws && !laws.isOfUnion ? null : article ? <bdi>{also}</bdi> : t("outsideNote")}
      title={title}
      aside={
        loaded.may.write && (
          <LinkButton tone="bare" icon={Pencil} href={sectionHref({ org, id, capacity }, section)}>
            {t("page.edit")} <span className="sr">{title}</span>
          </LinkButton>
        )
      }
    >
      <dl>
        {fields.map((field) => (
          <Shown key={field} field={field} org={org} loaded={loaded} laws={laws} />
        ))}
      </dl>
    </Part>
  );
}

function Shown({ field, org, loaded, laws }: SectionsProps & { field: FieldName }) {
  const { record, controller, gaps } = loaded;
  const label = useFieldLabel(record.capacity, laws?.isOfUnion);
  const here = gaps.filter((gap) => gap.field === field);
  const value = useValue(field, org, loaded);
  if (value === null && here.length === 0 && !isAlwaysShown(field, record.capacity)) return null;
  const leads = !loaded.asOf && org !== "";
  const hrefOf = (gap: Gap) =>
    repairHref(gap.field, { org, id: record.id, capacity: record.capacity, controllerId: controller.id });
  return (
    <RecordField
      id={`field-${field}`}
      label={label(field)}
      gaps={
        here.length > 0 && (
          <GapNotes
            gaps={here}
            laws={laws}
            hrefOf={leads ? hrefOf : undefined}
            moreOf={leads ? (gap) => <UseRemedies gap={gap} org={org} loaded={loaded} /> : undefined}
          />
        )
      }
    >
      {value ?? (isOnlyAdvised(here) ? <Blank /> : null)}
    </RecordField>
  );
}

function useValue(field: FieldName, org: string, loaded: LoadedRecord): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { content, id, capacity } = loaded.record;
  const mayRecord = org !== "" && capacity === "processor" && loaded.may.recordTransfer;
  return isContentField(field, content)
    ? contentValue(field, content, {
        t,
        locale,
        measures: loaded.measures,
        subProcessors: loaded.subProcessors,
        links: loaded.links,
        procedures: loaded.organisation.procedures ?? [],
        today: loaded.today,
        org,
        newTransferHref: mayRecord
          ? (at) => `/${org}/transfers/new?record=${id}&destination=${at}`
          : undefined,
      })
    : partyValue(field, loaded, { org, t, locale });
}

/** Article 30(2) requires no recipients: they are shown only when filled. */
function isAlwaysShown(field: FieldName, capacity: Capacity): boolean {
  return ALWAYS.includes(field) && !(field === "recipients" && capacity === "processor");
}

function isContentField(field: FieldName, content: RecordContent): field is keyof RecordContent {
  return field in content;
}

/** Optional fields are not marked as missing. */
function Blank() {
  return <span className="faint">{useTranslations("ui")("blank")}</span>;
}

function isOnlyAdvised(gaps: readonly Gap[]): boolean {
  return gaps.length > 0 && gaps.every(({ level }) => level === "advisable");
}
