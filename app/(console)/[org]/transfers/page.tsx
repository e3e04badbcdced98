import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TransferTable } from "@/components/transfer/transfer-table";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { ListFilter } from "@/components/ui/list-filter";
import { KeyPager } from "@/components/ui/pager";
import { queryHref } from "@/components/ui/query-href";
import { Empty } from "@/components/ui/states";
import { CountedViews, ListTop } from "@/components/ui/views";
import { loadTransfers } from "@/lib/features/transfer/loaders";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type List = Awaited<ReturnType<typeof loadTransfers>>;
type ListProps = { org: string; list: List };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfer"))("list.title") };
}

/** Transfers outside the EEA, chapter V. */
export default async function TransfersPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadTransfers(org, await searchParams);
  const t = await getTranslations("transfer");
  return (
    <Sheet>
      <PageHead
        note={<b>{t("articles.list")}</b>}
        title={t("list.title")}
        lead={t("list.lead")}
        actions={list.mayWrite && <NewAct org={org} />}
      />
      <Line>
        <TransferViews org={org} list={list} />
      </Line>
      <TransferRows org={org} list={list} />
    </Sheet>
  );
}

async function NewAct({ org }: { org: string }) {
  const t = await getTranslations("transfer.new");
  return (
    <LinkButton tone="go" icon={Plus} href={`/${org}/transfers/new`}>
      {t("act")}
    </LinkButton>
  );
}

async function TransferViews({ org, list: { counts, query } }: ListProps) {
  const t = await getTranslations("transfer.views");
  return (
    <ListTop>
      <CountedViews
        label={t("label")}
        views={["all", "gaps", "review", "ended"]}
        current={query.view}
        counts={counts}
        nameOf={t}
        hrefOf={(view) => addressOf(org, { ...query, view, after: "" })}
      />
      <ListFilter noun="transfer" {...query} />
    </ListTop>
  );
}

async function TransferRows({ org, list }: ListProps) {
  const { rows, query, next } = list;
  const [t, countries] = [await getTranslations("transfer"), await getTranslations("countries")];
  const named = rows.map((row) => ({ ...row, countryName: row.country ? countries(row.country) : "" }));
  if (rows.length === 0)
    return (
      <Line>
        <Nothing org={org} list={list} />
      </Line>
    );
  return (
    <>
      <Words of={["transfer", "transfer-gaps"]}>
        <TransferTable org={org} rows={named} />
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

async function Nothing({ org, list: { query, mayWrite } }: ListProps) {
  const t = await getTranslations("transfer.empty");
  if (query.q)
    return (
      <Empty
        title={t("filtered", { q: query.q })}
        actions={<LinkButton href={`/${org}/transfers`}>{t("unfilter")}</LinkButton>}
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
  return queryHref(`/${org}/transfers`, query, "all");
}
