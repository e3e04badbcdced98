import { useEffect, type RefObject } from "react";
import type { Html } from "./html";

/** Marks the row of the cursor in a table whose rows are markup. */
export function useRowCursor(tableRef: RefObject<HTMLTableElement | null>, cursor: number, rows: Html): void {
  useEffect(() => {
    const row = tableRef.current?.tBodies[0]?.rows[cursor];
    row?.classList.add("is-cursor");
    return () => row?.classList.remove("is-cursor");
  }, [tableRef, cursor, rows]);
}
