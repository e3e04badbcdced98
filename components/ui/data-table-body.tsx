"use client";

import { memo, type MouseEvent, type ReactNode } from "react";
import type { Html } from "./html";

/** Elements that handle a press themselves. */
const OWN_ANSWER = "a, button, input, select, textarea, label, summary, [role=button]";

/** Link of a row: in its header, else in its margin. */
const ROW_LINK = "th[scope=row] a[href], td.folio a[href]";

type DataTableBodyProps = { children?: ReactNode; rows?: Html };

/**
 * Opens a row's link from any cell; keyboards and screen readers use the link itself. Ignores text selections and
 * controls.
 */
export const DataTableBody = memo(function DataTableBody({ children, rows }: DataTableBodyProps) {
  const content = rows ? { dangerouslySetInnerHTML: { __html: rows.text } } : { children };
  return <tbody onClick={openRow} onAuxClick={openBeside} {...content} />;
});

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
