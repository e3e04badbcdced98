import { Plus } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { ListEmpty, ListFrame } from "@/components/shell/list-frame";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { SubProcessorTable } from "@/components/sub-processor/sub-processor-table";
import { LinkButton } from "@/components/ui/button";
import { ExportMenu } from "@/components/ui/export-menu";
import type { Search } from "@/lib/forms/list-query";
import { loadSubProcessors } from "@/lib/features/sub-processor/loaders";
import { joinParts } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../disputed-rows";
import { SavedViews } from "../saved-views";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};
type List = Awaited<ReturnType<typeof loadSubProcessors>>;

export const generateMetadata = titled("sub-processor", "list.title");

const VIEWS = ["all", "gaps", "ended"] as const;

/** Sub-processors of the organisation, articles 28(2) and 28(4). */
export default async function SubProcessorsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadSubProcessors(org, await searchParams);
  const t = await getTranslations("sub-processor");
  const path = `/${org}/sub-processors`;
  const act = list.mayWrite && (
    <LinkButton tone="go" icon={Plus} href={`${path}/new`}>
      {t("new.act")}
    </LinkButton>
  );
  const acts = (
    <>
      {list.rows.length > 0 && <ExportMenu to={`/api/sub-processors/${org}`} formats={["xlsx", "json"]} />}
      {act}
    </>
  );
  const first = list.query.view === "all" && act;
  return (
    <Sheet>
      <PageHead article={t("articles.list")} title={t("list.title")} lead={t("list.lead")} actions={acts} />
      <DisputedRows org={org} noun="sub-processor" rows={list.rows} nameOf={({ name }) => name} />
      <SavedViews org={org} list="sub-processors" query={list.query} defaults={{ view: VIEWS[0] }} />
      <ListFrame
        noun="sub-processor"
        path={path}
        views={VIEWS}
        list={list}
        empty={<ListEmpty noun="sub-processor" path={path} query={list.query} act={first} />}
      >
        <SubProcessorRows org={org} list={list} />
      </ListFrame>
    </Sheet>
  );
}

async function SubProcessorRows({ org, list: { rows, today } }: { org: string; list: List }) {
  const countries = await getTranslations("countries");
  const locale = await getLocale();
  const named = rows.map((row) => {
    const names = row.countries.map((code) => countries(code));
    return { ...row, countryNames: joinParts(names, locale) };
  });
  return (
    <Words of={["sub-processor", "sub-processor-gaps"]}>
      <SubProcessorTable org={org} today={today} rows={named} />
    </Words>
  );
}
