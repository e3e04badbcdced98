"use client";

import { useEffect, useRef, useState, type RefObject } from "react";

type LedgerKeys = {
  rowCount: number;
  /** x */
  onPick?: (index: number) => void;
  /** Enter, where the row has no link of its own to follow. */
  onOpen?: (index: number) => void;
  /** Escape */
  onClear?: () => void;
  /** `id` of the filter that "/" leads to. */
  filterId?: string;
};

/**
 * j and k walk the rows, x picks, Enter opens, / filters, Escape lets go. The row's first link takes the focus, so a
 * screen reader follows and Enter is the browser's own. Give `tableRef` to the Ledger and `rowClass({ cursor })` to rows.
 */
export function useLedgerKeys(options: LedgerKeys): {
  cursor: number;
  tableRef: RefObject<HTMLTableElement | null>;
} {
  const tableRef = useRef<HTMLTableElement>(null);
  const [cursor, setCursor] = useState(-1);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
        return;
      const next = nextCursor(event.key, cursor, options.rowCount);
      if (next !== undefined) {
        setCursor(next);
        focusRow(tableRef.current, next);
      } else if (!act(event.key, cursor, options, tableRef.current)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [cursor, options]);
  return { cursor, tableRef };
}

/** The row after j or k, undefined for any other key or an empty table. */
export function nextCursor(key: string, cursor: number, rowCount: number): number | undefined {
  if (rowCount === 0) return undefined;
  if (key === "j") return Math.min(cursor + 1, rowCount - 1);
  if (key === "k") return Math.max(cursor - 1, 0);
  return undefined;
}

function act(key: string, cursor: number, options: LedgerKeys, table: HTMLTableElement | null): boolean {
  if (key === "/" && options.filterId) {
    document.getElementById(options.filterId)?.focus();
    return true;
  }
  if (key === "Escape" && options.onClear) {
    options.onClear();
    return true;
  }
  if (cursor < 0) return false;
  if (key === "x" && options.onPick) {
    options.onPick(cursor);
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
    !!target.closest("[role=dialog], [role=alertdialog], [role=menu]")
  );
}
