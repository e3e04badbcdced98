import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable, type DataTableColumn } from "@/components/ui/data-table";
import type { loadJournal } from "@/lib/features/journal/loaders";
import { CASABLANCA_AND_PARIS, formatInSecondCity, formatInstant, formatNumber } from "@/lib/i18n/format";
import { JournalChange, type JournalNames } from "./journal-change";

export type JournalRow = Awaited<ReturnType<typeof loadJournal>>["rows"][number];
type Entry = NonNullable<JournalRow["entry"]>;

/** Characters of a hash shown; its title has the whole. */
const SHOWN_HEX = 8;

/** A cleared entry retains its number and hash. */
export function JournalTable({ rows, names }: { rows: readonly JournalRow[]; names: JournalNames }) {
  const t = useTranslations("journal");
  const locale = useLocale();
  const columns: DataTableColumn[] = [
    { key: "seq", label: t("columns.seq"), folio: true, sort: "descending" },
    { key: "event", label: t("columns.event") },
    { key: "who", label: t("columns.who"), width: 160 },
    { key: "hash", label: t("columns.hash"), width: 100, wide: true },
    { key: "when", label: t("columns.when"), width: 290 },
  ];
  return (
    <DataTable caption={t("title")} columns={columns}>
      {rows.map((row) => (
        <tr key={row.seq} id={`n${row.seq}`}>
          <Cell place="folio" whole>
            <bdi>{formatNumber(row.seq, locale)}</bdi>
          </Cell>
          <Cell place="title" whole>
            <SubjectCell row={row} names={names} />
          </Cell>
          <Cell place="text" whole>
            {row.entry && <ActorCell actor={row.entry.actor} />}
          </Cell>
          <Cell place="wide" whole>
            <span className="hash" title={row.hash}>
              {row.hash.slice(0, SHOWN_HEX)}
            </span>
          </Cell>
          <Cell place="date" whole>
            <InstantCell at={row.recordedAt} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function SubjectCell({ row: { entry, isCleared }, names }: { row: JournalRow; names: JournalNames }) {
  const t = useTranslations("journal");
  if (!entry) return <span className="faint">{t(isCleared ? "cleared" : "unreadable")}</span>;
  const { subject, reason } = entry;
  return (
    <>
      {t(`events.${entry.event.replaceAll(".", "_")}`)}
      {subject.label && (
        <>
          <span className="faint"> · </span>
          <bdi>{subject.label}</bdi>
        </>
      )}
      {reason && <p className="muted font-normal">{t("reason", { reason })}</p>}
      <JournalChange noun={subject.noun} before={entry.before} after={entry.after} names={names} />
    </>
  );
}

function ActorCell({ actor }: { actor: Entry["actor"] }) {
  const t = useTranslations("journal");
  return actor.name ? <bdi>{actor.name}</bdi> : t(`actors.${actor.kind}`);
}

function InstantCell({ at }: { at: number }) {
  const locale = useLocale();
  return (
    <time dateTime={new Date(at).toISOString()}>
      {formatInstant(at, "Africa/Casablanca", locale, { seconds: true })}
      <small className="muted block">
        {formatInSecondCity(at, CASABLANCA_AND_PARIS, locale, { seconds: true })}
      </small>
    </time>
  );
}
