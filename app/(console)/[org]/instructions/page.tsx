import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { InstructionFilter } from "@/components/instruction/instruction-filter";
import { InstructionTable } from "@/components/instruction/instruction-table";
import { ListFrame } from "@/components/shell/list-frame";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { ExportMenu } from "@/components/ui/export-menu";
import { Empty } from "@/components/ui/states";
import type { Search } from "@/lib/forms/list-query";
import { loadInstructions } from "@/lib/features/instruction/loaders";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../disputed-rows";
import { SavedViews } from "../saved-views";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};
type List = Awaited<ReturnType<typeof loadInstructions>>;

export const generateMetadata = titled("instruction", "list.title");

const VIEWS = ["all", "open", "contested", "accepted", "closed"] as const;

/** Instructions of controllers, article 28(3)(a). */
export default async function InstructionsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const search = await searchParams;
  const list = await loadInstructions(org, search);
  const t = await getTranslations("instruction");
  return (
    <Sheet>
      <PageHead
        article={t("article", { article: "28(3)(a)" })}
        title={t("list.title")}
        lead={t("list.lead")}
        actions={
          <>
            <LinkButton href={`/${org}/instructions/scope`}>{t("scope.open")}</LinkButton>
            {list.counts.all > 0 && list.mayTake && (
              <ExportMenu
                to={`/api/instructions/${org}`}
                formats={["pdf", "xlsx", "json"]}
                fields={{ controller: list.query.controller }}
              />
            )}
            {list.mayWrite && (
              <LinkButton tone="go" icon={Plus} href={`/${org}/instructions/new`}>
                {t("new.act")}
              </LinkButton>
            )}
          </>
        }
      >
        {search.error && (
          <p className="reason mt-3" role="alert">
            {t("export.failed")}
          </p>
        )}
      </PageHead>
      <DisputedRows org={org} noun="instruction" rows={list.rows} nameOf={({ number }) => number} />
      <SavedViews org={org} list="instructions" query={list.query} defaults={{ view: VIEWS[0] }} />
      <ListFrame
        noun="instruction"
        path={`/${org}/instructions`}
        views={VIEWS}
        list={list}
        tools={<InstructionFilter org={org} query={list.query} controllers={list.controllers} />}
        empty={<Nothing list={list} />}
      >
        <InstructionTable org={org} rows={list.rows} />
      </ListFrame>
    </Sheet>
  );
}

async function Nothing({ list: { query, counts } }: { list: List }) {
  const t = await getTranslations("instruction.empty");
  if (counts.all === 0 && !query.controller && !query.kind)
    return <Empty title={t("title")}>{t("text")}</Empty>;
  return <Empty title={t("view")}>{t("viewText")}</Empty>;
}
