import { getTranslations } from "next-intl/server";
import { ListFrame } from "@/components/shell/list-frame";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { ThreadTable } from "@/components/thread/thread-table";
import { Empty } from "@/components/ui/states";
import type { Search } from "@/lib/forms/list-query";
import { loadThreads } from "@/lib/features/thread/loaders";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../disputed-rows";
import { SavedViews } from "../saved-views";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("thread", "title");

const VIEWS = ["all", "waiting", "answered", "closed"] as const;

/** Threads with controllers, article 28(3)(h). */
export default async function ThreadsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadThreads(org, await searchParams);
  const t = await getTranslations("thread");
  const [title, text] =
    list.counts.all === 0 ? (["title", "text"] as const) : (["view", "viewText"] as const);
  return (
    <Sheet>
      <PageHead article={t("article", { article: "28(3)(h)" })} title={t("title")} lead={t("list.lead")} />
      <DisputedRows org={org} noun="thread" rows={list.rows} nameOf={({ reference }) => reference} />
      <SavedViews org={org} list="threads" query={list.query} defaults={{ view: VIEWS[0] }} />
      <ListFrame
        noun="thread"
        path={`/${org}/threads`}
        views={VIEWS}
        list={list}
        empty={<Empty title={t(`empty.${title}`)}>{t(`empty.${text}`)}</Empty>}
      >
        <ThreadTable org={org} rows={list.rows} />
      </ListFrame>
    </Sheet>
  );
}
