import { Grid3x3, Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ContractTable } from "@/components/contract/contract-table";
import { AsOfLine } from "@/components/processing-record/history/as-of-line";
import { AsOfTool } from "@/components/processing-record/list/as-of-tool";
import { ListEmpty, ListFrame } from "@/components/shell/list-frame";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { queryHref } from "@/components/ui/query-href";
import { Empty } from "@/components/ui/states";
import type { Search } from "@/lib/forms/list-query";
import { loadContracts } from "@/lib/features/contract/loaders";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../disputed-rows";
import { SavedViews } from "../saved-views";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};
type List = Awaited<ReturnType<typeof loadContracts>>;
type ListProps = { path: string; list: List };

export const generateMetadata = titled("contract", "list.title");

const VIEWS = ["all", "gaps", "soon", "expired", "ended"] as const;

/** Contracts with controllers, article 28(3). */
export default async function ContractsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadContracts(org, await searchParams);
  const t = await getTranslations("contract");
  const { rows, asOf, query, today } = list;
  const path = `/${org}/contracts`;
  return (
    <Sheet>
      {asOf && <AsOfLine asOf={asOf} todayHref={queryHref(path, { ...query, on: "", after: "" }, "all")} />}
      <PageHead
        article={t("articles.clauses")}
        title={t("list.title")}
        lead={t("list.lead")}
        actions={asOf === null && <Acts path={path} mayWrite={list.mayWrite} />}
      />
      <DisputedRows org={org} noun="contract" rows={list.rows} nameOf={({ reference }) => reference} />
      <SavedViews org={org} list="contracts" query={query} defaults={{ view: VIEWS[0] }} />
      <ListFrame
        noun="contract"
        path={path}
        views={VIEWS}
        list={list}
        tools={<DayTool path={path} list={list} />}
        empty={<Nothing path={path} list={list} />}
      >
        <Words of={["contract"]}>
          <ContractTable org={org} rows={rows} today={asOf?.day ?? today} isPast={asOf !== null} />
        </Words>
      </ListFrame>
    </Sheet>
  );
}

async function Acts({ path, mayWrite }: { path: string; mayWrite: boolean }) {
  const t = await getTranslations("contract.matrix");
  return (
    <>
      <LinkButton icon={Grid3x3} href={`${path}/matrix`}>
        {t("open")}
      </LinkButton>
      {mayWrite && <NewAct path={path} />}
    </>
  );
}

async function NewAct({ path }: { path: string }) {
  const t = await getTranslations("contract.new");
  return (
    <LinkButton tone="go" icon={Plus} href={`${path}/new`}>
      {t("act")}
    </LinkButton>
  );
}

function DayTool({ path, list: { query, onRefused, today } }: ListProps) {
  const { view, q, controller, on } = query;
  return (
    <AsOfTool
      action={path}
      of="contracts"
      on={on}
      refused={onRefused}
      today={today}
      hidden={{ view, q, controller }}
    />
  );
}

async function Nothing({ path, list: { query, mayWrite, asOf } }: ListProps) {
  const t = await getTranslations("contract.empty");
  const isFirst = query.view === "all";
  if (asOf && isFirst && !query.q) return <Empty title={t("past")}>{t("pastText")}</Empty>;
  const act = isFirst && mayWrite && <NewAct path={path} />;
  return <ListEmpty noun="contract" path={path} query={query} act={act} />;
}
