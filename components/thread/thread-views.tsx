import { useTranslations } from "next-intl";
import { queryHref } from "@/components/ui/query-href";
import { CountedViews } from "@/components/ui/views";
import type { loadThreads } from "@/lib/features/thread/loaders";

type List = Awaited<ReturnType<typeof loadThreads>>;

const VIEWS = ["all", "waiting", "answered", "closed"] as const;

export function ThreadViews({ org, query, counts }: { org: string } & Pick<List, "query" | "counts">) {
  const t = useTranslations("thread.views");
  return (
    <CountedViews
      label={t("label")}
      views={VIEWS}
      current={query.view}
      counts={counts}
      nameOf={t}
      hrefOf={(view) => threadsHref(org, { view })}
    />
  );
}

/** Omits default values from the address. */
export function threadsHref(org: string, { view, after }: { view: string; after?: string }): string {
  return queryHref(`/${org}/threads`, { view, after }, "all");
}
