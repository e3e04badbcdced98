import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { lastOf } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { BULK_NEEDS, bulkKinds } from "@/lib/domain/processing-record/bulk";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { compareVersions } from "@/lib/domain/processing-record/version-changes";
import { readAsOf } from "@/lib/domain/time/as-of";
import { todayIn } from "@/lib/domain/time/zones";
import { pageOf } from "@/lib/platform/read/list-page";
import { withOrg } from "@/lib/platform/database/transaction";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { today } from "@/lib/platform/request/context";
import { readerFor } from "@/lib/platform/read/reader";
import { countRegister } from "@/lib/platform/read/register-counts";
import { requireStaff } from "@/lib/platform/request/request-session";
import { findBeginningDay, findChoices } from "@/lib/features/processing-record/read/as-of";
import { previewBulk } from "@/lib/features/processing-record/read/bulk-preview";
import { bulkAskSchema } from "./bulk-schema";
import { restoreColumnChoice, type Search } from "@/lib/features/processing-record/read/columns";
import { findLinks, findMeasureNames, findRecord } from "@/lib/features/processing-record/read/queries";
import { findProcedures } from "@/lib/features/processing-record/read/procedures";
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
  NO_COUNTS,
  searchRecords,
  readViews,
  withoutSortKey,
} from "@/lib/features/processing-record/read/list";
import { recordQuerySchema } from "./list-schema";
import { describeSheet, findSheet } from "@/lib/features/processing-record/read/sheet";
import { findOrNothing } from "@/lib/features/processing-record/read/find-or-nothing";
import { findRowChoices } from "@/lib/features/processing-record/read/row-choices";
import { findAllStatuses } from "@/lib/features/processing-record/read/sub-processors";

export type { RecordQuery, RecordSort, RecordView } from "./list-schema";

/** Reads a register, current or as of a day, with counts of its views. */
export async function loadRecords(slug: string, search: Search, capacity: Capacity = "processor") {
  await restoreColumnChoice(slug, search, capacity);
  return loadPage(slug, JSON.stringify(recordQuerySchema.parse(search)), capacity);
}

export async function loadBulk(slug: string, search: Search, capacity: Capacity = "processor") {
  const ctx = await requireStaff(slug);
  const ask = bulkAskSchema.safeParse(search);
  if (!ask.success) notFound();
  return previewBulk(ctx, { ask: ask.data, search, capacity });
}

/** Cached per request. */
const loadPage = cache(async (slug: string, search: string, capacity: Capacity) => {
  const ctx = await requireStaff(slug);
  const query = recordQuerySchema.parse(JSON.parse(search));
  const reading = readAsOf(query.on, today(ctx));
  const asOf = reading.ok ? reading.asOf : null;
  const at = asOf && new Date(asOf.endMs);
  const reader = readerFor(ctx.scope);
  const found = await searchRecords(reader, query.q);
  // Spelling suggestions exist for current entries alone.
  const ids = at && found?.isRespelt ? [] : found?.ids["processing-record"];
  const read = { today: asOf?.day ?? today(ctx), capacity, at, ids, units: found?.units };
  const isOwn = capacity === "controller";
  const [page, counts, controllers, choices, register, begins] = await Promise.all([
    // An invalid or future day shows nothing: current rows would be misleading.
    reading.ok ? findRecordPage(reader, query, read) : [],
    reading.ok ? readViews(reader, query, read) : NO_COUNTS,
    isOwn ? [] : findControllers(reader, query, at),
    findRowChoices(reader, query, at),
    countRegister(reader),
    asOf && findBeginningDay(reader),
  ]);
  const { rows, next } = pageOf(page, ({ sortKey, id }) => [sortKey, id]);
  return {
    rows: rows.map(withoutSortKey),
    query,
    /** Corrected words of the search; "" otherwise. */
    respelt: !at && found?.isRespelt ? found.units.map(({ typed }) => typed).join(" ") : "",
    capacity,
    asOf,
    onRefused: reading.ok ? null : reading.key,
    begins,
    today: today(ctx),
    counts,
    controllers,
    ...choices,
    controllerCount: isOwn ? 0 : register.controllers,
    next,
    may: {
      write: !asOf && can(ctx.actor, "record.write"),
      import: !asOf && can(ctx.actor, "import.run"),
      acts: asOf ? [] : bulkKinds(capacity).filter((kind) => can(ctx.actor, BULK_NEEDS[kind])),
    },
  };
});

/** Cached per request. */
export const loadRecord = cache(async (slug: string, id: string, capacity: Capacity = "processor") => {
  const ctx = await requireStaff(slug);
  const found = await findOrNothing(ctx, id, (tx) =>
    findSheet(tx, { id, capacity, asOf: null, now: ctx.now }),
  );
  return describeSheet(ctx, found, null);
});

/** `loaded` is null where the day was refused or precedes the entry. */
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

/** Compares each version with the previous one. */
export const loadHistory = cache(
  async (
    slug: string,
    id: string,
    { before, capacity = "processor" }: { before: string; capacity?: Capacity },
  ) => {
    const ctx = await requireStaff(slug);
    const { record, versions, facts, controllers, measures, rows, procedures } = await findOrNothing(
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
            ...new Set(versions.flatMap(({ description }) => description.content.measureIds)),
          ]),
          rows: await findLinkNames(tx, ctx.now, [record, ...versions]),
          procedures: await findProcedures(tx),
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
      versions: shown.map(({ version, recordedAt, authorName, change, description }, index) => {
        const base = versions[index + 1];
        const fact = facts.find((found) => found.recordedAt.getTime() === recordedAt.getTime());
        return {
          version,
          at: recordedAt.getTime(),
          day: todayIn("Africa/Casablanca", recordedAt.getTime()),
          author: authorName,
          change,
          fact: fact ? { event: fact.event, since: fact.since, reason: fact.reason } : null,
          changes: base ? compareVersions(base.description, description) : [],
        };
      }),
      next: versions.length > VERSIONS_SHOWN ? lastOf(shown).version : null,
      isStart: before === "",
      controllers,
      measures,
      rows,
      procedures,
      today: today(ctx),
      may: { restore: can(ctx.actor, "record.write") && record.state !== "ended" },
    };
  },
);

/** Differences that restoring would make, or the refusal. */
export const loadRestore = cache(
  async (slug: string, id: string, restored: string, capacity: Capacity = "processor") => {
    const ctx = await requireStaff(slug);
    const { record, earlier, decision, controllers, measures, rows, procedures } = await findOrNothing(
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
            ...earlier.description.content.measureIds,
          ]),
          rows: await findLinkNames(tx, ctx.now, [record, earlier]),
          procedures: await findProcedures(tx),
        };
      },
      withOrg,
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
      changes: decision.ok ? compareVersions({ ...record }, decision.description) : [],
      measuresLeft: decision.ok ? measures.filter(({ id }) => decision.measuresLeft.includes(id)) : [],
      subProcessorsLeft: decision.ok ? decision.subProcessorsLeft : [],
      linksLeft: decision.ok ? decision.linksLeft : [],
      procedureLeft: decision.ok ? decision.procedureLeft : null,
      isReferenceKept: decision.ok && decision.isReferenceKept,
      controllers,
      measures,
      rows,
      procedures,
      may: can(ctx.actor, "record.write"),
    };
  },
);

/** Sub-processors with their status for the entry's controller. */
export async function loadSubProcessorPick(slug: string, id: string) {
  const ctx = await requireStaff(slug);
  const { controllerId, statuses } = await findOrNothing(ctx, id, async (tx) => {
    const record = await findRecord(tx, id);
    if (!record?.controllerId) return null;
    const { controllerId } = record;
    return { controllerId, statuses: await findAllStatuses(tx, ctx.now, controllerId) };
  });
  return { org: slug, controllerId, statuses };
}

export async function loadLinkPick(slug: string, id: string) {
  const ctx = await requireStaff(slug);
  return findOrNothing(ctx, id, async (tx) => {
    const record = await findRecord(tx, id);
    if (!record?.controllerId) return null;
    const { contracts, transfers } = (await findLinks(tx, ctx, [record]))(record);
    return { org: slug, controllerId: record.controllerId, contracts, transfers };
  });
}

export async function loadNewRecord(slug: string) {
  const ctx = await requireStaff(slug);
  const controllers = await readInScope(ctx.scope, (tx) => findChoices(tx, { archivedAt: null }));
  return { controllers, mayWrite: can(ctx.actor, "record.write") };
}

export async function loadNewOwnRecord(slug: string) {
  const ctx = await requireStaff(slug);
  return { mayWrite: can(ctx.actor, "record.write") };
}
