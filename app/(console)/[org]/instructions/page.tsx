import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportActs } from "@/components/instruction/export-acts";
import { InstructionTable } from "@/components/instruction/instruction-table";
import { instructionsHref, InstructionViews } from "@/components/instruction/instruction-views";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/states";
import { loadInstructions } from "@/lib/features/instruction/loaders";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type List = Awaited<ReturnType<typeof loadInstructions>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("instruction"))("list.title") };
}

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
            {list.mayWrite && (
              <LinkButton tone="go" icon={Plus} href={`/${org}/instructions/new`}>
                {t("new.act")}
              </LinkButton>
            )}
          </>
        }
      />
      <Line>
        <InstructionViews org={org} {...list} />
      </Line>
      <Rows org={org} list={list} />
      {list.counts.all > 0 && list.mayTake && (
        <Line>
          {search.error && (
            <p className="reason mt-3" role="alert">
              {t("export.failed")}
            </p>
          )}
          <ExportActs org={org} controller={list.query.controller} />
        </Line>
      )}
    </Sheet>
  );
}

async function Rows({ org, list: { rows, query, counts, next } }: { org: string; list: List }) {
  const t = await getTranslations("instruction");
  if (rows.length === 0) {
    const kind =
      counts.all === 0 && !query.controller ? (["title", "text"] as const) : (["view", "viewText"] as const);
    return (
      <Line>
        <Empty title={t(`empty.${kind[0]}`)}>{t(`empty.${kind[1]}`)}</Empty>
      </Line>
    );
  }
  return (
    <>
      <InstructionTable org={org} rows={rows} />
      <Pager
        range={t("list.count", { count: rows.length })}
        previousHref={query.after ? instructionsHref(org, { ...query, after: "" }) : undefined}
        nextHref={next ? instructionsHref(org, { ...query, after: next }) : undefined}
      />
    </>
  );
}
