"use client";

import { Keyboard } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { Button } from "@/components/ui/button";
import { KeysDialog } from "@/components/ui/keys-dialog";
import { Cell, DataTable, rowClass, type DataTableColumn } from "@/components/ui/data-table";
import { useFollowLink } from "@/components/ui/follow-link";
import { useDataTableKeys } from "@/components/ui/data-table-keys";
import type { ListColumn } from "@/lib/domain/processing-record/list-columns";
import type { RecordTableRow } from "./list-rows";
import { unpack, type Packed } from "@/components/ui/packed";
import { RowIcons } from "@/components/ui/row-icon";
import { RecordCells, ROW_ICONS } from "./record-cells";
import { RecordPicks, type PicksOffered } from "./record-picks";
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
  const keysRef = useRef<HTMLDialogElement>(null);
  const picks = usePicks(formRef);
  const followLink = useFollowLink();
  const openKeys = () => keysRef.current?.showModal();
  const { cursor, tableRef } = useDataTableKeys({
    rowCount: rows.length,
    filterId: "q",
    onHelp: openKeys,
    ...(offered ? { onPick: picks.toggle } : {}),
    ...(picks.count > 0 ? { onClear: picks.clear } : {}),
  });
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
          onClick={followLink}
        >
          {rows.map((row, index) => (
            <tr
              key={row.id}
              className={rowClass({ cursor: index === cursor, closed: row.state === "ended" })}
            >
              <Cell place="folio">
                {offered && (
                  <input
                    type="checkbox"
                    className="box"
                    name="id"
                    value={row.id}
                    aria-label={t("picks.row", { reference: row.reference })}
                    onClick={(event) => picks.onBoxClick(event, index)}
                  />
                )}
                <a href={`${href}/${row.id}${on ? `?on=${on}` : ""}`}>
                  <bdi>{row.reference}</bdi>
                </a>
              </Cell>
              <RecordCells row={row} shown={shown} never={never} />
            </tr>
          ))}
        </DataTable>
        {offered && <RecordPicks {...offered} rowCount={rows.length} picks={picks} />}
      </form>
      <div className="keys-door scripted">
        <Button tone="bare" icon={Keyboard} onClick={openKeys}>
          {t("keys.open")} <kbd>?</kbd>
        </Button>
      </div>
      <KeysDialog
        ref={keysRef}
        title={t("keys.title")}
        lines={[
          { keys: ["j", "↓"], does: t("keys.down") },
          { keys: ["k", "↑"], does: t("keys.up") },
          { keys: ["↵"], does: t("keys.enter") },
          ...(offered
            ? [
                { keys: ["x"], does: t("keys.pick") },
                { keys: ["⇧"], does: t("keys.range") },
                { keys: [t("keys.escape")], does: t("keys.clear") },
              ]
            : []),
          { keys: ["/"], does: t("keys.search") },
          { keys: ["?"], does: t("keys.help") },
        ]}
      />
    </>
  );
}
