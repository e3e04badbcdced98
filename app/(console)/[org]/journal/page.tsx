import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { JournalHead } from "@/components/journal/journal-head";
import { JournalLedger } from "@/components/journal/journal-ledger";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/states";
import { loadJournal } from "@/lib/features/journal/loaders";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("journal"))("title") };
}

/** No loading shape here: a refused role must be answered 403, and an answer that has begun keeps its status. */
export default async function JournalPage({ params, searchParams }: PageProps) {
  const [{ org }, search] = [await params, await searchParams];
  const [{ rows, next, head }, t] = [await loadJournal(org, search), await getTranslations("journal")];
  const at = `/${org}/journal`;
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("title")} lead={t("lead")}>
        {head && <JournalHead head={head} />}
      </PageHead>
      <div className="mt-5">
        {rows.length === 0 ? (
          <Line>
            <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
          </Line>
        ) : (
          <>
            <JournalLedger rows={rows} />
            <Pager
              range={t("range", { count: rows.length })}
              aside={search.before && <Link href={at}>{t("newest")}</Link>}
              nextHref={next === null ? undefined : `${at}?before=${next}`}
            />
          </>
        )}
      </div>
    </Sheet>
  );
}
