import { Bookmark } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { Views } from "@/components/ui/views";
import {
  isNarrowed,
  type SavedView,
  type SavedViewList,
  savedViewPath,
} from "@/lib/domain/saved-view/saved-view";

type SavedViewTabsProps = {
  org: string;
  list: SavedViewList;
  /** Filters of the page, in the order of saved ones; "" where the list is whole. */
  query: string;
  views: readonly SavedView[];
};

/** Shows the saved views of a list as tabs, the open ones marked, and leads to saving the filters that are on. */
export function SavedViewTabs({ org, list, query, views }: SavedViewTabsProps) {
  const t = useTranslations("saved-view");
  // A member's own view and a shared one may have the same filters: both are open, and either may be changed.
  const open = views.filter((view) => view.query === query);
  const isOffered = open.length === 0 && isNarrowed(query);
  if (views.length === 0 && !isOffered) return null;
  const tabs = views.map(({ query: filters, name, isShared }) => ({
    href: `/${org}${savedViewPath(list)}?${filters}`,
    label: isShared ? t("tabs.shared", { name }) : name,
    current: filters === query,
  }));
  const address = new URLSearchParams({ list, query });
  return (
    <Line className="print:hidden">
      <div className="mt-1 mb-2 flex flex-wrap items-baseline gap-x-5 gap-y-1">
        {tabs.length > 0 && <Views label={t("tabs.label")} views={tabs} />}
        {open.map(({ id, name }) => (
          <Link
            key={id}
            className="inline-flex min-h-6 items-center"
            href={`/${org}/saved-views/${id}`}
            prefetch={false}
          >
            {open.length > 1 ? t("tabs.changeNamed", { name }) : t("tabs.change")}
          </Link>
        ))}
        {isOffered && (
          <Link
            className="inline-flex min-h-6 items-center gap-1"
            href={`/${org}/saved-views/new?${address}`}
            prefetch={false}
          >
            <Bookmark aria-hidden className="size-4" />
            {t("tabs.save")}
          </Link>
        )}
      </div>
    </Line>
  );
}
