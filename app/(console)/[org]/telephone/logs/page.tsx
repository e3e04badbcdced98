import { Upload } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { isOpen } from "@/components/call-log/log-status";
import { LogTable } from "@/components/call-log/log-table";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Refreshing } from "@/components/ui/refreshing";
import { Empty } from "@/components/ui/states";
import { loadLogs } from "@/lib/features/call-log/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../../disputed-rows";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("call-log", "title");

/** Logs of diallers that were read, the last first. */
export default async function LogsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { rows, next, mayReceive } = await loadLogs(org, await searchParams);
  const t = await getTranslations("call-log");
  const cited = await getTranslations("ui");
  const act = mayReceive && (
    <LinkButton tone="go" icon={Upload} href={`/${org}/telephone/logs/new`}>
      {t("add")}
    </LinkButton>
  );

  return (
    <Sheet>
      <PageHead
        article={cited("article", { article: "28(3)(a)" })}
        title={t("title")}
        lead={t("lead")}
        actions={act}
      />
      <DisputedRows org={org} noun="call-log" rows={rows} nameOf={({ fileName }) => fileName} />
      {rows.some(isOpen) && <Refreshing />}
      {rows.length === 0 ? (
        <Line>
          <Empty title={t("empty")}>{t("emptyText")}</Empty>
        </Line>
      ) : (
        <LogTable org={org} rows={rows} />
      )}
      {next !== null && (
        <Line>
          <Link href={`/${org}/telephone/logs?from=${next}`}>{t("older")}</Link>
        </Line>
      )}
    </Sheet>
  );
}
