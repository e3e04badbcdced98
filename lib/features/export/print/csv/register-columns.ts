import type { Capacity } from "@/lib/domain/processing-record/types";
import { COLUMNS, type Column } from "./columns";
import { OWN_COLUMNS } from "./own-columns";

const REGISTER_COLUMNS: Record<Capacity, readonly Column[]> = {
  processor: COLUMNS,
  controller: OWN_COLUMNS,
};

/** Omits the gaps without findings. */
export function registerColumns({
  capacity,
  holdsFindings,
}: {
  capacity: Capacity;
  holdsFindings: boolean;
}): readonly Column[] {
  return REGISTER_COLUMNS[capacity].filter(({ key }) => holdsFindings || key !== "gaps");
}
