import type { AbsentChoice, AbsentDecisions } from "@/lib/domain/import/absent";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import type { DecisionsInput } from "@/lib/features/import/schema";

/**
 * Choices after those of a page were sent: entries of other pages stay as they were chosen. Day and reason of an end stay
 * as they were where the person may not end an entry, whose form has no field for them.
 */
export function decideAbsent(
  before: AbsentDecisions,
  { all, rows, note, on, reason }: NonNullable<DecisionsInput["absent"]>,
  { canEnd }: { canEnd: boolean },
): AbsentDecisions {
  const stated = new Map(rows.map(({ id, choice }) => [id, choice]));
  const others = Object.entries(before.rows).filter(([id]) => !stated.has(id));
  const chosen = [...stated].flatMap(([id, choice]) => (choice ? [[id, choice] as const] : []));
  const end = canEnd ? { on, reason } : { on: before.on, reason: before.reason };
  return { all, rows: Object.fromEntries([...others, ...chosen]), note, ...end };
}

/** True where an entry would be ended that was not to be ended before. */
export function addsEnding(before: AbsentDecisions, after: AbsentDecisions): boolean {
  if (after.all === "end" && before.all !== "end") return true;
  const ids = new Set([...Object.keys(before.rows), ...Object.keys(after.rows)]);
  const isEnded = ({ all, rows }: AbsentDecisions, id: string) => (rows[id] ?? all) === "end";
  return [...ids].some((id) => isEnded(after, id) && !isEnded(before, id));
}

function includesChoice({ all, rows }: AbsentDecisions, choice: AbsentChoice): boolean {
  return all === choice || Object.values(rows).includes(choice);
}

/** Requires a past or current day and a reason to end entries. */
export function findAbsentFault(
  decisions: AbsentDecisions,
  today: string,
): { path: string; key: "absentNote" | "absentReason" | "absentDay" | "absentFuture" } | null {
  if (includesChoice(decisions, "mark") && decisions.note === "")
    return { path: "absent.note", key: "absentNote" };
  if (!includesChoice(decisions, "end")) return null;
  const { on, reason } = decisions;
  if (reason === "") return { path: "absent.reason", key: "absentReason" };
  if (on !== null && !isCalendarDay(on)) return { path: "absent.on", key: "absentDay" };
  return on !== null && on > today ? { path: "absent.on", key: "absentFuture" } : null;
}
