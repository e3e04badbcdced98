import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { BULK_NEEDS, bulkKinds } from "@/lib/domain/processing-record/bulk";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { compareVersions } from "@/lib/domain/processing-record/version-changes";
import { readAsOf } from "@/lib/domain/time/as-of";
import { todayIn } from "@/lib/domain/time/zones";
import { today, type StaffCtx } from "@/lib/platform/request/context";
import { readerFor, type Reader } from "@/lib/platform/read/reader";
import { countRegister } from "@/lib/platform/read/register-counts";
import { requireStaff } from "@/lib/platform/request/request-session";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { findBeginning, findChoices } from "@/lib/features/processing-record/read/as-of";
import { previewBulk } from "@/lib/features/processing-record/read/bulk-preview";
import { bulkAskSchema } from "./bulk-schema";
import { recallColumns, type Search } from "@/lib/features/processing-record/read/columns";
import { findLinks, findMeasureNames, findRecord } from "@/lib/features/processing-record/read/queries";
import { findLinkNames } from "@/lib/features/processing-record/read/links";
import {
  decideRestore,
  findControllerNames,
  findFactsOf,
  findVersion,
  findVersions,
  readVersionNumber,
  VERSIONS_SHOWN,
} from "@/lib/features/processing-record/read/history";
import {
  findControllers,
  findRecordPage,
  searchRecords,
  PAGE_SIZE,
  readViews,
  type RecordListRow,
} from "@/lib/features/processing-record/read/list";
import { recordQuerySchema } from "./list-schema";
import { describeSheet, findSheet } from "@/lib/features/processing-record/read/sheet";
import { findRowChoices } from "@/lib/features/processing-record/read/row-choices";
import { findToday } from "@/lib/features/processing-record/read/as-of-status";
import { findAllStatuses } from "@/lib/features/processing-record/read/sub-processors";

export type { RecordQuery, RecordSort, RecordView } from "./list-schema";

/** One page of a register as it stands, or as it stood at the end of the day asked for, with what its views hold. */
export async function loadRecords(slug: string, search: Search, capacity: Capacity = "processor") {
  await recallColumns(slug, search, capacity);
  return loadPage(slug, JSON.stringify(recordQuerySchema.parse(search)), capacity);
}

/** What one act would make of several entries; the address says which act and which entries. */
export async function loadBulk(slug: string, search: Search, capacity: Capacity = "processor") {
  const ctx = await requireStaff(slug);
  const ask = bulkAskSchema.safeParse(search);
  if (!ask.success) notFound();
  return previewBulk(ctx, { ask: ask.data, search, capacity });
}

/** Read once a request, for title and page. */
const loadPage = cache(async (slug: string, search: string, capacity: Capacity) => {
  const ctx = await requireStaff(slug);
  const query = recordQuerySchema.parse(JSON.parse(search));
  const reading = readAsOf(query.on, today(ctx));
  const asOf = reading.ok ? reading.asOf : null;
  const at = asOf && new Date(asOf.endMs);
  const reader = readerFor(ctx.scope);
  const found = await searchRecords(reader, query.q);
  // Nearest words are looked for in what stands today alone.
  const ids = at && found?.isRespelt ? [] : found?.ids["processing-record"];
  const read = { today: asOf?.day ?? today(ctx), capacity, at, ids, meant: found?.meant };
  const isOwn = capacity === "controller";
  const [page, counts, controllers, choices, register, begins] = await Promise.all([
    // A day that is none, or has not come, shows nothing: today's rows under its name would be untrue.
    reading.ok ? findRecordPage(reader, query, read) : [],
    reading.ok ? readViews(reader, query, read) : NO_COUNTS,
    isOwn ? [] : findControllers(reader, query, at),
    findRowChoices(reader, query, at),
    countRegister(reader),
    asOf && findBeginningDay(reader),
  ]);
  const rows = page.slice(0, PAGE_SIZE);
  const last = rows.at(-1);
  return {
    rows: rows.map(withoutSortKey),
    query,
    /** The words that were looked for instead, where one was written wrong; "" otherwise. */
    respelt: !at && found?.isRespelt ? found.terms.join(" ") : "",
    capacity,
    asOf,
    onRefused: reading.ok ? null : reading.key,
    /** The day on which the registers of this organisation begin. */
    begins,
    today: today(ctx),
    counts,
    controllers,
    ...choices,
    controllerCount: isOwn ? 0 : register.controllers,
    next: page.length > PAGE_SIZE && last ? `${last.sortKey}\u0001${last.id}` : null,
    may: {
      write: !asOf && can(ctx.actor, "record.write"),
      import: !asOf && can(ctx.actor, "import.run"),
      acts: asOf ? [] : bulkKinds(capacity).filter((kind) => can(ctx.actor, BULK_NEEDS[kind])),
    },
  };
});

const NO_COUNTS = { all: 0, gaps: 0, review: 0, closed: 0 };

async function findBeginningDay(reader: Reader): Promise<string | null> {
  const began = await findBeginning(reader);
  return began && todayIn("Africa/Casablanca", began.getTime());
}

/** One entry with its gaps by today's law, its life, and the version that stands. Read once a request, for title and page. */
export const loadRecord = cache(async (slug: string, id: string, capacity: Capacity = "processor") => {
  const ctx = await requireStaff(slug);
  const found = await findOrNothing(ctx, id, (tx) =>
    findSheet(tx, { id, capacity, asOf: null, now: ctx.now }),
  );
  return describeSheet(ctx, found, null);
});

/**
 * The same entry as it stood at the end of a day: `loaded` is null where the day was refused, or the entry was not yet
 * there.
 */
export const loadRecordAsOf = cache(
  async (slug: string, id: string, on: string, capacity: Capacity = "processor") => {
    const ctx = await requireStaff(slug);
    const reading = readAsOf(on, today(ctx));
    const asOf = reading.ok ? reading.asOf : null;
    const { now, first, then } = await findOrNothing(ctx, id, async (tx) => {
      const now = await findRecord(tx, id);
      if (now?.capacity !== capacity) return null;
      return {
        now,
        first: await findVersion(tx, id, 1),
        then: reading.ok ? await findSheet(tx, { id, capacity, asOf, now: ctx.now }) : null,
      };
    });
    return {
      reference: now.reference,
      on,
      asOf,
      onRefused: reading.ok ? null : reading.key,
      today: today(ctx),
      createdOn: first && todayIn("Africa/Casablanca", first.recordedAt.getTime()),
      loaded: then && describeSheet(ctx, then, asOf),
    };
  },
);

/** The versions of an entry, newest first, each with what it says otherwise than the one before it. */
export const loadHistory = cache(
  async (
    slug: string,
    id: string,
    { before, capacity = "processor" }: { before: string; capacity?: Capacity },
  ) => {
    const ctx = await requireStaff(slug);
    const { record, versions, facts, controllers, measures, rows } = await findOrNothing(
      ctx,
      id,
      async (tx) => {
        const record = await findRecord(tx, id);
        if (record?.capacity !== capacity) return null;
        const versions = await findVersions(tx, id, readVersionNumber(before));
        return {
          record,
          versions,
          facts: await findFactsOf(tx, id, versions),
          controllers: await findControllerNames(
            tx,
            versions.map(({ controllerId }) => controllerId),
          ),
          measures: await findMeasureNames(tx, [
            ...new Set(versions.flatMap(({ said }) => said.content.measureIds)),
          ]),
          rows: await findLinkNames(tx, ctx.now, [record, ...versions]),
        };
      },
    );
    const shown = versions.slice(0, VERSIONS_SHOWN);
    return {
      record: {
        id,
        capacity,
        reference: record.reference,
        activity: record.content.activity,
        version: record.version,
      },
      versions: shown.map(({ version, recordedAt, authorName, change, said }, index) => {
        const base = versions[index + 1];
        const fact = facts.find((found) => found.recordedAt.getTime() === recordedAt.getTime());
        return {
          version,
          at: recordedAt.getTime(),
          day: todayIn("Africa/Casablanca", recordedAt.getTime()),
          author: authorName,
          change,
          fact: fact ? { event: fact.event, since: fact.since, reason: fact.reason } : null,
          changes: base ? compareVersions(base.said, said) : [],
        };
      }),
      next: versions.length > VERSIONS_SHOWN ? shown.at(-1)!.version : null,
      isStart: before === "",
      controllers,
      measures,
      rows,
      today: today(ctx),
      may: { restore: can(ctx.actor, "record.write") && record.state !== "ended" },
    };
  },
);

/** What would change if an earlier version said again what the entry says, or why it may not. */
export const loadRestore = cache(
  async (slug: string, id: string, restored: string, capacity: Capacity = "processor") => {
    const ctx = await requireStaff(slug);
    const { record, earlier, decision, controllers, measures, rows } = await findOrNothing(
      ctx,
      id,
      async (tx) => {
        const record = await findRecord(tx, id);
        const earlier = await findVersion(tx, id, readVersionNumber(restored) ?? 0);
        if (!earlier || record?.capacity !== capacity || earlier.version >= record.version) return null;
        return {
          record,
          earlier,
          decision: (await decideRestore(tx, ctx.now, record, earlier)).decision,
          controllers: await findControllerNames(tx, [record.controllerId, earlier.controllerId]),
          measures: await findMeasureNames(tx, [
            ...record.content.measureIds,
            ...earlier.said.content.measureIds,
          ]),
          rows: await findLinkNames(tx, ctx.now, [record, earlier]),
        };
      },
    );
    return {
      record: {
        id,
        capacity,
        reference: record.reference,
        activity: record.content.activity,
        version: record.version,
      },
      earlier: {
        version: earlier.version,
        at: earlier.recordedAt.getTime(),
        author: earlier.authorName,
        reference: earlier.reference,
        controllerId: earlier.controllerId,
      },
      refused: decision.ok ? null : decision.key,
      changes: decision.ok ? compareVersions({ ...record }, decision.said) : [],
      measuresLeft: decision.ok ? measures.filter(({ id }) => decision.measuresLeft.includes(id)) : [],
      subProcessorsLeft: decision.ok ? decision.subProcessorsLeft : [],
      linksLeft: decision.ok ? decision.linksLeft : [],
      isReferenceKept: decision.ok && decision.isReferenceKept,
      controllers,
      measures,
      rows,
      may: can(ctx.actor, "record.write"),
    };
  },
);

/** One unit of work in scope; what it does not find is "not found". */
async function findOrNothing<T>(
  { scope }: StaffCtx,
  id: string,
  find: (tx: Tx) => Promise<T | null>,
): Promise<T> {
  if (!z.uuid().safeParse(id).success) notFound();
  return (await withOrg(scope, find)) ?? notFound();
}

/** The organisation's sub-processors as they stand for the controller of an entry: what its form may name. */
export async function loadSubProcessorPick(slug: string, id: string) {
  const ctx = await requireStaff(slug);
  const { controllerId, standings } = await findOrNothing(ctx, id, async (tx) => {
    const record = await findRecord(tx, id);
    if (!record?.controllerId) return null;
    const { controllerId } = record;
    return { controllerId, standings: await findAllStatuses(tx, ctx.now, controllerId) };
  });
  return { org: slug, controllerId, standings };
}

/** The contracts and transfers of the controller of an entry, as its form may name them. */
export async function loadLinkPick(slug: string, id: string) {
  const ctx = await requireStaff(slug);
  return findOrNothing(ctx, id, async (tx) => {
    const record = await findRecord(tx, id);
    if (!record?.controllerId) return null;
    const { contracts, transfers } = (await findLinks(tx, ctx, [record]))(record);
    return { org: slug, controllerId: record.controllerId, contracts, transfers };
  });
}

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
  const found = await withOrg(ctx.scope, (tx) => findToday(tx, today(ctx)));
  return { ...found, name: ctx.actor.name, now: ctx.now.getTime(), today: today(ctx) };
}

function withoutSortKey({ sortKey: _key, ...row }: RecordListRow) {
  return row;
}
