import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RecordActs } from "@/components/processing-record/record-acts";
import { RecordLife } from "@/components/processing-record/record-life";
import { RecordSections } from "@/components/processing-record/record-sections";
import { RecordSummary } from "@/components/processing-record/record-summary";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadRecord } from "@/lib/features/processing-record/loaders";
import { formatDay } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  const { record } = await loadRecord(org, id);
  return { title: record.reference };
}

/** One entry of the register, section by section in the order of article 30(2). */
export default async function RecordPage({ params }: PageProps) {
  const { org, id } = await params;
  const loaded = await loadRecord(org, id);
  const [t, locale] = [await getTranslations("record.page"), await getLocale()];
  const { record, controller, may, today } = loaded;
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{record.reference}</bdi>
          </b>
        }
        title={t("title", { activity: record.content.activity, controller: controller.legalName })}
        actions={
          <Words of={["record", "form"]}>
            <RecordActs
              org={org}
              id={record.id}
              version={record.version}
              today={formatDay(today, locale)}
              mayMove={may.transition}
            />
          </Words>
        }
      >
        <RecordSummary loaded={loaded} />
      </PageHead>
      <RecordSections org={org} loaded={loaded} />
      <RecordLife loaded={loaded} />
    </Sheet>
  );
}
