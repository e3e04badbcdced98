import { z } from "zod";
import type { BreachStatus } from "@/lib/domain/breach/file";
import type { Prisma } from "@/lib/generated/prisma/client";
import { searchField } from "@/lib/forms/list-query";
import type { Tx } from "@/lib/platform/database/transaction";
import { findInformed } from "./queries";

export const PAGE_SIZE = 50;

const VIEWS = ["running", "closed", "drills", "all"] as const;
export type BreachView = (typeof VIEWS)[number];

/** Invalid filters are ignored. */
export const breachQuerySchema = z.object({
  view: z.enum(VIEWS).catch("running"),
  q: searchField,
  /** Keyset: instant and id of the last row seen. */
  after: z
    .string()
    .regex(/^\d{1,15}\.[\da-f-]{36}$/)
    .catch(""),
});
export type BreachQuery = z.output<typeof breachQuerySchema>;

/** Exercises have a view of their own, and are counted nowhere else. */
const IN_VIEW: Record<BreachView, Prisma.BreachWhereInput> = {
  running: { status: { not: "closed" }, isDrill: false },
  closed: { status: "closed", isDrill: false },
  drills: { isDrill: true },
  all: {},
};

/** Returns one extra row, to detect a next page. `ids` are those that answer a question, null without one. */
export async function findBreachPage(tx: Tx, { view, after }: BreachQuery, ids: string[] | null) {
  const rows = await tx.breach.findMany({
    where: { ...IN_VIEW[view], ...inIds(ids), ...below(after) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PAGE_SIZE + 1,
    select: {
      ...{
        id: true,
        reference: true,
        title: true,
        isDrill: true,
        status: true,
        awareAt: true,
        createdAt: true,
      },
      _count: { select: { notices: { where: { status: "issued" } } } },
      controllers: { where: { status: { not: "set-aside" } }, select: { controllerId: true, status: true } },
    },
  });
  const informed = await findInformed(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ controllers, status, _count, ...row }) => ({
    ...row,
    notices: _count.notices,
    status: status as BreachStatus,
    proposed: controllers.filter((one) => one.status === "proposed").length,
    affected: controllers.length,
    informed: controllers.filter(({ controllerId }) => informed.has(`${row.id} ${controllerId}`)).length,
  }));
}

export async function countBreachViews(tx: Tx, ids: string[] | null): Promise<Record<BreachView, number>> {
  const counts = await Promise.all(
    VIEWS.map((view) => tx.breach.count({ where: { ...IN_VIEW[view], ...inIds(ids) }, take: 1001 })),
  );
  return Object.fromEntries(VIEWS.map((view, index) => [view, counts[index] ?? 0])) as Record<
    BreachView,
    number
  >;
}

function inIds(ids: string[] | null): Prisma.BreachWhereInput {
  return ids === null ? {} : { id: { in: ids } };
}

function below(after: string): Prisma.BreachWhereInput {
  if (after === "") return {};
  const [instant = "", id = ""] = after.split(".");
  const createdAt = new Date(Number(instant));
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}
