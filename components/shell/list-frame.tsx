import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { ListFilter } from "@/components/ui/list-filter";
import { KeyPager } from "@/components/ui/pager";
import { queryHref } from "@/components/ui/query-href";
import { Empty } from "@/components/ui/states";
import { CountedViews, ListTop } from "@/components/ui/views";
import { NarrowedTo } from "./narrowed-to";
import { Line } from "./sheet";

type Query<View extends string> = {
  view: View;
  after: string;
  q?: string;
  controller?: string;
  subProcessor?: string;
};
/** Party of the address; absent in lists that no party narrows. */
type Party = { id: string; name: string } | null;

type ListFrameProps<View extends string> = {
  /** Names the messages: its views, its filter and the range of its rows. */
  noun: string;
  path: string;
  /** The first is open where the address names none. */
  views: readonly View[];
  list: {
    rows: readonly unknown[];
    query: Query<View>;
    /** A view without a count shows none. */
    counts: Readonly<Partial<Record<View, number>>>;
    next: string | null;
    narrowedTo?: Party;
  };
  /** Narrows the list beside its views; a list that is searched by words has its filter here too. */
  tools?: ReactNode;
  empty: ReactNode;
  /** Table of the rows, shown where there are any. */
  children: ReactNode;
};

/** Frame of a list: its views with their counts, its tools, then its rows or what their absence says, and its pages. */
export function ListFrame<View extends string>(props: ListFrameProps<View>) {
  const { noun, path, views, list, tools, empty, children } = props;
  const { rows, query, counts, next } = list;
  const t = useTranslations(noun);
  const viewsOf = useTranslations(`${noun}.views`);
  const hrefOf = (stated: Partial<Query<View>>) => queryHref(path, { ...query, ...stated }, views[0]);
  return (
    <>
      <Line>
        <ListTop>
          <CountedViews
            label={viewsOf("label")}
            views={views}
            current={query.view}
            counts={counts}
            nameOf={(view: string) => viewsOf(view)}
            hrefOf={(view) => hrefOf({ view, after: "" })}
          />
          <div className="flex flex-wrap items-end gap-x-2">
            {tools}
            {query.q !== undefined && <ListFilter noun={noun} openView={views[0]} {...query} q={query.q} />}
          </div>
        </ListTop>
        <NarrowedTo
          to={list.narrowedTo}
          widenHref={hrefOf({ controller: "", subProcessor: "", after: "" })}
        />
      </Line>
      {rows.length === 0 ? (
        <Line>{list.narrowedTo ? <NarrowedEmpty /> : empty}</Line>
      ) : (
        <>
          {children}
          <KeyPager
            range={t("list.range", { count: rows.length })}
            after={query.after}
            next={next}
            hrefOf={(after) => hrefOf({ after })}
          />
        </>
      )}
    </>
  );
}

/** Says that a filter by a party leaves no line: what the list says of itself when it is empty is not known then. */
function NarrowedEmpty() {
  const t = useTranslations("party-parts");
  return <Empty title={t("narrowedEmpty")}>{t("narrowedEmptyText")}</Empty>;
}

type ListEmptyProps = {
  noun: string;
  path: string;
  query: { view: string; q?: string };
  /** Offered where the view itself is empty. */
  act?: ReactNode;
};

/** Distinguishes a search without results from an empty view. */
export function ListEmpty({ noun, path, query: { view, q }, act }: ListEmptyProps) {
  const t = useTranslations(`${noun}.empty`);
  if (!q)
    return (
      <Empty title={t(view)} actions={act}>
        {t(`${view}Text`)}
      </Empty>
    );
  return (
    <Empty
      title={t("filtered", { q })}
      actions={<LinkButton href={queryHref(path, { view })}>{t("unfilter")}</LinkButton>}
    >
      {t("filteredText")}
    </Empty>
  );
}
