import "server-only";
import { createHash } from "node:crypto";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/access/policy";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { assess } from "@/lib/domain/processing-record/completeness";
import { todayIn } from "@/lib/domain/time/zones";
import type { StaffCtx } from "@/lib/platform/context";
import { requireStaff } from "@/lib/platform/session";
import { withOrg } from "@/lib/platform/transaction";
import { findLastVersion, findOrganisationFacts, findRecord, findStateFacts, partyFacts } from "./data";
import {
  countViews,
  findRecordPage,
  PAGE_SIZE,
  recordQuerySchema,
  toReview,
  type RecordListRow,
} from "./query";

export type { RecordQuery, RecordSort, RecordView } from "./query";

/** One page of the register, with what its views hold. */
export async function loadRecords(slug: string, search: Record<string, string | string[] | undefined>) {
  const ctx = await requireStaff(slug);
  const query = recordQuerySchema.parse(search);
  return withOrg(ctx.scope, async (tx) => {
    const found = await findRecordPage(tx, query, today(ctx));
    const rows = found.slice(0, PAGE_SIZE);
    const last = rows.at(-1);
    return {
      rows: rows.map(withoutSortKey),
      query,
      counts: await countViews(tx, query, today(ctx)),
      controllers: await tx.controller.findMany({
        where: { archivedAt: null },
        orderBy: { legalName: "asc" },
        take: 1000,
        select: { id: true, legalName: true },
      }),
      next: found.length > PAGE_SIZE && last ? `${last.sortKey}\u0001${last.id}` : null,
      may: { write: can(ctx.actor, "record.write"), import: can(ctx.actor, "import.run") },
    };
  });
}

/** One entry with its gaps by today's law, its life, and the version that stands. Read once a request, for title and page. */
export const loadRecord = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await withOrg(ctx.scope, async (tx) => {
    const record = await findRecord(tx, id);
    if (!record) return null;
    const organisation = await findOrganisationFacts(tx);
    return {
      record,
      organisation,
      last: await findLastVersion(tx, id),
      facts: await findStateFacts(tx, id),
      controllers: await tx.controller.findMany({
        where: { OR: [{ archivedAt: null }, { id: record.controllerId }] },
        orderBy: { legalName: "asc" },
        take: 1000,
        select: { id: true, legalName: true },
      }),
    };
  });
  if (!found) notFound();
  const { record, organisation, last, facts, controllers } = found;
  const controller = partyFacts(record.controller);
  const { id: recordId, reference, state, stateSince, content, capacity } = record;
  return {
    record: { id: recordId, reference, state, stateSince, capacity, content, version: record.version },
    controller: { ...controller, id: record.controllerId },
    organisation,
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
  const controllers = await withOrg(ctx.scope, (tx) =>
    tx.controller.findMany({
      where: { archivedAt: null },
      orderBy: { legalName: "asc" },
      take: 1000,
      select: { id: true, legalName: true },
    }),
  );
  return { controllers, mayWrite: can(ctx.actor, "record.write") };
}

/** Where the register stands this morning, and what mending would do most. */
export async function loadToday(slug: string) {
  const ctx = await requireStaff(slug);
  return withOrg(ctx.scope, async (tx) => {
    const [standing] = await tx.$queryRaw<[Standing]>`
      SELECT count(*) FILTER (WHERE state <> 'ended')::int AS open,
        count(*) FILTER (WHERE state <> 'ended' AND required_gaps = 0)::int AS complete,
        count(*) FILTER (WHERE state <> 'ended' AND required_gaps > 0)::int AS incomplete,
        count(*) FILTER (WHERE ${toReview(today(ctx))})::int AS "toReview",
        count(*) FILTER (WHERE state = 'draft')::int AS drafts,
        count(*) FILTER (WHERE state = 'ended')::int AS ended
      FROM processing_record r WHERE capacity = 'processor'`;
    const codes = await tx.$queryRaw<{ code: string; records: number }[]>`
      SELECT code, count(*)::int AS records FROM processing_record, unnest(gap_codes) AS code
      WHERE state <> 'ended' AND capacity = 'processor' AND code LIKE 'REG-%'
      GROUP BY code ORDER BY count(*) DESC, code`;
    const worst = await tx.processingRecord.findMany({
      where: { state: { not: "ended" }, requiredGaps: { gt: 0 } },
      orderBy: [{ requiredGaps: "desc" }, { reference: "asc" }],
      take: 5,
      select: {
        id: true,
        reference: true,
        activity: true,
        requiredGaps: true,
        gapCodes: true,
        controller: { select: { legalName: true } },
      },
    });
    const placeholders = await tx.controller.findMany({
      where: { isPlaceholder: true, archivedAt: null },
      take: 5,
      select: { id: true, legalName: true },
    });
    const controllers = await tx.controller.count({ where: { archivedAt: null }, take: 1001 });
    return {
      standing,
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
  toReview: number;
  drafts: number;
  ended: number;
};

function withoutSortKey({ sortKey: _key, ...row }: RecordListRow) {
  return row;
}

function today({ now }: StaffCtx): string {
  return todayIn("Africa/Casablanca", now.getTime());
}
