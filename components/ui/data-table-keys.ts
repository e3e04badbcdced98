"use client";

import { useEffect, useMemo, useRef, useState, type RefObject } from "react";

type DataTableKeys = {
  rowCount: number;
  /** Key x; with shift, the range from the last one selected. */
  onPick?: (index: number, isRange: boolean) => void;
  /** Key Enter, for rows without a link. */
  onOpen?: (index: number) => void;
  /** Key Escape. */
  onClear?: () => void;
  /** Key ?. */
  onHelp?: () => void;
  /** `id` of the filter for the key "/". */
  filterId?: string;
};

/**
 * Keys j and k move, x selects, Enter opens, / filters, ? lists the keys, Escape clears. Focuses the row's first link,
 * so that screen readers follow and Enter is native. Needs `tableRef` on the table and `rowClass({ cursor })` on rows.
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

/** Keys of a list without selection. */
export function useListKeys(rowCount: number, filterId?: string) {
  return useDataTableKeys(useMemo(() => ({ rowCount, filterId }), [rowCount, filterId]));
}

/** Undefined for keys that do not move the cursor. */
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

/** The focused row outranks the cursor of j and k. */
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
