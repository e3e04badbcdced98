"use client";

import { useRouter } from "next/navigation";
import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from "react";
import { unpack, type Packed } from "@/components/ui/packed";
import type { MatrixColumn } from "@/lib/domain/authorisation/matrix";
import { required } from "@/lib/domain/invariant/required";
import { MatrixGridRow } from "./matrix-grid-row";
import type { GridRow, GridWords } from "./matrix-words";

type MatrixGridProps = {
  org: string;
  columns: readonly (Pick<MatrixColumn, "id" | "reference" | "name"> & { place: string })[];
  rows: Packed<readonly GridRow[]>;
  words: GridWords;
};
type Place = { row: number; column: number };

const STEPS: Record<string, (rtl: 1 | -1) => Place> = {
  ArrowUp: () => ({ row: -1, column: 0 }),
  ArrowDown: () => ({ row: 1, column: 0 }),
  ArrowLeft: (rtl) => ({ row: 0, column: -rtl }),
  ArrowRight: (rtl) => ({ row: 0, column: rtl }),
};

/** Grid with one tab stop: arrows move it, Enter follows the link. Scrolls inside itself under sticky heads. */
export function MatrixGrid({ org, columns, rows: packed, words }: MatrixGridProps) {
  const rows = useMemo(() => unpack(packed), [packed]);
  const router = useRouter();
  const table = useRef<HTMLTableElement>(null);
  const [cursor, setCursor] = useState<Place>({ row: 0, column: 0 });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]?.(getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1);
    const at = step
      ? { row: cursor.row + step.row, column: cursor.column + step.column }
      : endOf(event, cursor);
    if (!at) return;
    event.preventDefault();
    const to = { row: within(at.row, rows.length), column: within(at.column, columns.length) };
    setCursor(to);
    linkAt(table.current, to)?.focus();
  };
  const onFocus = (event: { target: EventTarget }) => {
    const to = placeOf(event.target);
    if (to) setCursor(to);
  };
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.defaultPrevented || event.button !== 0 || isElsewhere(event)) return;
    event.preventDefault();
    router.push(required(link.getAttribute("href"), "address of a link"));
  };
  const endOf = ({ key }: KeyboardEvent, { row }: Place): Place | null => {
    if (key === "Home") return { row, column: 0 };
    return key === "End" ? { row, column: columns.length - 1 } : null;
  };
  return (
    <div className="matrix-frame" role="region" aria-label={words.title}>
      <table
        ref={table}
        className="matrix"
        role="grid"
        aria-label={words.caption}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onClick={onClick}
      >
        <colgroup>
          <col className="at-regime" />
          <col className="at-controller" />
          {columns.map(({ id }, at) => (
            <col key={id} className={at === cursor.column ? "at-cell is-cross" : "at-cell"} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="reg">
              {words.regime}
            </th>
            <th scope="col">
              {words.controller}
              <small>{words.contract}</small>
            </th>
            {columns.map(({ id, name, reference, place }) => (
              <th key={id} scope="col">
                <a href={`/${org}/sub-processors/${id}`} tabIndex={-1} title={`${reference} ${name}`}>
                  <bdi>{name}</bdi>
                </a>
                <small>{place}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <MatrixGridRow
              key={row.id}
              org={org}
              row={row}
              columns={columns}
              words={words}
              cursor={at === cursor.row ? cursor.column : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function within(at: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at));
}

function linkAt(table: HTMLTableElement | null, { row, column }: Place): HTMLElement | null {
  return table?.tBodies[0]?.rows[row]?.cells[column + HEADS]?.querySelector("a") ?? null;
}

/** Regime and controller precede the cells. */
const HEADS = 2;

function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest("td") : null;
  const row = cell?.parentElement;
  if (!cell || !(row instanceof HTMLTableRowElement) || cell.cellIndex < HEADS) return null;
  return { row: row.sectionRowIndex, column: cell.cellIndex - HEADS };
}

function isElsewhere({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return metaKey || ctrlKey || shiftKey || altKey;
}
