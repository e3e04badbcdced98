import type { WholePlan } from "@/lib/domain/import/absent";
import type { PlannedRow } from "@/lib/domain/import/plan";
import { withBlanks, withoutBlanks } from "@/lib/domain/processing-record/blank-content";
import type { RecordContent } from "@/lib/domain/processing-record/content";

type PackedRow = Omit<PlannedRow, "content"> & { content: Partial<RecordContent> };

/** A plan as it is hashed and stored: of what its rows say, the blank fields are left out. */
export type PackedPlan = Omit<WholePlan, "rows"> & { rows: PackedRow[] };

export function packPlan(plan: WholePlan): PackedPlan {
  return { ...plan, rows: plan.rows.map((row) => ({ ...row, content: withoutBlanks(row.content) })) };
}

export function unpackPlan(plan: PackedPlan): WholePlan {
  return { ...plan, rows: plan.rows.map((row) => ({ ...row, content: withBlanks(row.content) })) };
}
