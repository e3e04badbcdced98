"use client";

import { useEffect, useMemo, useRef, useState, type RefObject } from "react";

type DataTableKeys = {
  rowCount: number;
  /** x; with the shift key, every row from the last one picked. */
  onPick?: (index: number, isRange: boolean) => void;
  /** Enter, where the row has no link of its own to follow. */
  onOpen?: (index: number) => void;
  /** Escape */
  onClear?: () => void;
  /** ? */
  onHelp?: () => void;
  /** `id` of the filter that "/" leads to. */
  filterId?: string;
};

/**
 * j and k walk the rows, and the arrows once one of them has the focus; x picks, Enter opens, / filters, ? tells the
 * keys, Escape lets go. The row's first link takes the focus, so a screen reader follows and Enter is the browser's own. Give `tableRef` to the Ledger and `rowClass({ cursor })` to rows.
 */
export function useDataTableKeys(options: DataTableKeys): {
  cursor: number;
  tableRef: RefObject<HTMLTableElement | null>;
} {
  const tableRef = useRef<HTMLTableElement>(null);
  const [cursor, setCursor] = useState(-1);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
        return;
      const at = rowWithFocus(tableRef.current) ?? cursor;
      const next = nextCursor(event.key, at, options.rowCount, isWithin(tableRef.current));
      if (next !== undefined) {
        setCursor(next);
        focusRow(tableRef.current, next);
      } else if (!act(event, at, options, tableRef.current)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [cursor, options]);
  return { cursor, tableRef };
}

/** The keys of a list of which nothing is picked. */
export function useListKeys(rowCount: number, filterId?: string) {
  return useDataTableKeys(useMemo(() => ({ rowCount, filterId }), [rowCount, filterId]));
}

/** The row after j or k, or after an arrow that the page has no better use for; undefined for any other key. */
export function nextCursor(
  key: string,
  cursor: number,
  rowCount: number,
  takesArrows = false,
): number | undefined {
  if (rowCount === 0) return undefined;
  if (key === "j" || (takesArrows && key === "ArrowDown")) return Math.min(cursor + 1, rowCount - 1);
  if (key === "k" || (takesArrows && key === "ArrowUp")) return Math.max(cursor - 1, 0);
  return undefined;
}

/** The row that Tab or the pointer led to goes before the one that j and k left. */
function rowWithFocus(table: HTMLTableElement | null): number | undefined {
  const row = document.activeElement?.closest("tr");
  const at = row ? [...(table?.tBodies[0]?.rows ?? [])].indexOf(row) : -1;
  return at < 0 ? undefined : at;
}

function isWithin(table: HTMLTableElement | null): boolean {
  return rowWithFocus(table) !== undefined;
}

function act(
  { key, shiftKey }: KeyboardEvent,
  cursor: number,
  options: DataTableKeys,
  table: HTMLTableElement | null,
): boolean {
  if (key === "/" && options.filterId) {
    document.getElementById(options.filterId)?.focus();
    return true;
  }
  if (key === "?" && options.onHelp) {
    options.onHelp();
    return true;
  }
  if (key === "Escape" && options.onClear) {
    options.onClear();
    return true;
  }
  if (cursor < 0) return false;
  if (key.toLowerCase() === "x" && options.onPick) {
    options.onPick(cursor, shiftKey);
    return true;
  }
  if (key === "Enter" && options.onOpen && !table?.contains(document.activeElement)) {
    options.onOpen(cursor);
    return true;
  }
  return false;
}

function focusRow(table: HTMLTableElement | null, index: number): void {
  const row = table?.tBodies[0]?.rows[index];
  row?.querySelector<HTMLElement>("a, button")?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return (
    target.isContentEditable ||
    ["TEXTAREA", "SELECT"].includes(target.tagName) ||
    !!target.closest("dialog, [role=dialog], [role=alertdialog], [role=menu]")
  );
}
