import { can } from "@/lib/domain/access/policy";
import {
  BULK_NEEDS,
  findFault,
  MOST_AT_ONCE,
  planBulk,
  type BulkRefusal,
  type BulkSaid,
} from "@/lib/domain/processing-record/bulk";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { today, type StaffCtx } from "@/lib/platform/context";
import { withOrg } from "@/lib/platform/transaction";
import { findChosen, findChosenIds } from "./bulk-choice";
import { bulkAct, readFilters, writeSeen, type BulkAsk } from "./bulk-schema";
import { findMeasureNames, type RecordRow } from "./data";

type Asked = { ask: BulkAsk; search: Record<string, unknown>; capacity: Capacity };

/** What an act would make of each entry that is meant, and what it would leave, without doing it. */
export async function previewBulk(ctx: StaffCtx, { ask, search, capacity }: Asked) {
  const day = ask.day || (ask.act === "measures" ? "" : today(ctx));
  const query = readFilters(search);
  const act = bulkAct(ask.act, { ...ask, day, reason: "" });
  return withOrg(ctx.scope, async (tx) => {
    const choice = { of: ask.of, ids: ask.id, query };
    const ids = await findChosenIds(tx, choice, { today: today(ctx), capacity });
    const isTooMany = ids.length > MOST_AT_ONCE;
    const records = isTooMany ? [] : await findChosen(tx, ids, capacity);
    const fault = findFault(act, today(ctx));
    const plan = fault ? { changes: [], left: [] } : planBulk(records, act, today(ctx));
    return {
      act: ask.act,
      // A page is what it held when it was asked for; all that answer are found again.
      of: ask.of === "all" ? ("all" as const) : ("chosen" as const),
      capacity,
      query,
      day,
      measureIds: ask.measureIds,
      count: records.length,
      ids: records.map(({ id }) => id),
      seen: writeSeen(records),
      isTooMany,
      fault,
      changes: plan.changes.map(({ record, said }) => ({
        ...faceOf(record),
        ...saysOtherwise(record, said),
      })),
      left: plan.left.map(({ record, key }): Left => ({ ...faceOf(record), key })),
      measures: await findMeasureNames(tx, ask.measureIds),
      today: today(ctx),
      may: can(ctx.actor, BULK_NEEDS[ask.act]),
    };
  });
}

type Face = { id: string; reference: string; name: string; activity: string };
type Left = Face & { key: BulkRefusal };

function faceOf({ id, reference, controller, content }: RecordRow): Face {
  return { id, reference, name: controller?.legalName ?? "", activity: content.activity };
}

/** What changes, as data: the measures that come, the days of review, the state that ends. */
function saysOtherwise({ state, content }: RecordRow, said: BulkSaid) {
  const after = said.content ?? content;
  return {
    state,
    added: after.measureIds.filter((id) => !content.measureIds.includes(id)),
    reviewed: { from: content.reviewedOn?.value ?? null, due: after.reviewDueOn?.value ?? null },
  };
}
