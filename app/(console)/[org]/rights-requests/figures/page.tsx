import { getTranslations } from "next-intl/server";
import { ExportMenu } from "@/components/ui/export-menu";
import { FiguresParts, TimesPart } from "@/components/rights-request/figures-part";
import { TimelinessPart } from "@/components/rights-request/timeliness-part";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { loadFigures } from "@/lib/features/rights-request/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("rights-request", "figures.title");

export default async function RightsFiguresPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const it = await loadFigures(org);
  const t = await getTranslations("rights-request");
  const hasFailed = (await searchParams).error === "failed";
  return (
    <Sheet>
      <PageHead
        article={t("list.article")}
        title={t("figures.title")}
        lead={t("figures.lead", { count: it.whole })}
        actions={
          it.mayExport && <ExportMenu to={`/api/rights-requests/${org}`} formats={["csv", "xlsx", "json"]} />
        }
      >
        {hasFailed && <p role="alert">{t("export.failed")}</p>}
      </PageHead>
      <TimelinessPart org={org} timely={it.timely} />
      <FiguresParts org={org} it={it} />
      <TimesPart it={it} />
    </Sheet>
  );
}
