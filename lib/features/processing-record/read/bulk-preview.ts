import { can } from "@/lib/domain/nouns/policy";
import {
  BULK_NEEDS,
  findFault,
  MOST_AT_ONCE,
  planBulk,
  type BulkRefusal,
  type BulkChange,
} from "@/lib/domain/processing-record/bulk";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { proposeLinks } from "@/lib/domain/processing-record/link-proposals";
import type { RecordLinks } from "@/lib/domain/processing-record/links";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { today, type StaffCtx } from "@/lib/platform/request/context";
import { digestLinks, findChosen, findChosenIds, withLinks } from "./bulk-choice";
import {
  bulkAct,
  readFilters,
  formatSeenVersions,
  type BulkAsk,
} from "@/lib/features/processing-record/bulk-schema";
import { findLinks, findMeasureNames, type RecordRow } from "./queries";

type Asked = { ask: BulkAsk; search: Record<string, unknown>; capacity: Capacity };

/** Plans an act without applying it. */
export async function previewBulk(ctx: StaffCtx, { ask, search, capacity }: Asked) {
  const isDated = ask.act === "review" || ask.act === "end";
  const day = ask.day || (isDated ? today(ctx) : "");
  const query = readFilters(search);
  const act = bulkAct(ask.act, { ...ask, day, reason: "" });
  return readInScope(ctx.scope, async (tx) => {
    const choice = { of: ask.of, ids: ask.id, query };
    const ids = await findChosenIds(tx, choice, { today: today(ctx), capacity });
    const isTooMany = ids.length > MOST_AT_ONCE;
    const found = isTooMany ? [] : await findChosen(tx, ids, capacity);
    const records = ask.act === "links" ? withLinks(found, await findLinks(tx, ctx, found)) : found;
    const fault = findFault(act, today(ctx));
    const plan = fault ? { changes: [], left: [] } : planBulk(records, act, today(ctx));
    return {
      act: ask.act,
      // A page is identified by its entries; all matches are searched again.
      of: ask.of === "all" ? ("all" as const) : ("chosen" as const),
      capacity,
      query,
      day,
      measureIds: ask.measureIds,
      count: records.length,
      ids: records.map(({ id }) => id),
      seen: formatSeenVersions(records),
      proposed: act.kind === "links" ? digestLinks(plan.changes) : "",
      isTooMany,
      fault,
      changes: plan.changes.map(({ record, change }) => ({
        ...faceOf(record),
        ...differsFromRow(record, change),
      })),
      left: plan.left.map(({ record, key }): Left => ({ ...faceOf(record), key })),
      measures: await findMeasureNames(tx, ask.measureIds),
      today: today(ctx),
      may: can(ctx.actor, BULK_NEEDS[ask.act]),
    };
  });
}

type BulkRow = { id: string; reference: string; name: string; activity: string };
type Left = BulkRow & { key: BulkRefusal };

function faceOf({ id, reference, controller, content }: RecordRow): BulkRow {
  return { id, reference, name: controller?.legalName ?? "", activity: content.activity };
}

/** Changed measures, reviews or states, as data. */
function differsFromRow({ state, content, links }: RecordRow & { links?: RecordLinks }, stated: BulkChange) {
  const after = stated.content ?? content;
  return {
    state,
    added: after.measureIds.filter((id) => !content.measureIds.includes(id)),
    linked: links ? describeProposal(content, links) : NOTHING_LINKED,
    reviewed: { from: content.reviewedOn?.value ?? null, due: after.reviewDueOn?.value ?? null },
  };
}

const NOTHING_LINKED: ReturnType<typeof describeProposal> = { pairs: [], unmatched: [] };

/** Pairs words with proposed rows; unmatched words remain. */
function describeProposal(content: RecordContent, links: RecordLinks) {
  const { contract, transfers, unmatched } = proposeLinks(content, links);
  const pairs = [
    ...(contract ? [{ words: content.contractReference, country: null, row: contract.reference }] : []),
    ...transfers.map(({ transfer }) => ({ words: "", country: transfer.country, row: transfer.reference })),
  ];
  return { pairs, unmatched };
}
