import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClearTexts } from "@/components/journal/clear-texts";
import { JournalFilters } from "@/components/journal/journal-filters";
import { JournalHead } from "@/components/journal/journal-head";
import { JournalTable } from "@/components/journal/journal-table";
import { PublishedHeads } from "@/components/journal/published-heads";
import { SigningKey } from "@/components/journal/signing-key";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/states";
import type { Search } from "@/lib/forms/list-query";
import { loadJournal, type JournalQuery } from "@/lib/features/journal/loaders";
import { titled } from "@/lib/i18n/titled";
import { SavedViews } from "../saved-views";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("journal", "title");

/** Has no loading state: a refused role must be answered 403, and a streamed answer can no longer change its status. */
export default async function JournalPage({ params, searchParams }: PageProps) {
  const [{ org }, search] = await Promise.all([params, searchParams]);
  const [journal, t] = await Promise.all([loadJournal(org, search), getTranslations("journal")]);
  const { rows, names, next, head, query, isFiltered, authors } = journal;
  const at = `/${org}/journal`;
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("title")} lead={t("lead")}>
        {head && <JournalHead head={head} />}
        <PublishedHeads
          org={org}
          published={journal.published}
          stamp={journal.stamp}
          stampedBy={journal.stampedBy}
          hasFailed={journal.hasFailed}
        />
        {journal.mayRenewKey && journal.keyBegan !== null && (
          <Words of={["form", "journal-key"]}>
            <SigningKey org={org} began={journal.keyBegan} />
          </Words>
        )}
        {journal.mayClear && (
          <Words of={["form", "journal-clear"]}>
            <ClearTexts org={org} />
          </Words>
        )}
      </PageHead>
      <SavedViews org={org} list="journal" query={query} />
      <Line>
        <JournalFilters action={at} query={query} isFiltered={isFiltered} authors={authors} />
      </Line>
      <div className="mt-5">
        {rows.length === 0 ? (
          <Line>
            {isFiltered ? (
              <Empty title={t("filters.noneTitle")}>{t("filters.noneText")}</Empty>
            ) : (
              <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
            )}
          </Line>
        ) : (
          <>
            <JournalTable rows={rows} names={names} />
            <Pager
              range={t("range", { count: rows.length })}
              aside={query.before && <Link href={pageHref(at, query)}>{t("newest")}</Link>}
              nextHref={next === null ? undefined : pageHref(at, query, next)}
            />
          </>
        )}
      </div>
    </Sheet>
  );
}

function pageHref(at: string, { who, noun, from, to }: JournalQuery, before?: number): string {
  const stated = Object.entries({ who, noun, from, to, before: before === undefined ? "" : String(before) });
  return `${at}?${new URLSearchParams(stated.filter(([, value]) => value !== ""))}`;
}
