import { can } from "@/lib/domain/nouns/policy";
import { assess } from "@/lib/domain/processing-record/completeness";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { AsOf } from "@/lib/domain/time/as-of";
import { today, type StaffCtx } from "@/lib/platform/request/context";
import { readTogether } from "@/lib/platform/read/read-together";
import type { Tx } from "@/lib/platform/database/transaction";
import { findChoices, findOrganisationFactsAt } from "./as-of";
import {
  controllerOf,
  findLastVersion,
  findMeasureNames,
  findOrganisationFacts,
  findRecord,
  findStateFacts,
} from "./queries";
import { fingerprintOf } from "./fingerprint";
import { findLinks } from "./links";
import { findStatuses } from "./sub-processors";

type SheetOf = { id: string; capacity: Capacity; asOf: AsOf | null; now: Date };

/** Null where this register lacks the entry. */
export async function findSheet(tx: Tx, { id, capacity, asOf, now }: SheetOf) {
  const at = asOf && new Date(asOf.endMs);
  const record = await findRecord(tx, id, at);
  // Refuses an entry of the other register, which has its own address.
  if (record?.capacity !== capacity) return null;
  const read = { now, at };
  const { organisation, statusesOf, linksOf, ...rest } = await readTogether({
    organisation: at ? findOrganisationFactsAt(tx, at) : findOrganisationFacts(tx),
    statusesOf: findStatuses(tx, read, [record]),
    linksOf: findLinks(tx, read, [record]),
    measures: findMeasureNames(tx, record.content.measureIds, at),
    last: findLastVersion(tx, id, at),
    facts: findStateFacts(tx, id, at),
    controllers:
      at || !record.controllerId
        ? []
        : findChoices(tx, { OR: [{ archivedAt: null }, { id: record.controllerId }] }),
  });
  return (
    organisation && {
      record,
      organisation,
      subProcessors: statusesOf(record),
      links: linksOf(record),
      ...rest,
    }
  );
}

type Found = NonNullable<Awaited<ReturnType<typeof findSheet>>>;

/** Applies the law of the requested day; past entries are read-only. */
export function describeSheet(ctx: StaffCtx, found: Found, asOf: AsOf | null) {
  const { record, organisation, measures, subProcessors, links, last, facts, controllers } = found;
  const controller = controllerOf(record, organisation);
  const { id, reference, state, stateSince, capacity, content } = record;
  const on = asOf?.day ?? today(ctx);
  return {
    record: { id, reference, state, stateSince, capacity, content, version: record.version },
    /** `id` is "" where the organisation is its own controller. */
    controller: { ...controller, id: record.controllerId ?? "" },
    organisation,
    measures,
    subProcessors,
    links,
    gaps: assess({ record, controller, organisation, subProcessors, links, on }),
    version: {
      number: record.version,
      at: last?.recordedAt.getTime() ?? 0,
      author: last?.authorName ?? "",
      fingerprint: fingerprintOf(content),
    },
    facts: facts.map(({ recordedAt, ...fact }) => ({ ...fact, recordedAt: recordedAt.getTime() })),
    controllers,
    /** Day whose law applies. */
    today: on,
    asOf,
    may: {
      write: !asOf && can(ctx.actor, "record.write"),
      recordTransfer: !asOf && can(ctx.actor, "transfer.write"),
      transition: !asOf && can(ctx.actor, "record.transition"),
    },
  };
}
