import { getTranslations } from "next-intl/server";
import { WorkTabs } from "@/components/dpo-work/work-tabs";
import { ListEmpty, ListFrame } from "@/components/shell/list-frame";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { EntryTable } from "@/components/watch-feed/entry-table";
import { FeedsPart } from "@/components/watch-feed/feeds-part";
import { loadFeeds } from "@/lib/features/watch-feed/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

const VIEWS = ["proposed", "recorded", "set-aside"] as const;

export const generateMetadata = titled("watch-feed", "title");

export default async function FeedsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const loaded = await loadFeeds(org, await searchParams);
  const t = await getTranslations("watch-feed");
  const cited = await getTranslations("ui");
  const path = `/${org}/dpo/feeds`;
  return (
    <Sheet>
      <PageHead article={cited("article", { article: "39(1)(a)" })} title={t("title")} lead={t("lead")} />
      <WorkTabs org={org} current="watch-item" />
      <ListFrame
        noun="watch-feed"
        path={path}
        views={VIEWS}
        list={loaded}
        empty={<ListEmpty noun="watch-feed" path={path} query={loaded.query} />}
      >
        <EntryTable org={org} rows={loaded.rows} mayDecide={loaded.mayDecide} />
      </ListFrame>
      <FeedsPart org={org} loaded={loaded} />
    </Sheet>
  );
}
