import { type Duty, obligationOf, onDay, type Row, undatedOf } from "./types";

type Task = { row: Row; noun: string; about: string; untilOn: string; doneAt: number | null };

/** Makes the line of a row that somebody is asked to follow: it ends by a person's word, since no fact is asked for. */
export function planTask({ row, noun, about, untilOn, doneAt }: Task): Duty {
  const more = { part: noun, about, doneAt };
  return untilOn === ""
    ? undatedOf(row, "assignment.task", more)
    : obligationOf(row, "assignment.task", onDay(untilOn), more);
}
