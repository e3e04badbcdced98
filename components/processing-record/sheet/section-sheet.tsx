import Link from "next/link";
import type { ComponentProps } from "react";
import { useLocale, useTranslations } from "next-intl";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import { Unbroken } from "@/components/ui/unbroken";
import {
  REGISTER_ARTICLES,
  sectionArticle,
  type RecordSection,
} from "@/lib/domain/processing-record/sections";
import { COMMA } from "@/lib/i18n/format";
import type { Gap } from "@/lib/domain/processing-record/types";
import { namableProcedures } from "@/lib/domain/processing-record/young";
import { GapNotes } from "./gap-notes";
import type { LoadedRecord } from "./loaded-record";
import { recordHref, sectionHref } from "./record-address";
import { SectionForm } from "./section-form";
import { SECTION_CONTROLS, sectionValues } from "./section-values";
import { useSectionTitle } from "./use-record-label";
import { countryOptions } from "./words";

type SectionSheetProps = {
  org: string;
  section: RecordSection;
  loaded: LoadedRecord;
  /** Country names by ISO code. */
  countries: Record<string, string>;
  measures?: ComponentProps<typeof SectionForm>["measures"];
  subProcessors?: ComponentProps<typeof SectionForm>["subProcessors"];
  links?: ComponentProps<typeof SectionForm>["links"];
};

export function SectionSheet({
  org,
  section,
  loaded,
  countries,
  measures,
  subProcessors,
  links,
}: SectionSheetProps) {
  const { record, may } = loaded;
  const { id, capacity } = record;
  const t = useTranslations("record");
  const comma = COMMA[useLocale()];
  const { article, also } = sectionArticle(capacity, section);
  const place = { org, id, capacity };
  return (
    <Sheet>
      <PageHead
        note={
          <>
            <b>
              <Unbroken>
                {article
                  ? t("article", { article })
                  : t("outsideOf", { article: REGISTER_ARTICLES[capacity] })}
              </Unbroken>
            </b>
            <bdi>{also}</bdi>
          </>
        }
        title={useSectionTitle(capacity)(section)}
        lead={
          <>
            <Link href={recordHref(place)} prefetch={false}>
              <bdi>{record.reference}</bdi>
            </Link>
            {comma}
            <bdi>{record.content.activity}</bdi>
          </>
        }
      />
      <Line>
        {may.write ? (
          <SectionFields
            key={sectionHref(place, section)}
            {...{ org, section, loaded, countries, measures, subProcessors, links }}
          />
        ) : (
          <Forbidden
            title={t("forbidden.title")}
            actions={<LinkButton href={recordHref(place)}>{t("forbidden.back")}</LinkButton>}
          >
            {t("forbidden.text")}
          </Forbidden>
        )}
      </Line>
    </Sheet>
  );
}

function SectionFields({
  org,
  section,
  loaded,
  countries,
  measures,
  subProcessors,
  links,
}: SectionSheetProps) {
  const { record, controller, controllers, gaps, organisation, today } = loaded;
  const locale = useLocale();
  const hasParties = section === "parties" || section === "own-parties";
  return (
    <Words of={["form", "record", "countries", ...(measures ? (["measure"] as const) : [])]}>
      {hasParties && <OrganisationPageLink org={org} controllerId={controller.id} />}
      <SectionForm
        org={org}
        id={record.id}
        capacity={record.capacity}
        section={section}
        version={record.version}
        initial={sectionValues(section, {
          ...record.content,
          reference: record.reference,
          controllerId: controller.id,
        })}
        controllers={controllers}
        countries={countryOptions(countries, locale)}
        measures={measures}
        subProcessors={subProcessors}
        links={links}
        procedures={{
          org,
          procedures: namableProcedures(organisation.procedures ?? [], record.content),
          today,
        }}
        notes={notesOf(section, gaps)}
      />
    </Words>
  );
}

/** Contact details belong to the parties, shared by all their entries. */
function OrganisationPageLink({ org, controllerId }: { org: string; controllerId: string }) {
  const t = useTranslations("record.form");
  const comma = COMMA[useLocale()];
  return (
    <p className="muted mt-3 prose-line">
      {t("partiesElsewhere")} <Link href={`/${org}/organisation`}>{t("organisation")}</Link>
      {controllerId && (
        <>
          {comma}
          <Link href={`/${org}/controllers/${controllerId}`}>{t("controllerPage")}</Link>
        </>
      )}
      .
    </p>
  );
}

function notesOf(section: RecordSection, gaps: readonly Gap[]) {
  return Object.fromEntries(
    SECTION_CONTROLS[section].flatMap((name) => {
      const here = gaps.filter(({ field }) => field === (name === "controllerId" ? "controller" : name));
      return here.length > 0 ? [[name, <GapNotes key={name} gaps={here} />]] : [];
    }),
  );
}
