import { itemAt } from "@/lib/domain/invariant/required";

/** "2026-11-24" → its year, month (1 to 12) and day. */
export function dayParts(isoDay: string): { year: number; month: number; day: number } {
  const parts = isoDay.split("-").map(Number);
  return { year: itemAt(parts, 0), month: itemAt(parts, 1), day: itemAt(parts, 2) };
}
