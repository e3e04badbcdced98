import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { TransferFilter } from "@/components/transfer/transfer-filter";
import { TransferLedger } from "@/components/transfer/transfer-ledger";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/states";
import { Views } from "@/components/ui/views";
import { loadTransfers } from "@/lib/features/transfer/loaders";
import { formatCount } from "@/lib/i18n/format";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type List = Awaited<ReturnType<typeof loadTransfers>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfer"))("list.title") };
}

/** Who receives or sees data outside the EEA, chapter V, and what is missing there. */
export default async function TransfersPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadTransfers(org, await searchParams);
  const t = await getTranslations("transfer");
  const add = list.mayWrite && (
    <LinkButton tone="go" icon={Plus} href={`/${org}/transfers/new`}>
      {t("new.act")}
    </LinkButton>
  );
  return (
    <Sheet>
      <PageHead
        note={<b>{t("articles.list")}</b>}
        title={t("list.title")}
        lead={t("list.lead")}
        actions={add}
      />
      <Line>
        <TransferViews org={org} list={list} />
      </Line>
      <TransferRows org={org} list={list} />
    </Sheet>
  );
}

async function TransferViews({ org, list: { counts, query } }: { org: string; list: List }) {
  const [t, locale] = [await getTranslations("transfer"), await getLocale()];
  const views = (["all", "gaps", "review", "ended"] as const).map((view) => ({
    href: addressOf(org, { ...query, view, after: "" }),
    label: t(`views.${view}`),
    count: formatCount(counts[view], locale),
    current: query.view === view,
  }));
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-5">
      <Views label={t("views.label")} views={views} />
      <TransferFilter {...query} />
    </div>
  );
}

async function TransferRows({ org, list }: { org: string; list: List }) {
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
        <TransferLedger org={org} rows={named} />
      </Words>
      <Pager
        range={t("list.range", { count: rows.length })}
        aside={query.after && <Link href={addressOf(org, { ...query, after: "" })}>{t("list.first")}</Link>}
        nextHref={next ? addressOf(org, { ...query, after: next }) : undefined}
      />
    </>
  );
}

async function Nothing({ org, list: { query, mayWrite } }: { org: string; list: List }) {
  const t = await getTranslations("transfer");
  if (query.q)
    return (
      <Empty
        title={t("empty.filtered", { q: query.q })}
        actions={<LinkButton href={`/${org}/transfers`}>{t("empty.unfilter")}</LinkButton>}
      >
        {t("empty.filteredText")}
      </Empty>
    );
  if (query.view !== "all")
    return <Empty title={t(`empty.${query.view}`)}>{t(`empty.${query.view}Text`)}</Empty>;
  const add = mayWrite && (
    <LinkButton tone="go" icon={Plus} href={`/${org}/transfers/new`}>
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
  return `/${org}/transfers${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ""}`;
}
