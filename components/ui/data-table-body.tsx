"use client";

import type { MouseEvent, ReactNode } from "react";

/** Elements that handle a press themselves. */
const OWN_ANSWER = "a, button, input, select, textarea, label, summary, [role=button]";

/** Link of a row: in its header, else in its margin. */
const ROW_LINK = "th[scope=row] a[href], td.folio a[href]";

/**
 * Opens a row's link from any cell; keyboards and screen readers use the link itself. Ignores text selections and
 * controls.
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

/** Null where an element of the row handles the press. */
function linkOf({ target, defaultPrevented }: MouseEvent): HTMLAnchorElement | null {
  if (defaultPrevented || !(target instanceof Element) || target.closest(OWN_ANSWER)) return null;
  return target.closest("tr")?.querySelector<HTMLAnchorElement>(ROW_LINK) ?? null;
}

function isSelecting(rows: Element): boolean {
  const selection = window.getSelection();
  return selection?.type === "Range" && selection.containsNode(rows, true);
}
