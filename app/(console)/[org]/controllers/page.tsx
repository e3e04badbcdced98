import { DoorOpen, Plus, Upload } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ControllerTable } from "@/components/controller/controller-table";
import { ListEmpty, ListFrame } from "@/components/shell/list-frame";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import type { Search } from "@/lib/forms/list-query";
import { loadControllers } from "@/lib/features/controller/loaders";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../disputed-rows";
import { SavedViews } from "../saved-views";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};
type List = Awaited<ReturnType<typeof loadControllers>>;

export const generateMetadata = titled("controller", "list.title");

const VIEWS = ["open", "without-contract", "archived"] as const;

export default async function ControllersPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadControllers(org, await searchParams);
  const t = await getTranslations("controller");
  const contact = await getTranslations("contact");
  const path = `/${org}/controllers`;
  const act = (
    <>
      <LinkButton icon={DoorOpen} href={`${path}/contacts`}>
        {contact("list.title")}
      </LinkButton>
      {list.mayWrite && (
        <LinkButton tone="go" icon={Plus} href={`${path}/new`}>
          {t("new.act")}
        </LinkButton>
      )}
    </>
  );
  const first = list.query.view === "open" && list.mayWrite && <FirstActions org={org} />;
  return (
    <Sheet>
      <PageHead note={t("list.article")} title={t("list.title")} lead={t("list.lead")} actions={act} />
      <DisputedRows org={org} noun="controller" rows={list.rows} nameOf={({ legalName }) => legalName} />
      <SavedViews org={org} list="controllers" query={list.query} defaults={{ view: VIEWS[0] }} />
      <ListFrame
        noun="controller"
        path={path}
        views={VIEWS}
        list={list}
        empty={<ListEmpty noun="controller" path={path} query={list.query} act={first} />}
      >
        <ControllerRows org={org} list={list} />
      </ListFrame>
    </Sheet>
  );
}

async function FirstActions({ org }: { org: string }) {
  const t = await getTranslations("controller");
  return (
    <>
      <LinkButton tone="go" icon={Upload} href={`/${org}/records/import`}>
        {t("empty.import")}
      </LinkButton>
      <LinkButton icon={Plus} href={`/${org}/controllers/new`}>
        {t("new.act")}
      </LinkButton>
    </>
  );
}

async function ControllerRows({ org, list: { rows, query } }: { org: string; list: List }) {
  const countries = await getTranslations("countries");
  const lines = rows.map((row) => ({ ...row, country: row.country ? countries(row.country) : "" }));
  return (
    <Words of={["controller"]}>
      <ControllerTable org={org} rows={lines} isArchived={query.view === "archived"} />
    </Words>
  );
}
