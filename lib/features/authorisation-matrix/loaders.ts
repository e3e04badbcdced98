import "server-only";
import { lastOf, required } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { awaitedAnswers, filterMatrix, requestsIn, countCells } from "@/lib/domain/authorisation/matrix";
import { todayIn } from "@/lib/domain/time/zones";
import type { Search } from "@/lib/forms/list-query";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { requireStaff } from "@/lib/platform/request/request-session";
import { findMatrix, findLastRequests } from "@/lib/features/authorisation-matrix/read/queries";
import { matrixQuerySchema } from "./schema";

/** Limits the cells of a page to about five screens: fifty controllers, fewer with many sub-processors. */
const CONTROLLERS_SHOWN = { most: 50, least: 10, cells: 1500 };

/** Number of due answers listed above the matrix. */
const ANSWERS_SHOWN = 6;

export async function loadMatrix(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = matrixQuerySchema.parse(search);
  const { whole, columns, rows, start, end, page, decidedOn, drafts } = await readInScope(
    ctx.scope,
    async (tx) => {
      const whole = await findMatrix(tx, ctx.now);
      const { columns, rows } = filterMatrix(whole, { ...query, waits: query.waits === "1" });
      const start = rows.findIndex(({ controllerId }) => controllerId === query.after) + 1;
      const end = start + controllersShown(columns.length);
      const page = rows.slice(start, end);
      const stated = await findLastRequests(tx, requestsIn(page));
      const days = [...stated].map(
        ([id, { decidedAt }]) => [id, todayIn("Africa/Casablanca", decidedAt.getTime())] as const,
      );
      const drafts = await tx.authorisation.count({ where: { state: "draft" } });
      return { whole, columns, rows, start, end, page, decidedOn: new Map(days), drafts };
    },
  );
  const answers = awaitedAnswers(whole);
  return {
    query,
    columns,
    rows: page,
    saidOn: decidedOn,
    tally: countCells(rows),
    shown: { from: start + 1, to: start + page.length, of: rows.length },
    next: end < rows.length ? lastOf(page).controllerId : null,
    whole: { controllers: whole.rows.length, subProcessors: whole.columns.length },
    choices: whole.columns,
    awaited: {
      count: answers.length,
      next: answers.slice(0, ANSWERS_SHOWN).map(({ row, column, cell }) => ({
        requestId: required(cell.requestId, "request of an awaited cell"),
        controller: row.controller,
        subProcessor: column.name,
        day: cell.day,
        daysLeft: cell.daysLeft,
      })),
    },
    drafts,
    may: { ask: can(ctx.actor, "authorisation.write"), export: can(ctx.actor, "export.take") },
  };
}

function controllersShown(columns: number): number {
  const { most, least, cells } = CONTROLLERS_SHOWN;
  return Math.min(most, Math.max(least, Math.floor(cells / Math.max(1, columns))));
}
