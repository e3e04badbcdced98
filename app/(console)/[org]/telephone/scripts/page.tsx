import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { CallScriptTable } from "@/components/call-script/call-script-table";
import { ListFrame } from "@/components/shell/list-frame";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { TelephonePages } from "@/components/telephone/telephone-pages";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { loadCallScripts } from "@/lib/features/call-script/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../../disputed-rows";
import { SavedViews } from "../../saved-views";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("call-script", "list.title");

/** Scripts with their approval and what the law of the day finds in them. */
export default async function CallScriptsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadCallScripts(org, await searchParams);
  const t = await getTranslations("call-script");
  const add = list.mayWrite && (
    <LinkButton tone="go" icon={Plus} href={`/${org}/telephone/scripts/new`}>
      {t("add")}
    </LinkButton>
  );
  return (
    <Sheet>
      <PageHead article={t("article")} title={t("list.title")} lead={t("list.lead")} actions={add} />
      <TelephonePages org={org} current="scripts" />
      <DisputedRows org={org} noun="call-script" rows={list.rows} nameOf={({ title }) => title} />
      <SavedViews org={org} list="scripts" query={list.query} defaults={{ view: "all" }} />
      <ListFrame
        noun="call-script"
        path={`/${org}/telephone/scripts`}
        views={["all", "used", "retired"]}
        list={list}
        empty={<Empty title={t("empty.title")}>{t("empty.text")}</Empty>}
      >
        <Line>
          <CallScriptTable org={org} rows={list.rows} />
        </Line>
      </ListFrame>
    </Sheet>
  );
}
