import { DoorOpen, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ControllerTable } from "@/components/controller/controller-table";
import { ControllerListEmpty } from "@/components/controller/controller-list-empty";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { ListFilter } from "@/components/ui/list-filter";
import { KeyPager } from "@/components/ui/pager";
import { queryHref } from "@/components/ui/query-href";
import { CountedViews, ListTop } from "@/components/ui/views";
import { loadControllers } from "@/lib/features/controller/loaders";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type List = Awaited<ReturnType<typeof loadControllers>>;
type ListProps = { org: string; list: List };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("controller"))("list.title") };
}

export default async function ControllersPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadControllers(org, await searchParams);
  const t = await getTranslations("controller");
  const contact = await getTranslations("contact");
  const act = (
    <>
      <LinkButton icon={DoorOpen} href={`/${org}/controllers/contacts`}>
        {contact("list.title")}
      </LinkButton>
      {list.mayWrite && (
        <LinkButton tone="go" icon={Plus} href={`/${org}/controllers/new`}>
          {t("new.act")}
        </LinkButton>
      )}
    </>
  );
  return (
    <Sheet>
      <PageHead note={t("list.article")} title={t("list.title")} lead={t("list.lead")} actions={act} />
      <Line>
        <ControllerViews org={org} list={list} />
      </Line>
      <ControllerRows org={org} list={list} />
    </Sheet>
  );
}

async function ControllerViews({ org, list: { counts, query } }: ListProps) {
  const t = await getTranslations("controller.views");
  return (
    <ListTop>
      <CountedViews
        label={t("label")}
        views={["open", "archived"]}
        current={query.view}
        counts={counts}
        nameOf={t}
        hrefOf={(view) => addressOf(org, { view })}
      />
      <ListFilter noun="controller" openView="open" {...query} />
    </ListTop>
  );
}

async function ControllerRows({ org, list }: ListProps) {
  const { rows, query, next, mayWrite } = list;
  const [t, countries] = [await getTranslations("controller"), await getTranslations("countries")];
  if (rows.length === 0)
    return (
      <Line>
        <ControllerListEmpty org={org} view={query.view} q={query.q} mayWrite={mayWrite} />
      </Line>
    );
  const lines = rows.map((row) => ({ ...row, country: row.country ? countries(row.country) : "" }));
  return (
    <>
      <Words of={["controller"]}>
        <ControllerTable org={org} rows={lines} isArchived={query.view === "archived"} />
      </Words>
      <KeyPager
        range={t("list.range", { count: rows.length })}
        after={query.after}
        next={next}
        first={t("list.first")}
        hrefOf={(after) => addressOf(org, { ...query, after })}
      />
    </>
  );
}

function addressOf(org: string, query: Partial<List["query"]>): string {
  return queryHref(`/${org}/controllers`, query, "open");
}
