import { AssignmentBook } from "@/lib/domain/assignment/book";
import { rowOfTask, TASK_ROWS } from "@/lib/domain/assignment/rows";
import { can } from "@/lib/domain/nouns/policy";
import { type ObligationNoun, obligationKey, OBLIGATION_KINDS, ruleOf } from "@/lib/domain/obligation/rules";
import type { Duty } from "@/lib/domain/obligation/types";
import { planRecordReview } from "@/lib/domain/obligation/plan-reviews";
import { readCurrentDuties } from "@/lib/features/obligation/read/current";
import { visibleNouns } from "@/lib/features/obligation/read/queries";
import { type ReviewRow, reviewRowOf } from "@/lib/features/obligation/read/reviews";
import type { Locale } from "@/lib/i18n/locale";
import { readerFor } from "@/lib/platform/read/reader";
import { type StaffCtx, today } from "@/lib/platform/request/context";
import { findLastFacts, findStaff } from "./queries";
import { findTaskRows, labelOfRow, pathOfRow } from "./task-rows";

/** Reads who has which line, beside the duties that say which lines their facts have ended. */
export async function readAssignments(ctx: StaffCtx, duties: readonly Duty[]): Promise<AssignmentBook> {
  const reader = readerFor(ctx.scope);
  const [facts, staff] = await Promise.all([findLastFacts(reader), findStaff(reader, today(ctx))]);
  return new AssignmentBook(facts, staff, duties);
}

/** A line that may be given to somebody: a duty that is open now, or a row to follow. */
export type AssignableLine = {
  line: string;
  duty: Pick<Duty, "kind" | "subject" | "about" | "isDrill"> | null;
  /** The row by its own name. */
  label: string;
  path: string;
  isTask: boolean;
};

/** Reads the open duty or the row that a line's key names; null where it is gone, or none that the reader may know of. */
export async function readLine(ctx: StaffCtx, line: string, locale: Locale): Promise<AssignableLine | null> {
  const task = rowOfTask(line);
  if (task) return readTask(ctx, line, task);
  const kind = OBLIGATION_KINDS.find((one) => one === line.split(" ", 1)[0]);
  const nouns = visibleNouns(ctx.actor);
  if (!kind || !nouns.includes(ruleOf(kind).noun)) return null;
  const duty =
    kind === "record.review" ? await readReview(ctx, line) : await readDuty(ctx, line, { nouns, locale });
  return duty ? { line, duty, label: labelOf(duty), path: duty.path, isTask: false } : null;
}

type Row = NonNullable<ReturnType<typeof rowOfTask>>;

async function readTask({ actor, scope }: StaffCtx, line: string, task: Row): Promise<AssignableLine | null> {
  if (!can(actor, TASK_ROWS[task.noun].read)) return null;
  const [row] = await findTaskRows(readerFor(scope), [task]);
  if (!row) return null;
  return { line, duty: null, label: labelOfRow(row), path: pathOfRow(row), isTask: true };
}

async function readDuty(
  { scope, now }: StaffCtx,
  line: string,
  { nouns, locale }: { nouns: readonly ObligationNoun[]; locale: Locale },
): Promise<Duty | undefined> {
  const duties = await readCurrentDuties(scope, { nouns, now, locale });
  return duties.find((duty) => duty.doneAt === null && obligationKey(duty) === line);
}

/** A review of an entry: there are as many as entries, so that it is read by the entry. */
async function readReview({ scope }: StaffCtx, line: string): Promise<Duty | undefined> {
  const [, id = ""] = line.split(" ");
  const [row] = await readerFor(scope).$queryRaw<(ReviewRow & { activity: string; day: string })[]>`
    SELECT r.id, r.reference, r.capacity, r.activity, r.review_due_on AS day, r.version,
      r.updated_at AS "updatedAt", r.controller_id AS "controllerId", r.controller_name AS "controllerName"
    FROM processing_record r
    WHERE r.id::text = ${id} AND r.state = 'active' AND r.review_due_on IS NOT NULL`;
  if (!row) return undefined;
  const { activity, day, ...record } = row;
  const found = planRecordReview({ row: reviewRowOf(record), activity, reviewDueOn: day, reviewedOn: null });
  return found.find((duty) => obligationKey(duty) === line);
}

/** Row and client alone: what a duty says besides is in the reader's language, or a count that changes. */
function labelOf({ subject, controller }: Pick<Duty, "subject" | "controller">): string {
  return [subject.reference, controller?.name].filter(Boolean).join(" · ");
}
