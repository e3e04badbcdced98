import { getLocale, getTranslations } from "next-intl/server";
import { FindingList } from "@/components/compliance/finding-list";
import { FindingTitle } from "@/components/compliance/finding-title";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { queryHref } from "@/components/ui/query-href";
import { Empty } from "@/components/ui/states";
import { loadFindings } from "@/lib/features/compliance/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled("compliance", "gaps.title");

export default async function ComplianceGapsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const loaded = await loadFindings(org, await searchParams);
  const [t, locale] = await Promise.all([getTranslations("compliance"), getLocale()]);
  const { query, rows, total, next, previous } = loaded;
  const { duty, controller, code } = query;
  const hrefOf = (from: number) =>
    queryHref(`/${org}/compliance/gaps`, { duty, controller, code, from: from ? String(from) : "" });
  return (
    <Sheet>
      <PageHead
        note={t("gaps.note")}
        title={<FindingTitle query={query} controller={loaded.controller} locale={locale} />}
        lead={t("gaps.lead", { count: total })}
        actions={<LinkButton href={`/${org}/compliance`}>{t("gaps.back")}</LinkButton>}
      />
      {rows.length === 0 ? (
        <Line>
          <Empty title={t("gaps.none")}>{t("empty.text")}</Empty>
        </Line>
      ) : (
        <>
          <FindingList org={org} rows={rows} />
          <Pager
            range={t("range", { from: query.from + 1, to: query.from + rows.length, total })}
            previousHref={previous === null ? undefined : hrefOf(previous)}
            nextHref={next === null ? undefined : hrefOf(next)}
          />
        </>
      )}
    </Sheet>
  );
}
