"use client";

import { Archive, PencilLine } from "lucide-react";
import Link from "next/link";
import { Day } from "@/components/ui/deadline";
import { shortenCodes } from "@/components/ui/gap-codes";
import { GapBadge } from "@/components/ui/gap-badge";
import { Cell, Ledger, rowClass, type LedgerColumn } from "@/components/ui/ledger";
import { useLedgerKeys } from "@/components/ui/ledger-keys";
import { Status } from "@/components/ui/status";
import type { RecordTableRow } from "./list-rows";

type RecordTableProps = {
  /** Address of the register: its entries stand below it. */
  href: string;
  /** The day as of which they are read, and lead to. */
  on?: string;
  caption: string;
  columns: readonly LedgerColumn[];
  rows: readonly RecordTableRow[];
  /** Said where there is no review. */
  never: string;
};

/** The register: j and k walk it, Enter opens, / filters. Rows come in words, so no sentence is sent for them. */
export function RecordTable({ href, on, caption, columns, rows, never }: RecordTableProps) {
  const { cursor, tableRef } = useLedgerKeys({ rowCount: rows.length, filterId: "q" });
  return (
    <Ledger caption={caption} columns={columns} ref={tableRef}>
      {rows.map((row, index) => (
        <tr key={row.id} className={rowClass({ cursor: index === cursor, closed: row.closed !== "" })}>
          <Cell place="folio">
            <Link href={`${href}/${row.id}${on ? `?on=${on}` : ""}`} prefetch={false}>
              <bdi>{row.reference}</bdi>
            </Link>
          </Cell>
          <Cell place="title" title={row.title}>
            {row.title}
          </Cell>
          <Cell place="text" title={row.text}>
            {row.text}
          </Cell>
          <Cell place="wide" title={row.access}>
            {row.access}
          </Cell>
          {/* Seven codes of 30(1) beside their count take a second line. */}
          <Cell place="status" whole={row.codes.length > 4}>
            <RowState {...row} />
          </Cell>
          <Cell place="wide" numeric>
            {row.version}
          </Cell>
          <Cell place="date" numeric>
            {row.reviewed ? <Day text={row.reviewed} /> : <span className="faint">{never}</span>}
          </Cell>
        </tr>
      ))}
    </Ledger>
  );
}

function RowState({ closed, required, worth, codes, complete }: RecordTableRow) {
  if (closed)
    return (
      <Status kind="plain" icon={Archive}>
        {closed}
      </Status>
    );
  if (worth)
    return (
      <>
        <Status kind="plain" icon={PencilLine}>
          {worth}
        </Status>
        <span className="codes">
          <bdi>{shortenCodes(codes)}</bdi>
        </span>
      </>
    );
  return <GapBadge count={required} codes={codes} none={complete} />;
}
