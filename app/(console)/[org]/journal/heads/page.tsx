import { Download } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { HeadsTable } from "@/components/journal/heads-table";
import { SigningKeys } from "@/components/journal/signing-keys";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { loadHeads } from "@/lib/features/journal/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("journal.headsPage", "title");

/** Has no loading state: a refused role must be answered 403, and a streamed answer can no longer change its status. */
export default async function JournalHeadsPage({ params, searchParams }: PageProps) {
  const [{ org }, search] = await Promise.all([params, searchParams]);
  const [{ rows, keys, next, hasFailed }, t, journal] = await Promise.all([
    loadHeads(org, search),
    getTranslations("journal.headsPage"),
    getTranslations("journal"),
  ]);
  const all = rows.length > 0 && (
    <form method="post" action={`/api/journal-heads/${org}`}>
      <Button type="submit" icon={Download}>
        {t("all")}
      </Button>
    </form>
  );
  return (
    <Sheet>
      <PageHead note={journal("article")} title={t("title")} lead={t("lead")} actions={all} />
      {hasFailed && (
        <Line>
          <p role="alert">{t("failed")}</p>
        </Line>
      )}
      {rows.length === 0 ? (
        <Line>
          <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
        </Line>
      ) : (
        <HeadsTable org={org} rows={rows} />
      )}
      {next !== null && (
        <Line>
          <Link href={`/${org}/journal/heads?before=${next}`}>{t("older")}</Link>
        </Line>
      )}
      {keys.length > 0 && <SigningKeys keys={keys} />}
    </Sheet>
  );
}
