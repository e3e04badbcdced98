import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { GapNotes } from "@/components/processing-record/gap-notes";
import { recordHref, sectionHref } from "@/components/processing-record/record-address";
import { SectionForm } from "@/components/processing-record/section-form";
import { SECTION_CONTROLS, sectionValues } from "@/components/processing-record/section-values";
import { countryOptions } from "@/components/processing-record/words";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import {
  RECORD_SECTIONS,
  SECTION_ARTICLES,
  type RecordSection,
} from "@/lib/domain/processing-record/sections";
import { loadRecord } from "@/lib/features/processing-record/loaders";

type PageProps = { params: Promise<{ org: string; id: string; section: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { section } = await params;
  return isSection(section) ? { title: (await getTranslations("record.sections"))(section) } : {};
}

/** One section of an entry, with its article in the margin and its gaps beside the fields. */
export default async function EditSectionPage({ params }: PageProps) {
  const { org, id, section } = await params;
  if (!isSection(section)) notFound();
  const { record, controller, controllers, gaps, may } = await loadRecord(org, id);
  const [t, locale] = [await getTranslations("record"), await getLocale()];
  const countries = countryOptions((await getMessages()).countries as Record<string, string>, locale);
  const { article, also } = SECTION_ARTICLES[section];
  return (
    <Sheet>
      <PageHead
        note={
          <>
            <b>{article ? t("article", { article }) : t("outside")}</b>
            {also}
          </>
        }
        title={t(`sections.${section}`)}
        lead={
          <>
            <Link href={recordHref(org, id)} prefetch={false}>
              <bdi>{record.reference}</bdi>
            </Link>
            , {record.content.activity}
          </>
        }
      />
      <Line>
        {may.write ? (
          <Words of={["form", "record", "countries"]}>
            {section === "parties" && <Elsewhere org={org} controllerId={controller.id} />}
            <SectionForm
              key={sectionHref(org, id, section)}
              org={org}
              id={id}
              section={section}
              version={record.version}
              initial={sectionValues(section, {
                ...record.content,
                reference: record.reference,
                controllerId: controller.id,
              })}
              controllers={controllers}
              countries={countries}
              notes={notesOf(section, gaps)}
            />
          </Words>
        ) : (
          <Forbidden
            title={t("forbidden.title")}
            actions={<LinkButton href={recordHref(org, id)}>{t("forbidden.back")}</LinkButton>}
          >
            {t("forbidden.text")}
          </Forbidden>
        )}
      </Line>
    </Sheet>
  );
}

/** Contact details belong to the parties, and are written once for all their entries. */
async function Elsewhere({ org, controllerId }: { org: string; controllerId: string }) {
  const t = await getTranslations("record.form");
  return (
    <p className="muted mt-3 prose-line">
      {t("partiesElsewhere")} <Link href={`/${org}/organisation`}>{t("organisation")}</Link>,{" "}
      <Link href={`/${org}/controllers/${controllerId}`}>{t("controllerPage")}</Link>.
    </p>
  );
}

type Gaps = Awaited<ReturnType<typeof loadRecord>>["gaps"];

function notesOf(section: RecordSection, gaps: Gaps) {
  return Object.fromEntries(
    SECTION_CONTROLS[section].flatMap((name) => {
      const here = gaps.filter(({ field }) => field === (name === "controllerId" ? "controller" : name));
      return here.length > 0 ? [[name, <GapNotes key={name} gaps={here} />]] : [];
    }),
  );
}

function isSection(section: string): section is RecordSection {
  return (RECORD_SECTIONS as readonly string[]).includes(section);
}
