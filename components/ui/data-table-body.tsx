"use client";

import type { MouseEvent, ReactNode } from "react";

/** What answers a press by itself. */
const OWN_ANSWER = "a, button, input, select, textarea, label, summary, [role=button]";

/** The link that a row opens by: in its header, else in its margin. */
const ROW_LINK = "th[scope=row] a[href], td.folio a[href]";

/**
 * The rows of a ledger: each opens from anywhere in it, as its own link does. The link stays the one that a keyboard and a
 * screen reader find. A press that ends a selection of text, or that a control answers, opens nothing.
 */
export function DataTableBody({ children }: { children: ReactNode }) {
  return (
    <tbody onClick={openRow} onAuxClick={openBeside}>
      {children}
    </tbody>
  );
}

function openRow(event: MouseEvent<HTMLElement>): void {
  const link = linkOf(event);
  if (!link || isSelecting(event.currentTarget)) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey) window.open(link.href, "_blank", "noopener");
  else link.click();
}

/** The middle button opens a tab. */
function openBeside(event: MouseEvent<HTMLElement>): void {
  const link = event.button === 1 ? linkOf(event) : null;
  if (link) window.open(link.href, "_blank", "noopener");
}

/** The link of the row that was pressed; null where something in it answers by itself. */
function linkOf({ target, defaultPrevented }: MouseEvent): HTMLAnchorElement | null {
  if (defaultPrevented || !(target instanceof Element) || target.closest(OWN_ANSWER)) return null;
  return target.closest("tr")?.querySelector<HTMLAnchorElement>(ROW_LINK) ?? null;
}

function isSelecting(rows: Element): boolean {
  const selection = window.getSelection();
  return selection?.type === "Range" && selection.containsNode(rows, true);
}
