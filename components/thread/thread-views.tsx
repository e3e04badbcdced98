import { useLocale, useTranslations } from "next-intl";
import { Views } from "@/components/ui/views";
import type { loadThreads } from "@/lib/features/thread/loaders";
import { formatCount } from "@/lib/i18n/format";

type List = Awaited<ReturnType<typeof loadThreads>>;

const VIEWS = ["all", "waiting", "answered", "closed"] as const;

export function ThreadViews({ org, query, counts }: { org: string } & Pick<List, "query" | "counts">) {
  const t = useTranslations("thread.views");
  const locale = useLocale();
  const views = VIEWS.map((view) => ({
    href: threadsHref(org, { view }),
    label: t(view),
    count: formatCount(counts[view], locale),
    current: view === query.view,
  }));
  return <Views label={t("label")} views={views} />;
}

/** The list's address; what is left out of it is what it is by itself. */
export function threadsHref(org: string, { view, after }: { view: string; after?: string }): string {
  const said = new URLSearchParams({ ...(view !== "all" && { view }), ...(after && { after }) }).toString();
  return `/${org}/threads${said && `?${said}`}`;
}
