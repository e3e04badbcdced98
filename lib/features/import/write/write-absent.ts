import type { AbsentEntry, WholePlan } from "@/lib/domain/import/absent";
import { addNote } from "@/lib/domain/import/row-content";
import { difference } from "@/lib/domain/journal/difference";
import type { JournalEvent } from "@/lib/domain/journal/event";
import { findRecords, projectRecords, type RecordRow } from "@/lib/features/processing-record/read/queries";
import { insertRecordVersions, updateRecords } from "@/lib/features/processing-record/write/rows";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { insertRows } from "@/lib/platform/database/insert-rows";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";

export type AbsentWritten = { marked: number; ended: number };

type Work = { runId: string; plan: Pick<WholePlan, "absent" | "absentActs"> };
type Acts = NonNullable<WholePlan["absentActs"]>;
type Changed = { choice: AbsentEntry["choice"]; before: RecordRow; after: RecordRow };

const CHUNK = 200;

/** Applies the decisions on absent entries. Null where one differs from what was shown. */
export async function writeAbsent(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { runId, plan: { absent, absentActs } }: Work,
): Promise<AbsentWritten | null> {
  const chosen = absent.filter(({ choice, refusal }) => choice !== "keep" && refusal === null);
  if (!absentActs || chosen.length === 0) return { marked: 0, ended: 0 };
  const status = await lockOpenRecords(tx, chosen);
  const written: AbsentWritten = { marked: 0, ended: 0 };
  for (let start = 0; start < chosen.length; start += CHUNK) {
    const changed: Changed[] = [];
    for (const { recordId, recordVersion, choice } of chosen.slice(start, start + CHUNK)) {
      const before = status.get(recordId);
      if (before?.version !== recordVersion) return null;
      changed.push({ choice, before, after: changeAbsent(before, choice, absentActs) });
    }
    await writeChanged(tx, ctx, changed, absentActs);
    for (const change of changed) {
      journal.note({ ...describeChange(change, absentActs.reason), batch: runId });
      written[change.choice === "end" ? "ended" : "marked"] += 1;
    }
  }
  return written;
}

/** Locks the entries, to serialise with concurrent saves. */
async function lockOpenRecords(tx: Tx, chosen: readonly AbsentEntry[]): Promise<Map<string, RecordRow>> {
  const ids = chosen.map(({ recordId }) => recordId);
  await tx.$queryRaw`SELECT 1 FROM processing_record WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const records = await findRecords(tx, { id: { in: ids } });
  return new Map(records.map((record) => [record.id, record]));
}

function changeAbsent(before: RecordRow, choice: AbsentEntry["choice"], { note, on }: Acts): RecordRow {
  const next = { ...before, version: before.version + 1 };
  return choice === "end"
    ? { ...next, state: "ended", stateSince: on }
    : { ...next, content: { ...before.content, notes: addNote(before.content.notes, "", note) } };
}

async function writeChanged(
  tx: Tx,
  ctx: Ctx,
  changed: readonly Changed[],
  { on, reason }: Acts,
): Promise<void> {
  const stored = await projectRecords(
    tx,
    ctx,
    changed.map(({ after }) => after),
  );
  const count = await updateRecords(tx, ctx, stored);
  if (count !== stored.length) throw new Error("Entries changed while they were locked.");
  const isEnded = ({ id }: { id: string }) =>
    changed.some(({ choice, after }) => choice === "end" && after.id === id);
  const [ended, marked] = [stored.filter(isEnded), stored.filter((record) => !isEnded(record))];
  await insertRecordVersions(tx, ctx, ended, "ended");
  await insertRecordVersions(tx, ctx, marked, "imported");
  const facts = ended.map(({ id }) => ({
    ...recordedBy(ctx),
    id: newId(ctx.now),
    recordId: id,
    event: "end",
    state: "ended",
    since: on,
    reason,
  }));
  await insertRows(tx, "record_state_fact", facts);
}

/** Journal events equal those of the entry's page. */
function describeChange({ choice, before, after }: Changed, reason: string): JournalEvent {
  const subject = { noun: "processing-record" as const, id: after.id, label: after.reference };
  if (choice === "mark")
    return { event: "record.updated", subject, ...difference(before.content, after.content) };
  return {
    event: "record.ended",
    subject,
    before: { state: before.state, since: before.stateSince },
    after: { state: after.state, since: after.stateSince },
    reason,
  };
}
