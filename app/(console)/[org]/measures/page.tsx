import { ListPlus, Plus } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { familyHeads } from "@/components/measure/family-heads";
import { MeasureFilters } from "@/components/measure/measure-filters";
import { MeasureTable } from "@/components/measure/measure-table";
import { MeasureListEmpty } from "@/components/measure/measure-list-empty";
import { MeasureViews } from "@/components/measure/measure-views";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { TooMany } from "@/components/ui/states";
import { ListTop } from "@/components/ui/views";
import type { Search } from "@/lib/forms/list-query";
import { loadMeasures } from "@/lib/features/measure/loaders";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../disputed-rows";
import { SavedViews } from "../saved-views";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};
type List = Awaited<ReturnType<typeof loadMeasures>>;

export const generateMetadata = titled("measure", "list.title");

/** Measures of the organisation, article 32. */
export default async function MeasuresPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadMeasures(org, await searchParams, await getLocale());
  const t = await getTranslations("measure");
  return (
    <Sheet>
      <PageHead
        note={<b>{t("list.article")}</b>}
        title={t("list.title")}
        lead={t("list.lead")}
        actions={list.mayWrite && <Acts org={org} />}
      />
      <SavedViews org={org} list="measures" query={list.query} defaults={{ view: "active" }} />
      <Line>
        <ListTop>
          <MeasureViews org={org} here={list.query.view} counts={list.counts} />
          <MeasureFilters action={`/${org}/measures`} query={list.query} />
        </ListTop>
      </Line>
      <DisputedRows org={org} noun="measure" rows={list.rows} nameOf={({ reference }) => reference} />
      <MeasureRows org={org} list={list} />
    </Sheet>
  );
}

async function Acts({ org }: { org: string }) {
  const t = await getTranslations("measure");
  return (
    <>
      <LinkButton icon={Plus} href={`/${org}/measures/new`}>
        {t("new.act")}
      </LinkButton>
      <LinkButton tone="go" icon={ListPlus} href={`/${org}/measures/library`}>
        {t("empty.choose")}
      </LinkButton>
    </>
  );
}

async function MeasureRows({ org, list }: { org: string; list: List }) {
  const { rows, query, mayWrite, isTooMany } = list;
  const [t, families] = await Promise.all([
    getTranslations("measure"),
    getTranslations("measure-library.families"),
  ]);
  const isFiltered = [query.q, query.family, query.article, query.use].some(Boolean);
  if (rows.length === 0)
    return (
      <Line>
        <MeasureListEmpty org={org} query={query} isFiltered={isFiltered} mayWrite={mayWrite} />
      </Line>
    );
  const hrefOf = (family: string) =>
    `/${org}/measures?${new URLSearchParams({ ...(query.view === "active" ? {} : { view: query.view }), family })}`;
  return (
    <>
      {isTooMany && (
        <Line>
          <TooMany title={t("empty.tooMany", { count: rows.length })}>{t("empty.tooManyText")}</TooMany>
        </Line>
      )}
      <Words of={["measure"]}>
        <MeasureTable
          org={org}
          rows={rows}
          families={familyHeads(rows, {
            t,
            families,
            locale: await getLocale(),
            hrefOf,
          })}
        />
      </Words>
      <Pager range={t("list.count", { count: rows.length })} />
    </>
  );
}
