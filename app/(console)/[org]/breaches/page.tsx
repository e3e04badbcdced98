import { Siren } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { breachesHref, BreachTable, BreachViews } from "@/components/breach/breach-table";
import { NarrowedTo } from "@/components/shell/narrowed-to";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/states";
import { loadBreaches } from "@/lib/features/breach/loaders";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../disputed-rows";
import { SavedViews } from "../saved-views";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled("breach", "list.title");

/** Every breach is documented, article 33(5), also one that the authority need not be told of. */
export default async function BreachesPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadBreaches(org, await searchParams);
  const t = await getTranslations("breach");
  const { rows, query, next, counts } = list;
  return (
    <Sheet>
      <PageHead
        article={t("list.article")}
        title={t("list.title")}
        lead={t("list.lead")}
        actions={
          list.mayWrite && (
            <LinkButton tone="go" icon={Siren} href={`/${org}/breaches/new`}>
              {t("begin.act")}
            </LinkButton>
          )
        }
      />
      <SavedViews org={org} list="breaches" query={query} defaults={{ view: "running" }} />
      <Line>
        <BreachViews org={org} query={query} counts={counts} />
        <NarrowedTo
          to={list.narrowedTo}
          widenHref={breachesHref(org, { ...query, controller: "", subProcessor: "", after: "" })}
        />
      </Line>
      <DisputedRows org={org} noun="breach" rows={rows} nameOf={({ reference }) => reference} />
      {rows.length === 0 ? (
        <Line>
          <Empty title={t(counts.all === 0 ? "empty.title" : "empty.view")}>
            {t(counts.all === 0 ? "empty.text" : "empty.viewText")}
          </Empty>
        </Line>
      ) : (
        <>
          <BreachTable org={org} rows={rows} />
          <Pager
            range={t("list.count", { count: rows.length })}
            previousHref={query.after ? breachesHref(org, { ...query, after: "" }) : undefined}
            nextHref={next ? breachesHref(org, { ...query, after: next }) : undefined}
          />
        </>
      )}
    </Sheet>
  );
}
