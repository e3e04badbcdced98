import type { AbsentChoice, AbsentDecisions } from "@/lib/domain/import/absent";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import type { DecisionsInput } from "@/lib/features/import/schema";

/** What stands of the choices once those of a page were sent: entries of other pages stay as they were chosen. */
export function decideAbsent(
  before: AbsentDecisions,
  { all, rows, note, on, reason }: NonNullable<DecisionsInput["absent"]>,
): AbsentDecisions {
  const stated = new Map(rows.map(({ id, choice }) => [id, choice]));
  const others = Object.entries(before.rows).filter(([id]) => !stated.has(id));
  const chosen = [...stated].flatMap(([id, choice]) => (choice ? [[id, choice] as const] : []));
  return { all, rows: Object.fromEntries([...others, ...chosen]), note, on, reason };
}

export function wants({ all, rows }: AbsentDecisions, choice: AbsentChoice): boolean {
  return all === choice || Object.values(rows).includes(choice);
}

/** What an act on the absent entries still lacks; an end has its day, past or today, and its reason. */
export function findAbsentFault(
  decisions: AbsentDecisions,
  today: string,
): { path: string; key: "absentNote" | "absentReason" | "absentDay" | "absentFuture" } | null {
  if (wants(decisions, "mark") && decisions.note === "") return { path: "absent.note", key: "absentNote" };
  if (!wants(decisions, "end")) return null;
  const { on, reason } = decisions;
  if (reason === "") return { path: "absent.reason", key: "absentReason" };
  if (on !== null && !isCalendarDay(on)) return { path: "absent.on", key: "absentDay" };
  return on !== null && on > today ? { path: "absent.on", key: "absentFuture" } : null;
}
