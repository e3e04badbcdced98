import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { ThreadTable } from "@/components/thread/thread-table";
import { threadsHref, ThreadViews } from "@/components/thread/thread-views";
import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/states";
import { loadThreads } from "@/lib/features/thread/loaders";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type List = Awaited<ReturnType<typeof loadThreads>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("thread"))("title") };
}

/** Threads with controllers, article 28(3)(h). */
export default async function ThreadsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadThreads(org, await searchParams);
  const t = await getTranslations("thread");
  return (
    <Sheet>
      <PageHead article={t("article", { article: "28(3)(h)" })} title={t("title")} lead={t("list.lead")} />
      <Line>
        <ThreadViews org={org} {...list} />
      </Line>
      <Rows org={org} list={list} />
    </Sheet>
  );
}

async function Rows({ org, list: { rows, query, counts, next } }: { org: string; list: List }) {
  const t = await getTranslations("thread");
  if (rows.length === 0) {
    const kind = counts.all === 0 ? (["title", "text"] as const) : (["view", "viewText"] as const);
    return (
      <Line>
        <Empty title={t(`empty.${kind[0]}`)}>{t(`empty.${kind[1]}`)}</Empty>
      </Line>
    );
  }
  return (
    <>
      <ThreadTable org={org} rows={rows} />
      <Pager
        range={t("list.count", { count: rows.length })}
        previousHref={query.after ? threadsHref(org, { view: query.view }) : undefined}
        nextHref={next ? threadsHref(org, { view: query.view, after: next }) : undefined}
      />
    </>
  );
}
