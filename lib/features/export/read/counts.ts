import { isGiven } from "@/lib/domain/lifecycle/given";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { ExportCount } from "@/lib/features/export/schema";
import type { Tx } from "@/lib/platform/database/transaction";

/** Counts entries of each register and of each controller that has any, drafts apart. */
export async function findExportCounts(tx: Tx) {
  const groups = await tx.processingRecord.groupBy({
    by: ["capacity", "controllerId", "state"],
    _count: { _all: true },
  });
  const registers: Record<Capacity, ExportCount> = { processor: noEntries(), controller: noEntries() };
  const controllers = new Map<string, ExportCount>();
  for (const { capacity, controllerId, state, _count } of groups) {
    // The database admits no other capacity.
    addTo(registers[capacity as Capacity], state, _count._all);
    if (controllerId === null) continue;
    const own = controllers.get(controllerId) ?? noEntries();
    addTo(own, state, _count._all);
    controllers.set(controllerId, own);
  }
  return { registers, controllers };
}

function noEntries(): ExportCount {
  return { "as-kept": 0, "with-findings": 0 };
}

function addTo(count: ExportCount, state: string, entries: number): void {
  count["with-findings"] += entries;
  if (isGiven(state)) count["as-kept"] += entries;
}
