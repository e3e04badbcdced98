import { z } from "zod";
import type { ThreadState } from "@/lib/domain/thread/status";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { findThreads } from "./queries";

export const PAGE_SIZE = 50;
/** Counts beyond this show "1,000+". */
const COUNT_LIMIT = 1000;

const VIEWS = ["all", "waiting", "answered", "closed"] as const;
export type ThreadView = (typeof VIEWS)[number];

const STATES: Record<Exclude<ThreadView, "all">, ThreadState> = {
  waiting: "with-processor",
  answered: "with-controller",
  closed: "closed",
};

/** Invalid filters are ignored. */
export const threadQuerySchema = z.object({
  view: z.enum(VIEWS).catch("all"),
  /** Keyset: rank and id of the last row seen. */
  after: z
    .string()
    .regex(/^\d{1,15}_[\da-f-]{36}$/)
    .catch(""),
});
export type ThreadQuery = z.output<typeof threadQuerySchema>;

/** Sorts unanswered threads first. */
export async function findThreadPage(tx: Tx, { view, after }: ThreadQuery) {
  const inView = view === "all" ? {} : { state: STATES[view] };
  const rows = await findThreads(tx, { ...inView, ...afterCursor(after) }, PAGE_SIZE + 1);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    rows: shown,
    next: rows.length > PAGE_SIZE && last ? `${last.rank}_${last.id}` : null,
    counts: await countViews(tx),
  };
}

/** Counts to the limit plus one. */
async function countViews(tx: Tx): Promise<Record<ThreadView, number>> {
  const counts = VIEWS.map((view) => {
    const inView = view === "all" ? Prisma.empty : Prisma.sql`WHERE state = ${STATES[view]}`;
    return Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM thread ${inView} LIMIT ${COUNT_LIMIT + 1}) AS counted)
      AS ${Prisma.raw(view)}`;
  });
  const [row] = await tx.$queryRaw<[Record<ThreadView, number>]>`SELECT ${Prisma.join(counts)}`;
  return row;
}

function afterCursor(after: string): Prisma.ThreadWhereInput {
  if (after === "") return {};
  const [said = "", id = ""] = after.split("_");
  const rank = Number(said);
  return { OR: [{ rank: { gt: rank } }, { rank, id: { gt: id } }] };
}
