"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Cell, DataTable, rowClass, type DataTableColumn } from "./data-table";
import { useListKeys } from "./data-table-keys";

type ListTableProps<Row> = {
  /** Names the filter that the key "/" focuses. */
  noun: string;
  caption: string;
  columns: readonly DataTableColumn[];
  rows: readonly Row[];
  isClosed?: (row: Row) => boolean;
  /** Cells of a row. */
  children: (row: Row) => ReactNode;
};

/** Rows of a list that keys walk; what is closed is shown fainter. */
export function ListTable<Row extends { id: string }>(props: ListTableProps<Row>) {
  const { noun, caption, columns, rows, isClosed, children } = props;
  const { cursor, tableRef } = useListKeys(rows.length, `${noun}-filter`);
  return (
    <DataTable caption={caption} columns={columns} ref={tableRef}>
      {rows.map((row, index) => (
        <tr key={row.id} className={rowClass({ cursor: index === cursor, closed: isClosed?.(row) })}>
          {children(row)}
        </tr>
      ))}
    </DataTable>
  );
}

type NamedCellsProps = {
  reference: string;
  href: string;
  /** Name of the row, which links to its sheet. */
  children: ReactNode;
  /** A second line. */
  about?: ReactNode;
};

/** Cells by which a row is known: its reference and its name. */
export function NamedCells({ reference, href, children, about }: NamedCellsProps) {
  return (
    <>
      <Cell place="folio" whole>
        <bdi>{reference}</bdi>
      </Cell>
      <Cell place="title" whole>
        <Link href={href} prefetch={false}>
          {children}
        </Link>
        {about && <span className="block font-normal muted">{about}</span>}
      </Cell>
    </>
  );
}
