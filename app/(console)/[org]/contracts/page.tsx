import { Grid3x3, Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ContractFilter } from "@/components/contract/contract-filter";
import { ContractLedger } from "@/components/contract/contract-ledger";
import { AsOfLine } from "@/components/processing-record/as-of-line";
import { AsOfTool } from "@/components/processing-record/as-of-tool";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/states";
import { Views } from "@/components/ui/views";
import { loadContracts } from "@/lib/features/contract/loaders";
import { formatCount } from "@/lib/i18n/format";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type List = Awaited<ReturnType<typeof loadContracts>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contract"))("list.title") };
}

/** What binds the organisation to its controllers, 28(3), and what presses. */
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
      {list.mayWrite && (
        <LinkButton tone="go" icon={Plus} href={`/${org}/contracts/new`}>
          {t("new.act")}
        </LinkButton>
      )}
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

async function ContractViews({
  org,
  list: { counts, query, onRefused, today },
}: {
  org: string;
  list: List;
}) {
  const [t, locale] = [await getTranslations("contract"), await getLocale()];
  const views = (["all", "gaps", "soon", "ended"] as const).map((view) => ({
    href: addressOf(org, { ...query, view, after: "" }),
    label: t(`views.${view}`),
    count: formatCount(counts[view], locale),
    current: query.view === view,
  }));
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-5">
      <Views label={t("views.label")} views={views} />
      <div className="flex flex-wrap items-end gap-x-2">
        <AsOfTool
          action={`/${org}/contracts`}
          of="contracts"
          on={query.on}
          refused={onRefused}
          today={today}
          kept={{ view: query.view, q: query.q }}
        />
        <ContractFilter {...query} />
      </div>
    </div>
  );
}

async function ContractRows({ org, list }: { org: string; list: List }) {
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
        <ContractLedger org={org} rows={rows} today={asOf?.day ?? today} isPast={asOf !== null} />
      </Words>
      <Pager
        range={t("list.range", { count: rows.length })}
        aside={query.after && <Link href={addressOf(org, { ...query, after: "" })}>{t("list.first")}</Link>}
        nextHref={next ? addressOf(org, { ...query, after: next }) : undefined}
      />
    </>
  );
}

async function Nothing({ org, list: { query, mayWrite, asOf } }: { org: string; list: List }) {
  const t = await getTranslations("contract");
  if (asOf && query.view === "all" && !query.q)
    return <Empty title={t("empty.past")}>{t("empty.pastText")}</Empty>;
  if (query.q)
    return (
      <Empty
        title={t("empty.filtered", { q: query.q })}
        actions={<LinkButton href={`/${org}/contracts`}>{t("empty.unfilter")}</LinkButton>}
      >
        {t("empty.filteredText")}
      </Empty>
    );
  if (query.view !== "all")
    return <Empty title={t(`empty.${query.view}`)}>{t(`empty.${query.view}Text`)}</Empty>;
  const add = mayWrite && (
    <LinkButton tone="go" icon={Plus} href={`/${org}/contracts/new`}>
      {t("new.act")}
    </LinkButton>
  );
  return (
    <Empty title={t("empty.all")} actions={add}>
      {t("empty.allText")}
    </Empty>
  );
}

function addressOf(org: string, query: List["query"]): string {
  const asked = Object.entries(query).filter(([, value]) => value !== "" && value !== "all");
  return `/${org}/contracts${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ""}`;
}
