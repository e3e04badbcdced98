import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkTable } from "@/components/dpo-work/work-table";
import { WorkTabs } from "@/components/dpo-work/work-tabs";
import { ListEmpty, ListFrame } from "@/components/shell/list-frame";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { type WorkKind, workPath } from "@/lib/domain/dpo-work/kinds";
import { loadWorkList } from "@/lib/features/dpo-work/loaders";
import type { Search } from "@/lib/forms/list-query";
import { DisputedRows } from "../../disputed-rows";

type PageProps = { params: Promise<{ org: string; kind: string }>; searchParams: Promise<Search> };

/** Pages beside a list, with what is counted or proposed for it. */
const BESIDES: Partial<Record<WorkKind, string>> = {
  "watch-item": "feeds",
  training: "staff",
  assistance: "time",
  "cndp-filing": "needs",
};

const VIEWS = ["open", "closed", "all"] as const;

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { org, kind: segment } = await params;
  const { kind } = await loadWorkList(org, segment, await searchParams);
  return { title: (await getTranslations("dpo-work"))(`kinds.${kind}.title`) };
}

export default async function WorkListPage({ params, searchParams }: PageProps) {
  const { org, kind: segment } = await params;
  const list = await loadWorkList(org, segment, await searchParams);
  const { kind, query, rows, mayWrite } = list;
  const t = await getTranslations("dpo-work");
  const path = `/${org}${workPath(kind)}`;
  const add = mayWrite && (
    <LinkButton tone="go" icon={Plus} href={`${path}/new`}>
      {t(`kinds.${kind}.add`)}
    </LinkButton>
  );
  const isFirst = query.view !== "closed" && !query.q;
  return (
    <Sheet>
      <PageHead
        note={<b>{t(`kinds.${kind}.article`)}</b>}
        title={t(`kinds.${kind}.title`)}
        lead={t(`kinds.${kind}.lead`)}
        actions={
          <>
            {BESIDES[kind] && (
              <LinkButton tone="bare" href={`/${org}/dpo/${BESIDES[kind]}`}>
                {t(`besides.${kind}`)}
              </LinkButton>
            )}
            {add}
          </>
        }
      />
      <WorkTabs org={org} current={kind} />
      <DisputedRows org={org} noun={kind} rows={rows} nameOf={({ title }) => title} />
      <ListFrame
        noun="dpo-work"
        path={path}
        views={VIEWS}
        list={list}
        empty={
          isFirst ? (
            <Empty title={t(`kinds.${kind}.empty`)} actions={add}>
              {t(`kinds.${kind}.emptyText`)}
            </Empty>
          ) : (
            <ListEmpty noun="dpo-work" path={path} query={query} />
          )
        }
      >
        <Words of={["dpo-work"]}>
          <WorkTable org={org} kind={kind} rows={rows} />
        </Words>
      </ListFrame>
    </Sheet>
  );
}
