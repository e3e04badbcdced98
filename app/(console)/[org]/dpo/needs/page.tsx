import { getTranslations } from "next-intl/server";
import { NeedTable } from "@/components/dpo-figures/need-table";
import { WorkTabs } from "@/components/dpo-work/work-tabs";
import { ListFrame } from "@/components/shell/list-frame";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Empty } from "@/components/ui/states";
import { loadRecordNeeds } from "@/lib/features/dpo-figures/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

const VIEWS = ["missing", "awaited", "unknown", "covered"] as const;

export const generateMetadata = titled("dpo-figures", "needs.title");

/** Register entries beside the filings that law 09-08 asks for. */
export default async function FilingNeedsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadRecordNeeds(org, await searchParams);
  const t = await getTranslations("dpo-figures");
  const work = await getTranslations("dpo-work");
  return (
    <Sheet>
      <PageHead
        note={<b>{work("kinds.cndp-filing.article")}</b>}
        title={t("needs.title")}
        lead={t("needs.lead")}
      />
      <WorkTabs org={org} current="cndp-filing" />
      <ListFrame
        noun="dpo-figures"
        path={`/${org}/dpo/needs`}
        views={VIEWS}
        list={list}
        empty={<Empty title={t(`needs.empty.${list.query.view}`)}>{t("needs.emptyText")}</Empty>}
      >
        <NeedTable org={org} rows={list.rows} mayWrite={list.mayWrite} />
      </ListFrame>
    </Sheet>
  );
}
