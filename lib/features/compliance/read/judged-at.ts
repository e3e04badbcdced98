import { type ComplianceDuty, DUTIES } from "@/lib/domain/compliance/duties";
import { todayAtHome } from "@/lib/domain/obligation/types";
import type { Tx } from "@/lib/platform/database/transaction";
import { findBreachParts } from "./breach-parts";
import type { JudgedAt } from "./findings";
import { findSubProcessorUses } from "./sub-processor-uses";

/** Finds everything that figures and lists of some duties, or of all, are judged by at an instant. */
export async function findJudgedAt(
  tx: Tx,
  now: Date,
  duties: readonly ComplianceDuty[] = DUTIES,
): Promise<Required<JudgedAt>> {
  const [breaches, uses] = await Promise.all([
    duties.includes("breaches") ? findBreachParts(tx, now) : [],
    duties.includes("sub-processors") ? findSubProcessorUses(tx, now) : [],
  ]);
  return { day: todayAtHome(now.getTime()), breaches, uses };
}
