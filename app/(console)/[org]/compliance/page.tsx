import { ChartLine } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { DutyMatrix } from "@/components/compliance/duty-matrix";
import { GapsByArticle } from "@/components/compliance/gaps-by-article";
import { MatrixSearch } from "@/components/compliance/matrix-search";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { queryHref } from "@/components/ui/query-href";
import { Empty } from "@/components/ui/states";
import { CountedViews, ListTop } from "@/components/ui/views";
import { loadCompliance } from "@/lib/features/compliance/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Loaded = Awaited<ReturnType<typeof loadCompliance>>;

export const generateMetadata = titled("compliance", "title");

export default async function CompliancePage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const loaded = await loadCompliance(org, await searchParams);
  const t = await getTranslations("compliance");
  return (
    <Sheet>
      <PageHead
        article={t("article", { article: "5(2)" })}
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton icon={ChartLine} href={`/${org}/compliance/trend`}>
            {t("trend.toTrend")}
          </LinkButton>
        }
      />
      <Matrix org={org} loaded={loaded} />
      <Part article={t("article", { article: "83" })} title={t("articles.title")}>
        {loaded.codes.length > 0 ? (
          <GapsByArticle org={org} codes={loaded.codes} />
        ) : (
          <p className="muted">{t("articles.none")}</p>
        )}
        <p className="muted mt-2 prose-line">
          {t(loaded.isFined ? "articles.notPenalty" : "articles.byContract")}
        </p>
      </Part>
    </Sheet>
  );
}

async function Matrix({ org, loaded }: { org: string; loaded: Loaded }) {
  const t = await getTranslations("compliance");
  const { query, rows, total, next, previous, counts } = loaded;
  const hrefOf = (view: "all" | "lacking", from = 0) =>
    queryHref(`/${org}/compliance`, { view, q: query.q, from: from ? String(from) : "" }, "all");
  return (
    <>
      <Line>
        <ListTop>
          <CountedViews
            label={t("views.label")}
            views={["all", "lacking"] as const}
            current={query.view}
            counts={counts}
            nameOf={(view) => t(`views.${view}`)}
            hrefOf={hrefOf}
          />
          <MatrixSearch query={query} />
        </ListTop>
      </Line>
      {rows.length === 0 ? (
        <Line>
          <Empty title={t(query.q || query.view === "lacking" ? "empty.narrowed" : "empty.title")}>
            {t("empty.text")}
          </Empty>
        </Line>
      ) : (
        <>
          <Line note={t("matrix.note")}>
            <DutyMatrix org={org} rows={rows} totals={loaded.totals} />
            <p className="muted mt-2">{t("matrix.counted")}</p>
          </Line>
          <Pager
            range={t("range", { from: query.from + 1, to: query.from + rows.length, total })}
            previousHref={previous === null ? undefined : hrefOf(query.view, previous)}
            nextHref={next === null ? undefined : hrefOf(query.view, next)}
          />
        </>
      )}
    </>
  );
}
