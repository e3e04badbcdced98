import { todayAtHome } from "@/lib/domain/obligation/types";
import type { Tx } from "@/lib/platform/database/transaction";
import { findBreachParts } from "./breach-parts";
import { findCallParts } from "./call-parts";
import type { JudgedAt } from "./findings";
import { findSubProcessorUses } from "./sub-processor-uses";

/** Finds everything that figures and lists are judged by at an instant. */
export async function findJudgedAt(tx: Tx, now: Date): Promise<Required<JudgedAt>> {
  const [breaches, uses, calls] = await Promise.all([
    findBreachParts(tx, now),
    findSubProcessorUses(tx, now),
    findCallParts(tx, now),
  ]);
  return { day: todayAtHome(now.getTime()), breaches, uses, calls };
}
