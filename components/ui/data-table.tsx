import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useLocale } from "next-intl";
import type { ComponentProps, MouseEventHandler, ReactNode, Ref } from "react";
import { cellAttributes, type CellLook } from "./cell-attributes";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { DataTableBody } from "./data-table-body";
import type { Html } from "./html";
import { withShownMarks } from "./turning-marks";

export type DataTableColumn = {
  key: string;
  label: string;
  /** Pixels; a column without a width shares the rest. */
  width?: number;
  folio?: boolean;
  numeric?: boolean;
  sort?: "ascending" | "descending";
  sortHref?: string;
  labelHidden?: boolean;
  /** Precedes the label: the box that ticks every row. */
  lead?: ReactNode;
  /** Hidden below 1120 px; its cells need `place="wide"`. */
  wide?: boolean;
};

type DataTableProps = {
  /** Names the table for screen readers. */
  caption: string;
  columns: readonly DataTableColumn[];
  children?: ReactNode;
  /** Rows as markup, in place of children. */
  rows?: Html;
  ref?: Ref<HTMLTableElement>;
  onClick?: MouseEventHandler<HTMLTableElement>;
};

/** Pixels of the margin column, which holds the folio. */
const FOLIO_PX = 104;

/** Rows are `<tr>` of `Cell`, with `rowClass` for their state. */
export function DataTable({ caption, columns, children, rows, ref, onClick }: DataTableProps) {
  // Arabic text is a point larger, with months in full.
  const scale = useLocale() === "ar" ? 1.12 : 1;
  return (
    <table className="ledger" ref={ref} onClick={onClick}>
      <caption className="sr">{caption}</caption>
      <colgroup>
        {columns.map((column) => (
          <col
            key={column.key}
            className={column.wide ? "at-wide" : undefined}
            width={column.folio ? FOLIO_PX : column.width && Math.round(column.width * scale)}
          />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ key, ...column }) => (
            <HeadCell key={key} {...column} />
          ))}
        </tr>
      </thead>
      <DataTableBody rows={rows}>{children}</DataTableBody>
    </table>
  );
}

function HeadCell({
  label,
  folio,
  numeric,
  sort,
  sortHref,
  labelHidden,
  lead,
  wide,
}: Omit<DataTableColumn, "key">) {
  const text = labelHidden ? <span className="sr">{label}</span> : label;
  return (
    <th
      scope="col"
      className={classNames(folio && "folio", numeric && "num", wide && "at-wide") || undefined}
      aria-sort={sort}
    >
      {lead}
      {sortHref ? (
        <Link href={sortHref} prefetch={false}>
          {text}
        </Link>
      ) : (
        text
      )}
      {sort && (
        <>
          {" "}
          <Icon of={sort === "ascending" ? ArrowUp : ArrowDown} small />
        </>
      )}
    </th>
  );
}

type CellProps = Omit<ComponentProps<"td">, "width"> & CellLook;

/** `title` is the row's header for screen readers, `folio` is in the margin. Foreign text turns no direction. */
export function Cell({ place, numeric, whole, className, children, ...rest }: CellProps) {
  const { dir, className: names } = cellAttributes({ place, numeric, whole, className });
  const shown = withShownMarks(children);
  if (place === "title")
    return (
      <th scope="row" dir={dir} {...rest} className={names}>
        {shown}
      </th>
    );
  return (
    <td dir={dir} {...rest} className={names}>
      {shown}
    </td>
  );
}

export function rowClass({
  picked,
  cursor,
  closed,
}: {
  picked?: boolean;
  cursor?: boolean;
  closed?: boolean;
}): string | undefined {
  return classNames(picked && "is-picked", cursor && "is-cursor", closed && "is-closed") || undefined;
}
