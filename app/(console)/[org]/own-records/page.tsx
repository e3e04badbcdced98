import { Plus, Upload } from "lucide-react";
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
import { registerHref } from "@/lib/domain/processing-record/register-segments";
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
  const { asOf } = await loadRecords((await params).org, await searchParams, "controller");
  return { title: await titleAsOf((await getTranslations("record.own.list"))("title"), asOf) };
}

/** Register of the organisation's own activities, article 30(1). */
export default async function OwnRecordsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const search = await searchParams;
  const list = await loadRecords(org, search, "controller");
  const [t, locale] = await Promise.all([getTranslations("record"), getLocale()]);
  const { counts, query, may, asOf } = list;
  const isNow = asOf === null && list.onRefused === null;
  const isEmpty = isNow && counts.all === 0 && !isFiltered(query);
  return (
    <Sheet>
      {asOf && <AsOfLine asOf={asOf} todayHref={todayHref({ org, capacity: "controller" }, query)} />}
      <PageHead
        note={
          <>
            {t("article", { article: "30(1)" })} {t("list.law")}
          </>
        }
        title={t("own.list.title")}
        lead={
          !isNow || isEmpty || isFiltered(query)
            ? t("own.list.leadPlain")
            : t("own.list.lead", { records: counts.all, count: formatCount(counts.all, locale) })
        }
        actions={!isEmpty && <Acts org={org} may={may} asOf={asOf} />}
      />
      <BulkDone done={search.done} />
      <DisputedRows
        org={org}
        noun="processing-record"
        rows={list.rows}
        nameOf={({ reference }) => reference}
      />
      <SavedViews org={org} list="own-records" query={query} defaults={{ view: "all", sort: "reference" }} />
      {isEmpty ? <FirstRecord org={org} may={may} /> : <RecordList org={org} list={list} />}
    </Sheet>
  );
}

type ActsProps = { org: string; may: Awaited<ReturnType<typeof loadRecords>>["may"] };

async function Acts({ org, may, asOf }: ActsProps & { asOf: AsOf | null }) {
  const t = await getTranslations("record.list");
  const here = registerHref(org, "controller");
  return (
    <>
      {may.import && <ActLink of="import" tone="bare" href={`/${org}/records/import`} />}
      <ActLink of="export" tone="bare" href={`${here}/export${asOf ? `?on=${asOf.day}` : ""}`} />
      {may.write && (
        <LinkButton tone="go" icon={Plus} href={`${here}/new`}>
          {t("new")}
        </LinkButton>
      )}
    </>
  );
}

async function FirstRecord({ org, may }: ActsProps) {
  const t = await getTranslations("record.own.list.empty");
  const words = await getTranslations("record.list");
  return (
    <Line>
      <Empty
        title={t("title")}
        actions={
          <>
            {may.write && (
              <LinkButton tone="go" icon={Plus} href={`${registerHref(org, "controller")}/new`}>
                {t("write")}
              </LinkButton>
            )}
            {may.import && (
              <LinkButton icon={Upload} href={`/${org}/records/import`}>
                {words("import")}
              </LinkButton>
            )}
          </>
        }
      >
        {t("text")}
      </Empty>
    </Line>
  );
}
