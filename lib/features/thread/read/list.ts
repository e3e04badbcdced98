import { z } from "zod";
import type { ThreadState } from "@/lib/domain/thread/status";
import { Prisma } from "@/lib/generated/prisma/client";
import { cursorField, partyField, viewField } from "@/lib/forms/list-query";
import { countViews, keysIn, pageOf, ROWS_ASKED } from "@/lib/platform/read/list-page";
import { findControllersOf, ofController } from "@/lib/platform/read/of-controller";
import type { Tx } from "@/lib/platform/database/transaction";
import { findThreads } from "./queries";

const THREAD_VIEWS = ["all", "waiting", "answered", "closed"] as const;
export type ThreadView = (typeof THREAD_VIEWS)[number];

const STATES: Record<Exclude<ThreadView, "all">, ThreadState> = {
  waiting: "with-processor",
  answered: "with-controller",
  closed: "closed",
};

/** Invalid filters are ignored. */
export const threadQuerySchema = z.object({
  view: viewField(THREAD_VIEWS),
  controller: partyField,
  /** Rank and id of the last row seen. */
  after: cursorField,
});
export type ThreadQuery = z.output<typeof threadQuerySchema>;

/** Sorts unanswered threads first. */
export async function findThreadPage(tx: Tx, { view, controller, after }: ThreadQuery) {
  const inView = view === "all" ? {} : { state: STATES[view] };
  const ids = await findControllersOf(tx, controller);
  const narrowed = ids ? { controllerId: { in: ids } } : {};
  const [rows, counts] = await Promise.all([
    findThreads(tx, { ...inView, ...narrowed, ...afterCursor(after) }, ROWS_ASKED),
    countThreads(tx, controller),
  ]);
  return { ...pageOf(rows, ({ rank, id }) => [rank, id]), counts };
}

function countThreads(tx: Tx, controller: string): Promise<Record<ThreadView, number>> {
  const narrowed = ofController(Prisma.sql`controller_id`, controller);
  return countViews(tx, THREAD_VIEWS, (view) =>
    view === "all"
      ? Prisma.sql`FROM thread WHERE true ${narrowed}`
      : Prisma.sql`FROM thread WHERE state = ${STATES[view]} ${narrowed}`,
  );
}

function afterCursor(after: string): Prisma.ThreadWhereInput {
  const keys = keysIn(after, z.tuple([z.coerce.number(), z.uuid()]));
  if (!keys) return {};
  const [rank, id] = keys;
  return { OR: [{ rank: { gt: rank } }, { rank, id: { gt: id } }] };
}
