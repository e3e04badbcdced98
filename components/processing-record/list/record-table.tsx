"use client";

import { Keyboard } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { KeysDialog } from "@/components/ui/keys-dialog";
import { DataTable, type DataTableColumn } from "@/components/ui/data-table";
import { useFollowLink } from "@/components/ui/follow-link";
import { useDataTableKeys } from "@/components/ui/data-table-keys";
import type { ListColumn } from "@/lib/domain/processing-record/list-columns";
import type { RecordTableRow } from "./list-rows";
import { unpack, type Packed } from "@/components/ui/packed";
import { RowIcons } from "@/components/ui/row-icon";
import { useRowCursor } from "@/components/ui/use-row-cursor";
import { RecordPicks, type PicksOffered } from "./record-picks";
import { recordRows } from "./record-rows";
import { ROW_ICONS } from "./row-icons";
import { usePicks } from "./use-picks";

type RecordTableProps = {
  /** Path of the register, above its entries. */
  href: string;
  /** Day as of which the entries are read. */
  on?: string;
  caption: string;
  columns: readonly DataTableColumn[];
  shown: readonly ListColumn[];
  rows: Packed<readonly RecordTableRow[]>;
  never: string;
  /** Null where nothing may be done. */
  offered: PicksOffered | null;
};

/** Keys: j and k move, x selects, Enter opens, / filters, ? lists the keys. */
export function RecordTable({
  href,
  on,
  caption,
  columns,
  shown,
  rows: packed,
  never,
  offered,
}: RecordTableProps) {
  const rows = useMemo(() => unpack(packed), [packed]);
  const t = useTranslations("list");
  const formRef = useRef<HTMLFormElement>(null);
  const [areKeysOpen, setKeysOpen] = useState(false);
  const canPick = offered !== null;
  const markup = useMemo(() => {
    const nameBox = canPick ? ({ reference }: RecordTableRow) => t("picks.row", { reference }) : null;
    return recordRows(rows, { href, on, shown, never, nameBox });
  }, [rows, href, on, shown, never, canPick, t]);
  const picks = usePicks(formRef, markup);
  const followLink = useFollowLink();
  const openKeys = () => setKeysOpen(true);
  const { cursor, tableRef } = useDataTableKeys({
    rowCount: rows.length,
    filterId: "q",
    onHelp: openKeys,
    ...(offered ? { onPick: picks.toggle } : {}),
    ...(picks.count > 0 ? { onClear: picks.clear } : {}),
  });
  useRowCursor(tableRef, cursor, markup);
  const head = (
    <input
      type="checkbox"
      className="box scripted"
      aria-label={t("picks.page", { count: rows.length })}
      checked={picks.count === rows.length}
      onChange={(event) => picks.onHeadChange(event.target.checked)}
    />
  );
  return (
    <>
      <form action={offered?.action} ref={formRef}>
        <RowIcons of={ROW_ICONS} />
        <DataTable
          caption={caption}
          columns={columns.map((column) => (column.folio && offered ? { ...column, lead: head } : column))}
          ref={tableRef}
          onClick={(event) => {
            picks.onTableClick(event);
            followLink(event);
          }}
          rows={markup}
        />
        {offered && <RecordPicks {...offered} rowCount={rows.length} picks={picks} />}
      </form>
      <div className="keys-door scripted">
        <Button tone="bare" icon={Keyboard} onClick={openKeys}>
          {t("keys.open")} <kbd>?</kbd>
        </Button>
      </div>
      {areKeysOpen && <RecordKeys canPick={canPick} onClose={() => setKeysOpen(false)} />}
    </>
  );
}

function RecordKeys({ canPick, onClose }: { canPick: boolean; onClose: () => void }) {
  const t = useTranslations("list.keys");
  const picking = [
    { keys: ["x"], does: t("pick") },
    { keys: ["⇧"], does: t("range") },
    { keys: [t("escape")], does: t("clear") },
  ];
  return (
    <KeysDialog
      onClose={onClose}
      title={t("title")}
      lines={[
        { keys: ["j", "↓"], does: t("down") },
        { keys: ["k", "↑"], does: t("up") },
        { keys: ["↵"], does: t("enter") },
        ...(canPick ? picking : []),
        { keys: ["/"], does: t("search") },
        { keys: ["?"], does: t("help") },
      ]}
    />
  );
}
