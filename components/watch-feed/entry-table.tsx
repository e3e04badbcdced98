import { Plus } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Cell, DataTable } from "@/components/ui/data-table";
import { workPath } from "@/lib/domain/dpo-work/kinds";
import type { LoadedFeeds } from "@/lib/features/watch-feed/loaders";
import { formatDay } from "@/lib/i18n/format";
import { FeedAct } from "./feed-act";

type Entry = LoadedFeeds["rows"][number];
type EntryTableProps = { org: string; rows: readonly Entry[]; mayDecide: boolean };

export function EntryTable({ org, rows, mayDecide }: EntryTableProps) {
  const t = useTranslations("watch-feed");
  const locale = useLocale();
  const columns = [
    { key: "published", label: t("columns.published"), folio: true },
    { key: "entry", label: t("columns.entry") },
    { key: "decision", label: t("columns.decision"), width: 300 },
  ];
  return (
    <Words of={["form"]}>
      <DataTable caption={t("entries")} columns={columns}>
        {rows.map((entry) => (
          <tr key={entry.id}>
            <Cell place="folio" whole>
              {entry.publishedOn ? formatDay(entry.publishedOn, locale) : t("undated")}
            </Cell>
            <Cell place="title" whole>
              <EntryTitle entry={entry} />
              <span className="block font-normal muted">
                <bdi>{entry.feed}</bdi>
              </span>
            </Cell>
            <Cell place="status" whole>
              <Decision org={org} entry={entry} mayDecide={mayDecide} />
            </Cell>
          </tr>
        ))}
      </DataTable>
    </Words>
  );
}

/** Opens the page elsewhere, which learns nothing of where it was opened from. */
function EntryTitle({ entry: { title, url } }: { entry: Entry }) {
  if (url === "") return <bdi>{title}</bdi>;
  return (
    <a href={url} rel="noopener noreferrer" target="_blank">
      <bdi>{title}</bdi>
    </a>
  );
}

function Decision({ org, entry, mayDecide }: { org: string; entry: Entry; mayDecide: boolean }) {
  const t = useTranslations("watch-feed");
  const { id, title, state, workId, workReference, decidedByName } = entry;
  const of = <span className="sr">{title}</span>;
  if (workId !== null)
    return (
      <Link href={`/${org}${workPath("watch-item", workId)}`} prefetch={false}>
        {t("recordedAs", { reference: workReference ?? "" })}
      </Link>
    );
  return (
    <>
      {state === "set-aside" && <span className="block">{t("setAsideBy", { name: decidedByName })}</span>}
      {mayDecide && (
        <span className="flex flex-wrap gap-x-2">
          {state === "proposed" && (
            <LinkButton tone="bare" icon={Plus} href={`/${org}${workPath("watch-item")}/new?entry=${id}`}>
              {t("acts.record")} {of}
            </LinkButton>
          )}
          <FeedAct
            org={org}
            act="decide"
            about={{ id, to: state === "proposed" ? "set-aside" : "proposed" }}
            icon={state === "proposed" ? "aside" : "again"}
          >
            {t(state === "proposed" ? "acts.setAside" : "acts.proposeAgain")} {of}
          </FeedAct>
        </span>
      )}
    </>
  );
}
