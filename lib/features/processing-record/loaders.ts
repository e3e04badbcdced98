import "server-only";
import { createHash } from "node:crypto";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/access/policy";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { assess } from "@/lib/domain/processing-record/completeness";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { todayIn } from "@/lib/domain/time/zones";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { StaffCtx } from "@/lib/platform/context";
import { requireStaff } from "@/lib/platform/session";
import { withOrg, type Tx } from "@/lib/platform/transaction";
import {
  controllerOf,
  findLastVersion,
  findMeasureNames,
  findOrganisationFacts,
  findRecord,
  findStateFacts,
} from "./data";
import {
  countViews,
  findRecordPage,
  hasGaps,
  PAGE_SIZE,
  recordQuerySchema,
  toReview,
  type RecordListRow,
} from "./query";

export type { RecordQuery, RecordSort, RecordView } from "./query";

/** One page of a register, with what its views hold. */
export async function loadRecords(
  slug: string,
  search: Record<string, string | string[] | undefined>,
  capacity: Capacity = "processor",
) {
  const ctx = await requireStaff(slug);
  const query = recordQuerySchema.parse(search);
  return withOrg(ctx.scope, async (tx) => {
    const read = { today: today(ctx), capacity };
    const found = await findRecordPage(tx, query, read);
    const rows = found.slice(0, PAGE_SIZE);
    const last = rows.at(-1);
    return {
      rows: rows.map(withoutSortKey),
      query,
      capacity,
      counts: await countViews(tx, query, read),
      controllers: capacity === "processor" ? await findChoices(tx, { archivedAt: null }) : [],
      next: found.length > PAGE_SIZE && last ? `${last.sortKey}\u0001${last.id}` : null,
      may: { write: can(ctx.actor, "record.write"), import: can(ctx.actor, "import.run") },
    };
  });
}

/** One entry with its gaps by today's law, its life, and the version that stands. Read once a request, for title and page. */
export const loadRecord = cache(async (slug: string, id: string, capacity: Capacity = "processor") => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await withOrg(ctx.scope, async (tx) => {
    const record = await findRecord(tx, id);
    // Each register has its own address: an entry of the other is not found in this one.
    if (record?.capacity !== capacity) return null;
    const organisation = await findOrganisationFacts(tx);
    return {
      record,
      organisation,
      measures: await findMeasureNames(tx, record.content.measureIds),
      last: await findLastVersion(tx, id),
      facts: await findStateFacts(tx, id),
      controllers: record.controllerId
        ? await findChoices(tx, { OR: [{ archivedAt: null }, { id: record.controllerId }] })
        : [],
    };
  });
  if (!found) notFound();
  const { record, organisation, measures, last, facts, controllers } = found;
  const controller = controllerOf(record, organisation);
  const { id: recordId, reference, state, stateSince, content } = record;
  return {
    record: { id: recordId, reference, state, stateSince, capacity, content, version: record.version },
    /** Its `id` is "" where the organisation is its own controller. */
    controller: { ...controller, id: record.controllerId ?? "" },
    organisation,
    measures,
    gaps: assess({ record, controller, organisation, on: today(ctx) }),
    version: {
      number: record.version,
      at: last?.recordedAt.getTime() ?? 0,
      author: last?.authorName ?? "",
      fingerprint: createHash("sha256").update(canonicalText(content)).digest("hex"),
    },
    facts: facts.map(({ recordedAt, ...fact }) => ({ ...fact, recordedAt: recordedAt.getTime() })),
    controllers,
    today: today(ctx),
    may: { write: can(ctx.actor, "record.write"), transition: can(ctx.actor, "record.transition") },
  };
});

/** What a new entry needs before it can be written. */
export async function loadNewRecord(slug: string) {
  const ctx = await requireStaff(slug);
  const controllers = await withOrg(ctx.scope, (tx) => findChoices(tx, { archivedAt: null }));
  return { controllers, mayWrite: can(ctx.actor, "record.write") };
}

/** An entry of the company's own register needs nothing but somebody who may write it. */
export async function loadNewOwnRecord(slug: string) {
  const ctx = await requireStaff(slug);
  return { mayWrite: can(ctx.actor, "record.write") };
}

/** Where the register stands this morning, and what mending would do most. */
export async function loadToday(slug: string) {
  const ctx = await requireStaff(slug);
  return withOrg(ctx.scope, async (tx) => {
    const standing = await findStanding(tx, today(ctx), "processor");
    const codes = await tx.$queryRaw<{ code: string; records: number }[]>`
      SELECT code, count(*)::int AS records FROM processing_record, unnest(gap_codes) AS code
      WHERE state <> 'ended' AND capacity = 'processor' AND code LIKE 'REG-%'
      GROUP BY code ORDER BY count(*) DESC, code`;
    const worst = await tx.$queryRaw<WorstRecord[]>`
      SELECT r.id, r.reference, r.activity, r.required_gaps AS "requiredGaps", r.gap_codes AS "gapCodes",
        c.legal_name AS controller
      FROM processing_record r JOIN controller c ON c.org_id = r.org_id AND c.id = r.controller_id
      WHERE r.capacity = 'processor' AND r.state <> 'ended' AND r.required_gaps > 0
      ORDER BY r.required_gaps DESC, r.reference LIMIT 5`;
    const placeholders = await tx.controller.findMany({
      where: { isPlaceholder: true, archivedAt: null },
      take: 5,
      select: { id: true, legalName: true },
    });
    const controllers = await tx.controller.count({ where: { archivedAt: null }, take: 1001 });
    return {
      standing,
      own: await findStanding(tx, today(ctx), "controller"),
      codes,
      worst,
      placeholders,
      controllers,
      name: ctx.actor.name,
      now: ctx.now.getTime(),
      today: today(ctx),
    };
  });
}

type Standing = {
  open: number;
  complete: number;
  incomplete: number;
  /** Of the incomplete, those that owe something: all of them but where a register is good practice. */
  due: number;
  toReview: number;
  drafts: number;
  ended: number;
};

type WorstRecord = {
  id: string;
  reference: string;
  activity: string;
  requiredGaps: number;
  gapCodes: string[];
  controller: string;
};

async function findStanding(tx: Tx, on: string, capacity: Capacity): Promise<Standing> {
  const [standing] = await tx.$queryRaw<[Standing]>`
    SELECT count(*) FILTER (WHERE state <> 'ended')::int AS open,
      count(*) FILTER (WHERE state <> 'ended' AND NOT (${hasGaps(capacity)}))::int AS complete,
      count(*) FILTER (WHERE ${hasGaps(capacity)})::int AS incomplete,
      count(*) FILTER (WHERE state <> 'ended' AND required_gaps > 0)::int AS due,
      count(*) FILTER (WHERE ${toReview(on)})::int AS "toReview",
      count(*) FILTER (WHERE state = 'draft')::int AS drafts,
      count(*) FILTER (WHERE state = 'ended')::int AS ended
    FROM processing_record r WHERE capacity = ${capacity}`;
  return standing;
}

/** Controllers to choose from, by name. */
function findChoices(tx: Tx, where: Prisma.ControllerWhereInput) {
  return tx.controller.findMany({
    where,
    orderBy: { legalName: "asc" },
    take: 1000,
    select: { id: true, legalName: true },
  });
}

function withoutSortKey({ sortKey: _key, ...row }: RecordListRow) {
  return row;
}

function today({ now }: StaffCtx): string {
  return todayIn("Africa/Casablanca", now.getTime());
}
