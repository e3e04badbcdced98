import "server-only";
import { getLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { assignmentStatusOf } from "@/lib/domain/assignment/assignment";
import { TASK_ROWS, type TaskNoun } from "@/lib/domain/assignment/rows";
import { can } from "@/lib/domain/nouns/policy";
import { readLine } from "@/lib/features/assignment/read/lines";
import { findFactsOf, findStaff } from "@/lib/features/assignment/read/queries";
import { findTaskRows } from "@/lib/features/assignment/read/task-rows";
import { thingTitle } from "@/lib/i18n/thing-title";
import { readerFor } from "@/lib/platform/read/reader";
import { today } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";
import { lineSchema } from "./schema";

type Search = Record<string, string | string[] | undefined>;

/** Loads one line, who has it, everything that was done with it, and to whom it may be given. */
export async function loadAssignment(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const asked = lineSchema.safeParse(search.line);
  if (!asked.success) notFound();
  const reader = readerFor(ctx.scope);
  const [line, facts, staff] = await Promise.all([
    readLine(ctx, asked.data, await getLocale()),
    findFactsOf(reader, asked.data),
    findStaff(reader, today(ctx)),
  ]);
  const [last] = facts;
  if (!line && !last) notFound();
  const self = ctx.actor.memberId;
  return {
    line: asked.data,
    of: line,
    label: line?.label ?? last?.label ?? "",
    status: last ? assignmentStatusOf(last, staff) : null,
    seen: last?.number ?? 0,
    isDone: last?.act === "done",
    facts,
    self,
    today: staff.today,
    members: [...staff.members.values()].filter(({ isEnded, role }) => !isEnded && role !== "viewer"),
    mayWrite: can(ctx.actor, "assignment.write"),
  };
}

/** Names a row by its reference and name, for whoever may read it; null where there is none. */
export async function loadRowName(slug: string, row: { noun: TaskNoun; id: string }): Promise<string | null> {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, TASK_ROWS[row.noun].read)) return null;
  const [found] = await findTaskRows(readerFor(ctx.scope), [row]);
  if (!found) return null;
  const { reference, about, controllerName } = found;
  const name = about || (controllerName ?? "");
  return reference ? thingTitle(reference, name) : name || null;
}
