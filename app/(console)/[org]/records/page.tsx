import { Download, Plus, Upload } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { isFiltered } from "@/components/processing-record/list-address";
import { RecordList } from "@/components/processing-record/record-list";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { loadRecords } from "@/lib/features/processing-record/loaders";
import { formatCount } from "@/lib/i18n/format";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("record.list"))("title") };
}

/** The register, article 30(2): one entry per controller and category. */
export default async function RecordsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadRecords(org, await searchParams);
  const [t, locale] = [await getTranslations("record"), await getLocale()];
  const { counts, query, controllers, may } = list;
  const isEmpty = counts.all === 0 && !isFiltered(query);
  return (
    <Sheet>
      <PageHead
        note={
          <>
            {t("article", { article: "30(2)" })} {t("list.law")}
          </>
        }
        title={t("list.title")}
        lead={
          isEmpty || isFiltered(query)
            ? t("list.leadPlain")
            : t("list.lead", {
                records: counts.all,
                count: formatCount(counts.all, locale),
                controllers: controllers.length,
              })
        }
        actions={<Acts org={org} may={may} isEmpty={isEmpty} />}
      />
      {isEmpty ? <FirstRecord org={org} may={may} /> : <RecordList org={org} list={list} />}
    </Sheet>
  );
}

type May = Awaited<ReturnType<typeof loadRecords>>["may"];

async function Acts({ org, may, isEmpty }: { org: string; may: May; isEmpty: boolean }) {
  const t = await getTranslations("record.list");
  if (isEmpty) return null;
  return (
    <>
      {may.import && (
        <LinkButton tone="bare" icon={Upload} href={`/${org}/records/import`}>
          {t("import")}
        </LinkButton>
      )}
      <LinkButton tone="bare" icon={Download} href={`/${org}/records/export`}>
        {t("export")}
      </LinkButton>
      {may.write && (
        <LinkButton tone="go" icon={Plus} href={`/${org}/records/new`}>
          {t("new")}
        </LinkButton>
      )}
    </>
  );
}

async function FirstRecord({ org, may }: { org: string; may: May }) {
  const t = await getTranslations("record.list.empty");
  return (
    <Line>
      <Empty
        title={t("title")}
        actions={
          may.write && (
            <>
              <LinkButton tone="go" icon={Upload} href={`/${org}/records/import`}>
                {t("import")}
              </LinkButton>
              <LinkButton href={`/${org}/records/new`}>{t("write")}</LinkButton>
            </>
          )
        }
      >
        {t("text")}
      </Empty>
    </Line>
  );
}
