import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { ListEmpty, ListFrame } from "@/components/shell/list-frame";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";

type PeriodListPageProps<View extends string> = {
  org: string;
  noun: "campaign" | "consultation";
  views: readonly View[];
  list: ComponentProps<typeof ListFrame<View>>["list"] & { mayWrite: boolean };
  /** Table of the rows. */
  children: ReactNode;
};

export function PeriodListPage<View extends string>({
  org,
  noun,
  views,
  list,
  children,
}: PeriodListPageProps<View>) {
  const t = useTranslations(noun);
  const path = `/${org}/telephone/${noun}s`;
  const act = list.mayWrite && (
    <LinkButton tone="go" icon={Plus} href={`${path}/new`}>
      {t("new.act")}
    </LinkButton>
  );
  return (
    <Sheet>
      <PageHead article={t("articles.list")} title={t("list.title")} lead={t("list.lead")} actions={act} />
      <ListFrame
        noun={noun}
        path={path}
        views={views}
        list={list}
        empty={<ListEmpty noun={noun} path={path} query={list.query} act={null} />}
      >
        <Words of={[noun]}>{children}</Words>
      </ListFrame>
    </Sheet>
  );
}
