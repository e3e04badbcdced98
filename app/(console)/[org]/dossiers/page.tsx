import { Fingerprint, FolderArchive } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { isOpen } from "@/components/dossier/dossier-status";
import { DossierTable } from "@/components/dossier/dossier-table";
import { Refreshing } from "@/components/ui/refreshing";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { loadDossiers } from "@/lib/features/dossier/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("dossier", "title");

/** Has no loading state: a refused role must be answered 403, and a streamed answer can no longer change its status. */
export default async function DossiersPage({ params, searchParams }: PageProps) {
  const [{ org }, search] = await Promise.all([params, searchParams]);
  const [{ rows, next }, t] = await Promise.all([loadDossiers(org, search), getTranslations("dossier")]);
  const acts = (
    <>
      <LinkButton tone="go" icon={FolderArchive} href={`/${org}/dossiers/new`}>
        {t("new")}
      </LinkButton>
      <LinkButton icon={Fingerprint} href={`/${org}/journal/heads`}>
        {t("heads")}
      </LinkButton>
    </>
  );
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("title")} lead={t("lead")} actions={acts} />
      {rows.some(isOpen) && <Refreshing />}
      {rows.length === 0 ? (
        <Line>
          <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
        </Line>
      ) : (
        <DossierTable org={org} rows={rows} />
      )}
      {next !== null && (
        <Line>
          <Link href={`/${org}/dossiers?from=${next}`}>{t("older")}</Link>
        </Line>
      )}
    </Sheet>
  );
}
