import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AsOfLine } from "@/components/processing-record/history/as-of-line";
import { BulkDone } from "@/components/processing-record/bulk/bulk-done";
import { isFiltered, todayHref } from "@/components/processing-record/list/list-address";
import { RecordList } from "@/components/processing-record/list/record-list";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { ActLink } from "@/components/ui/act-link";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { titleAsOf } from "@/components/processing-record/list/title-as-of";
import type { AsOf } from "@/lib/domain/time/as-of";
import type { Search } from "@/lib/forms/list-query";
import { loadRecords } from "@/lib/features/processing-record/loaders";
import { formatCount } from "@/lib/i18n/format";
import { DisputedRows } from "../disputed-rows";
import { SavedViews } from "../saved-views";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { asOf } = await loadRecords((await params).org, await searchParams);
  return { title: await titleAsOf((await getTranslations("record.list"))("title"), asOf) };
}

/** Register of processing for controllers, article 30(2). */
export default async function RecordsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const search = await searchParams;
  const list = await loadRecords(org, search);
  const [t, locale] = await Promise.all([getTranslations("record"), getLocale()]);
  const { counts, query, may, asOf } = list;
  const isNow = asOf === null && list.onRefused === null;
  const isEmpty = isNow && counts.all === 0 && !isFiltered(query);
  return (
    <Sheet>
      {asOf && <AsOfLine asOf={asOf} todayHref={todayHref({ org, capacity: "processor" }, query)} />}
      <PageHead
        note={
          <>
            {t("article", { article: "30(2)" })} {t("list.law")}
          </>
        }
        title={t("list.title")}
        lead={
          !isNow || isEmpty || isFiltered(query)
            ? t("list.leadPlain")
            : t("list.lead", {
                records: counts.all,
                count: formatCount(counts.all, locale),
                controllers: list.controllerCount,
              })
        }
        actions={<Acts org={org} may={may} isEmpty={isEmpty} asOf={asOf} />}
      />
      <BulkDone done={search.done} />
      <DisputedRows
        org={org}
        noun="processing-record"
        rows={list.rows}
        nameOf={({ reference }) => reference}
      />
      <SavedViews org={org} list="records" query={query} defaults={{ view: "all", sort: "reference" }} />
      {isEmpty ? <FirstRecord org={org} may={may} /> : <RecordList org={org} list={list} />}
    </Sheet>
  );
}

type May = Awaited<ReturnType<typeof loadRecords>>["may"];

type ActsProps = { org: string; may: May; isEmpty: boolean; asOf: AsOf | null };

async function Acts({ org, may, isEmpty, asOf }: ActsProps) {
  const t = await getTranslations("record.list");
  if (isEmpty) return null;
  return (
    <>
      {may.import && <ActLink of="import" tone="bare" href={`/${org}/records/import`} />}
      <ActLink of="export" tone="bare" href={`/${org}/records/export${asOf ? `?on=${asOf.day}` : ""}`} />
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
              <ActLink of="import" tone="go" href={`/${org}/records/import`} />
              <LinkButton href={`/${org}/records/templates`}>{t("fromTemplate")}</LinkButton>
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
