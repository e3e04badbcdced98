import { Grid3x3, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContractTable } from "@/components/contract/contract-table";
import { AsOfLine } from "@/components/processing-record/history/as-of-line";
import { AsOfTool } from "@/components/processing-record/list/as-of-tool";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { ListFilter } from "@/components/ui/list-filter";
import { KeyPager } from "@/components/ui/pager";
import { queryHref } from "@/components/ui/query-href";
import { Empty } from "@/components/ui/states";
import { CountedViews, ListTop } from "@/components/ui/views";
import { loadContracts } from "@/lib/features/contract/loaders";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type List = Awaited<ReturnType<typeof loadContracts>>;
type ListProps = { org: string; list: List };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contract"))("list.title") };
}

/** Contracts with controllers, article 28(3). */
export default async function ContractsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadContracts(org, await searchParams);
  const t = await getTranslations("contract");
  const { asOf } = list;
  const acts = asOf === null && (
    <>
      <LinkButton icon={Grid3x3} href={`/${org}/contracts/matrix`}>
        {t("matrix.open")}
      </LinkButton>
      {list.mayWrite && <NewAct org={org} />}
    </>
  );
  return (
    <Sheet>
      {asOf && <AsOfLine asOf={asOf} todayHref={addressOf(org, { ...list.query, on: "", after: "" })} />}
      <PageHead
        article={t("articles.clauses")}
        title={t("list.title")}
        lead={t("list.lead")}
        actions={acts}
      />
      <Line>
        <ContractViews org={org} list={list} />
      </Line>
      <ContractRows org={org} list={list} />
    </Sheet>
  );
}

async function NewAct({ org }: { org: string }) {
  const t = await getTranslations("contract.new");
  return (
    <LinkButton tone="go" icon={Plus} href={`/${org}/contracts/new`}>
      {t("act")}
    </LinkButton>
  );
}

async function ContractViews({ org, list: { counts, query, onRefused, today } }: ListProps) {
  const t = await getTranslations("contract.views");
  return (
    <ListTop>
      <CountedViews
        label={t("label")}
        views={["all", "gaps", "soon", "expired", "ended"]}
        current={query.view}
        counts={counts}
        nameOf={t}
        hrefOf={(view) => addressOf(org, { ...query, view, after: "" })}
      />
      <div className="flex flex-wrap items-end gap-x-2">
        <AsOfTool
          action={`/${org}/contracts`}
          of="contracts"
          on={query.on}
          refused={onRefused}
          today={today}
          kept={{ view: query.view, q: query.q }}
        />
        <ListFilter noun="contract" {...query} />
      </div>
    </ListTop>
  );
}

async function ContractRows({ org, list }: ListProps) {
  const { rows, query, next, today, asOf } = list;
  const t = await getTranslations("contract");
  if (rows.length === 0)
    return (
      <Line>
        <Nothing org={org} list={list} />
      </Line>
    );
  return (
    <>
      <Words of={["contract"]}>
        <ContractTable org={org} rows={rows} today={asOf?.day ?? today} isPast={asOf !== null} />
      </Words>
      <KeyPager
        range={t("list.range", { count: rows.length })}
        after={query.after}
        next={next}
        first={t("list.first")}
        hrefOf={(after) => addressOf(org, { ...query, after })}
      />
    </>
  );
}

async function Nothing({ org, list: { query, mayWrite, asOf } }: ListProps) {
  const t = await getTranslations("contract.empty");
  if (query.q)
    return (
      <Empty
        title={t("filtered", { q: query.q })}
        actions={<LinkButton href={`/${org}/contracts`}>{t("unfilter")}</LinkButton>}
      >
        {t("filteredText")}
      </Empty>
    );
  if (asOf && query.view === "all") return <Empty title={t("past")}>{t("pastText")}</Empty>;
  return (
    <Empty title={t(query.view)} actions={query.view === "all" && mayWrite && <NewAct org={org} />}>
      {t(`${query.view}Text`)}
    </Empty>
  );
}

function addressOf(org: string, query: List["query"]): string {
  return queryHref(`/${org}/contracts`, query, "all");
}
