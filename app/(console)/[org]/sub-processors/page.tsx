import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { ExportActs } from "@/components/sub-processor/export-acts";
import { SubProcessorTable } from "@/components/sub-processor/sub-processor-table";
import { LinkButton } from "@/components/ui/button";
import { ListFilter } from "@/components/ui/list-filter";
import { KeyPager } from "@/components/ui/pager";
import { queryHref } from "@/components/ui/query-href";
import { Empty } from "@/components/ui/states";
import { CountedViews, ListTop } from "@/components/ui/views";
import { loadSubProcessors } from "@/lib/features/sub-processor/loaders";
import { joinParts } from "@/lib/i18n/format";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type List = Awaited<ReturnType<typeof loadSubProcessors>>;
type ListProps = { org: string; list: List };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sub-processor"))("list.title") };
}

/** Sub-processors of the organisation, articles 28(2) and 28(4). */
export default async function SubProcessorsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadSubProcessors(org, await searchParams);
  const t = await getTranslations("sub-processor");
  return (
    <Sheet>
      <PageHead
        article={t("articles.list")}
        title={t("list.title")}
        lead={t("list.lead")}
        actions={list.mayWrite && <NewAct org={org} />}
      />
      <Line>
        <SubProcessorViews org={org} list={list} />
      </Line>
      <SubProcessorRows org={org} list={list} />
    </Sheet>
  );
}

async function NewAct({ org }: { org: string }) {
  const t = await getTranslations("sub-processor.new");
  return (
    <LinkButton tone="go" icon={Plus} href={`/${org}/sub-processors/new`}>
      {t("act")}
    </LinkButton>
  );
}

async function SubProcessorViews({ org, list: { counts, query } }: ListProps) {
  const t = await getTranslations("sub-processor.views");
  return (
    <ListTop>
      <CountedViews
        label={t("label")}
        views={["all", "gaps", "ended"]}
        current={query.view}
        counts={counts}
        nameOf={t}
        hrefOf={(view) => addressOf(org, { ...query, view, after: "" })}
      />
      <ListFilter noun="sub-processor" {...query} />
    </ListTop>
  );
}

async function SubProcessorRows({ org, list }: ListProps) {
  const { rows, query, next, today } = list;
  const [t, countries] = [await getTranslations("sub-processor"), await getTranslations("countries")];
  const locale = await getLocale();
  if (rows.length === 0)
    return (
      <Line>
        <Nothing org={org} list={list} />
      </Line>
    );
  const named = rows.map((row) => ({
    ...row,
    countryNames: joinParts(
      row.countries.map((code) => countries(code)),
      locale,
    ),
  }));
  return (
    <>
      <Words of={["sub-processor", "sub-processor-gaps"]}>
        <SubProcessorTable org={org} today={today} rows={named} />
      </Words>
      <KeyPager
        range={t("list.range", { count: rows.length })}
        after={query.after}
        next={next}
        first={t("list.first")}
        hrefOf={(after) => addressOf(org, { ...query, after })}
      />
      <Line>
        <ExportActs org={org} />
      </Line>
    </>
  );
}

async function Nothing({ org, list: { query, mayWrite } }: ListProps) {
  const t = await getTranslations("sub-processor.empty");
  if (query.q)
    return (
      <Empty
        title={t("filtered", { q: query.q })}
        actions={<LinkButton href={`/${org}/sub-processors`}>{t("unfilter")}</LinkButton>}
      >
        {t("filteredText")}
      </Empty>
    );
  return (
    <Empty title={t(query.view)} actions={query.view === "all" && mayWrite && <NewAct org={org} />}>
      {t(`${query.view}Text`)}
    </Empty>
  );
}

function addressOf(org: string, query: List["query"]): string {
  return queryHref(`/${org}/sub-processors`, query, "all");
}
