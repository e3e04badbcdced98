import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Cell, DataTable, type DataTableColumn } from "@/components/ui/data-table";
import type { loadHeads } from "@/lib/features/journal/loaders";
import { formatDay, formatInstant, formatNumber } from "@/lib/i18n/format";

type HeadRow = Awaited<ReturnType<typeof loadHeads>>["rows"][number];

/** Hex digits shown; the title has the whole. */
const SHOWN_HEX = 16;

export function HeadsTable({ org, rows }: { org: string; rows: readonly HeadRow[] }) {
  const t = useTranslations("journal.headsPage");
  const locale = useLocale();
  const columns: DataTableColumn[] = [
    { key: "day", label: t("columns.day"), folio: true, sort: "descending" },
    { key: "seq", label: t("columns.seq"), width: 90, numeric: true },
    { key: "hash", label: t("columns.hash") },
    { key: "signed", label: t("columns.signed"), width: 290 },
    { key: "file", label: t("columns.file"), width: 150 },
  ];
  return (
    <DataTable caption={t("title")} columns={columns}>
      {rows.map(({ day, seq, hash, signedAt, isLate }) => {
        const at = formatInstant(signedAt, "Africa/Casablanca", locale);
        return (
          <tr key={day}>
            <Cell place="folio" whole>
              {formatDay(day, locale)}
            </Cell>
            <Cell place="text" numeric whole>
              <bdi>{formatNumber(seq, locale)}</bdi>
            </Cell>
            <Cell place="title" whole>
              <span className="hash" title={hash}>
                {hash.slice(0, SHOWN_HEX)}
              </span>
            </Cell>
            <Cell place="date" whole>
              {isLate ? t("late", { at }) : at}
            </Cell>
            <Cell place="text" whole>
              <form method="post" action={`/api/journal-heads/${org}`} className="print:hidden">
                <input type="hidden" name="day" value={day} />
                <Button type="submit" tone="bare" icon={Download}>
                  {t("download")}
                  <span className="sr"> {formatDay(day, locale, { long: true })}</span>
                </Button>
              </form>
            </Cell>
          </tr>
        );
      })}
    </DataTable>
  );
}
