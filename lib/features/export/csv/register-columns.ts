import type { Capacity } from "@/lib/domain/processing-record/types";
import { COLUMNS, type Column } from "./columns";
import { OWN_COLUMNS } from "./own-columns";

/** The columns of each register, in CSV and workbook alike. */
export const REGISTER_COLUMNS: Record<Capacity, readonly Column[]> = {
  processor: COLUMNS,
  controller: OWN_COLUMNS,
};
