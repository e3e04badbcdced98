import { z } from "zod";
import { provenAwareAt } from "@/lib/domain/breach/clocks";
import type { BreachStatus, Place } from "@/lib/domain/breach/file";
import { authorityAnswerOf } from "@/lib/domain/breach/own-notification";
import type { Prisma } from "@/lib/generated/prisma/client";
import { partyField, searchField } from "@/lib/forms/list-query";
import { findControllersOf } from "@/lib/platform/read/of-controller";
import type { Tx } from "@/lib/platform/database/transaction";
import { findOwnNotifications } from "./own-notifications";
import { findInformed } from "./queries";
import { findRectifications } from "./rectifications";

export const PAGE_SIZE = 50;

const VIEWS = ["running", "closed", "drills", "all"] as const;
export type BreachView = (typeof VIEWS)[number];

/** Invalid filters are ignored. */
export const breachQuerySchema = z.object({
  view: z.enum(VIEWS).catch("running"),
  q: searchField,
  controller: partyField,
  subProcessor: partyField,
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

/**
 * Finds breaches of a client and of a sub-processor. A client that was set aside is concerned no more, but for what it was told
 * before, which stays seen; a sub-processor is concerned by what it told.
 */
export async function findBreachesOf(
  tx: Tx,
  { controller, subProcessor }: Pick<BreachQuery, "controller" | "subProcessor">,
): Promise<Prisma.BreachWhereInput> {
  const ids = await findControllersOf(tx, controller);
  return {
    // The page below a row has an OR of its own.
    ...(ids && { AND: [{ OR: concernsOneOf(ids) }] }),
    ...(subProcessor && {
      facts: {
        some: { kind: "told-by-sub-processor", value: { path: ["subProcessorId"], equals: subProcessor } },
      },
    }),
  };
}

function concernsOneOf(controllerIds: string[]): Prisma.BreachWhereInput[] {
  const controllerId = { in: controllerIds };
  return [
    { controllers: { some: { controllerId, status: { not: "set-aside" } } } },
    { notices: { some: { controllerId, status: "issued" } } },
    { noticeFacts: { some: { controllerId, kind: { in: ["call-made", "call-rectified"] } } } },
  ];
}

/** Returns one extra row, to detect a next page. `ids` are those that answer a question, null without one. */
export async function findBreachPage(
  tx: Tx,
  { view, after }: BreachQuery,
  ids: string[] | null,
  ofParty: Prisma.BreachWhereInput = {},
) {
  const rows = await tx.breach.findMany({
    where: { ...IN_VIEW[view], ...ofParty, ...inIds(ids), ...below(after) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PAGE_SIZE + 1,
    select: {
      id: true,
      reference: true,
      title: true,
      isDrill: true,
      status: true,
      awareAt: true,
      createdAt: true,
      _count: { select: { notices: { where: { status: "issued" } } } },
      controllers: { select: { controllerId: true, status: true } },
    },
  });
  const informed = await findInformed(
    tx,
    rows.map(({ id }) => id),
  );
  const rectificationOf = await findRectifications(
    tx,
    rows.map(({ id }) => id),
  );
  const toldBy = await findOwnNotifications(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ controllers: placed, status, _count, ...row }) => {
    const controllers = placed.filter((one) => one.status !== "set-aside");
    const informedOf = ({ controllerId }: { controllerId: string }) =>
      informed.get(`${row.id} ${controllerId}`) ?? [];
    const back = placed.map((one) =>
      // The database admits no other status.
      rectificationOf(row.id, one.controllerId, one.status as Place["status"]),
    );
    return {
      ...row,
      notices: _count.notices,
      status: status as BreachStatus,
      proposed: controllers.filter((one) => one.status === "proposed").length,
      affected: controllers.length,
      // Clients that told us so: one that did not tell may have notified all the same.
      authorityNotified: controllers.filter(
        ({ controllerId }) => authorityAnswerOf(toldBy(row.id, controllerId)) === "notified",
      ).length,
      informed: controllers.filter((one) => provenAwareAt(informedOf(one)) !== null).length,
      // Opened by a contact of an address that nothing proves: no proof that the controller knows, art. 33(2).
      openedUnproven: controllers.filter(
        (one) => informedOf(one).length > 0 && provenAwareAt(informedOf(one)) === null,
      ).length,
      toRectify: back.filter((rectification) => rectification === "owed").length,
      rectifyingUnsent: back.filter(
        (rectification) => rectification === "issued" || rectification === "handed-over",
      ).length,
    };
  });
}

export async function countBreachViews(
  tx: Tx,
  ids: string[] | null,
  ofParty: Prisma.BreachWhereInput = {},
): Promise<Record<BreachView, number>> {
  const counts = await Promise.all(
    VIEWS.map((view) =>
      tx.breach.count({ where: { ...IN_VIEW[view], ...ofParty, ...inIds(ids) }, take: 1001 }),
    ),
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
