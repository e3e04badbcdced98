import { itemAt } from "@/lib/domain/invariant/required";
import { difference } from "@/lib/domain/journal/difference";
import type { JournalEvent } from "@/lib/domain/journal/event";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import {
  BULK_NEEDS,
  type BulkAct,
  findFault,
  MOST_AT_ONCE,
  planBulk,
} from "@/lib/domain/processing-record/bulk";
import { type Ctx, today } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import {
  digestLinks,
  findChosen,
  findChosenIds,
  withLinks,
} from "@/lib/features/processing-record/read/bulk-choice";
import { lockRecords } from "./lock-records";
import type { BulkInput } from "@/lib/features/processing-record/bulk-schema";
import { flattenRecord, subjectOf } from "./change";
import { changeRecords } from "./change-many";
import {
  findUnusableMeasures,
  type LinksOf,
  lockLinks,
  type RecordRow,
} from "@/lib/features/processing-record/read/queries";
import { lockRegister, type VersionChange } from "./rows";

const LIMITS = { timeoutMs: 60_000 };

const CHANGES = {
  measures: "saved",
  links: "saved",
  review: "reviewed",
  end: "ended",
} as const satisfies Record<BulkAct["kind"], VersionChange>;

/** Entries changed, and those left for a reason shown. */
export type BulkDone = { changed: number; left: number };

/**
 * Applies one act to many entries, all or nothing. Finds them again and compares the versions seen: any difference
 * refuses the act and names the entries.
 */
export async function changeTogether(ctx: Ctx, input: BulkInput): Promise<Outcome<BulkDone>> {
  const { act, capacity, seen } = input;
  if (!isAuthorised(ctx, BULK_NEEDS[act.kind])) return refuse({ kind: "forbidden" });
  const fault = findFault(act, today(ctx));
  if (fault) return invalid(fault.field, fault.key);
  return write(
    ctx,
    async (tx, journal) => {
      // Prevents new entries and concurrent imports while entries are found and locked.
      await lockRegister(tx, ctx.scope.org);
      if (act.kind === "measures" && (await findUnusableMeasures(tx, act.measureIds)).length > 0)
        return invalid("measureIds", "measureUnusable");
      const choice = { of: input.of, ids: [...seen.keys()], query: input.filters };
      const ids = await findChosenIds(tx, choice, { today: today(ctx), capacity });
      if (ids.length > MOST_AT_ONCE) return invalid("", "bulk.tooMany", { most: MOST_AT_ONCE });
      const linksOf = act.kind === "links" ? await lockChosenLinks(tx, ctx, ids) : null;
      await lockRecords(tx, ids);
      const found = await findChosen(tx, ids, capacity);
      const records = linksOf ? withLinks(found, linksOf) : found;
      if (input.of === "chosen" && records.length === 0) return refuse({ kind: "not-found" });
      const moved = await findMoved(tx, records, input);
      if (moved.count > 0) return invalid("", "bulk.changed", moved);
      const { changes, left } = planBulk(records, act, today(ctx));
      if (act.kind === "links" && digestLinks(changes) !== input.proposed)
        return invalid("", "bulk.changed", { count: changes.length, references: namesOf(changes) });
      if (changes.length === 0) return invalid("", "bulk.nothing");
      const changed = await changeRecords(tx, ctx, changes, CHANGES[act.kind]);
      if (act.kind === "end") await insertEnds(tx, ctx, act, changed);
      for (const [index, after] of changed.entries())
        journal.note(journalEventOf(act, itemAt(changes, index).record, after));
      return done({ changed: changed.length, left: left.length });
    },
    LIMITS,
  );
}

/** Locks contracts and transfers before entries, the order in which their changes lock. */
async function lockChosenLinks(tx: Tx, { now }: Ctx, ids: readonly string[]): Promise<LinksOf> {
  const rows = await tx.processingRecord.findMany({
    where: { id: { in: [...ids] } },
    select: { controllerId: true },
  });
  return lockLinks(tx, now, [...new Set(rows.flatMap(({ controllerId }) => controllerId ?? []))]);
}

/** Limit of references named in a refusal. */
const MOST_NAMED = 20;

/** Entries changed, removed or added since the preview. */
async function findMoved(
  tx: Tx,
  records: readonly RecordRow[],
  { seen, capacity }: Pick<BulkInput, "seen" | "capacity">,
): Promise<{ count: number; references: string }> {
  const otherwise = records.filter(({ id, version }) => seen.get(id) !== version);
  const meant = new Set(records.map(({ id }) => id));
  const gone = [...seen.keys()].filter((id) => !meant.has(id));
  const named = [...otherwise, ...(await findChosen(tx, gone, capacity))]
    .map(({ reference }) => reference)
    .sort();
  return { count: otherwise.length + gone.length, references: joinReferences(named) };
}

function namesOf(changes: readonly { record: RecordRow }[]): string {
  return joinReferences(changes.map(({ record }) => record.reference).sort());
}

function joinReferences(named: readonly string[]): string {
  const shown = named.slice(0, MOST_NAMED).join(", ");
  return named.length > MOST_NAMED ? `${shown}…` : shown;
}

/** Dated fact of each entry, with the common reason. */
async function insertEnds(
  tx: Tx,
  ctx: Ctx,
  { on, reason }: BulkAct & { kind: "end" },
  ended: readonly RecordRow[],
): Promise<void> {
  await tx.recordStateFact.createMany({
    data: ended.map(({ id }) => ({
      ...recordedBy(ctx),
      id: newId(ctx.now),
      recordId: id,
      event: "end",
      state: "ended",
      since: on,
      reason,
    })),
  });
}

/** Journal events equal those of single acts. */
function journalEventOf(act: BulkAct, before: RecordRow, after: RecordRow): JournalEvent {
  const subject = subjectOf(after);
  switch (act.kind) {
    case "measures":
    case "links":
      return { event: "record.updated", subject, ...difference(flattenRecord(before), flattenRecord(after)) };
    case "review": {
      const { reviewedOn, reviewDueOn } = after.content;
      return { event: "record.reviewed", subject, after: { reviewedOn, reviewDueOn } };
    }
    case "end":
      return {
        event: "record.ended",
        subject,
        before: { state: before.state, since: before.stateSince },
        after: { state: after.state, since: after.stateSince },
        reason: act.reason,
      };
  }
}
