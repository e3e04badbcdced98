import { UserSearch } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { GrantTable } from "@/components/grant/grant-table";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { loadGrants } from "@/lib/features/grant/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("grant", "title");

/** Has no loading state: a refused role must be answered 403, and a streamed answer can no longer change its status. */
export default async function AuditorsPage({ params, searchParams }: PageProps) {
  const [{ org }, search] = await Promise.all([params, searchParams]);
  const [{ rows, next }, t] = await Promise.all([loadGrants(org, search), getTranslations("grant")]);
  const act = (
    <LinkButton tone="go" icon={UserSearch} href={`/${org}/auditors/new`}>
      {t("new")}
    </LinkButton>
  );
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("title")} lead={t("lead")} actions={act} />
      {rows.length === 0 ? (
        <Line>
          <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
        </Line>
      ) : (
        <GrantTable org={org} rows={rows} />
      )}
      {next !== null && (
        <Line>
          <Link href={`/${org}/auditors?from=${next}`}>{t("older")}</Link>
        </Line>
      )}
    </Sheet>
  );
}
