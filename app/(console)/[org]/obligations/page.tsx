import { CalendarSync } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { ObligationFilter } from "@/components/obligation/obligation-filter";
import { ObligationList } from "@/components/obligation/obligation-list";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { queryHref } from "@/components/ui/query-href";
import { Empty } from "@/components/ui/states";
import { CountedViews, ListTop } from "@/components/ui/views";
import { OBLIGATION_VIEWS, type ObligationView } from "@/lib/domain/obligation/list";
import { loadObligations } from "@/lib/features/obligation/loaders";
import { formatCount } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";
import { SavedViews } from "../saved-views";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type List = Awaited<ReturnType<typeof loadObligations>>;

export const generateMetadata = titled("obligation", "title");

export default async function ObligationsPage({ params, searchParams }: PageProps) {
  const [{ org }, search] = await Promise.all([params, searchParams]);
  const [list, t] = await Promise.all([loadObligations(org, search), getTranslations("obligation")]);
  const hrefOf = (view: ObligationView, from = 0) => {
    const { noun, controller, whose } = list.query;
    return queryHref(
      `/${org}/obligations`,
      { view, noun, controller, whose, from: from ? String(from) : "" },
      "open",
    );
  };
  return (
    <Sheet>
      <PageHead
        article={t("article")}
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton icon={CalendarSync} href={`/${org}/obligations/feed`}>
            {t("toFeed")}
          </LinkButton>
        }
      />
      <SavedViews
        org={org}
        list="obligations"
        query={{ ...list.query, from: undefined }}
        defaults={{ view: "open" }}
      />
      <Line>
        <ListTop>
          <CountedViews
            label={t("views.label")}
            views={OBLIGATION_VIEWS}
            current={list.query.view}
            counts={list.counts}
            nameOf={(view) => t(`views.${view}`)}
            hrefOf={hrefOf}
          />
          <ObligationFilter {...list} first="open" />
        </ListTop>
      </Line>
      <Rows org={org} list={list} hrefOf={(from) => hrefOf(list.query.view, from)} />
    </Sheet>
  );
}

type RowsProps = { org: string; list: List; hrefOf: (from: number) => string };

async function Rows({ org, list: { rows, query, now, total, next, mayAssign }, hrefOf }: RowsProps) {
  const [t, locale] = await Promise.all([getTranslations("obligation"), getLocale()]);
  if (rows.length === 0)
    return (
      <Line>
        <Empty title={t(`empty.${query.view}`)}>{t("empty.text")}</Empty>
      </Line>
    );
  const range = t("range", {
    from: query.from + 1,
    to: query.from + rows.length,
    total: formatCount(total, locale),
  });
  return (
    <>
      <ObligationList org={org} rows={rows} now={now} mayAssign={mayAssign} />
      <Pager
        range={total > rows.length ? range : t("count", { count: total })}
        previousHref={query.from > 0 ? hrefOf(0) : undefined}
        nextHref={next === null ? undefined : hrefOf(next)}
      />
    </>
  );
}
