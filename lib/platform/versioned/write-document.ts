import { required } from "@/lib/domain/invariant/required";
import { difference } from "@/lib/domain/journal/difference";
import type { JournalEvent } from "@/lib/domain/journal/event";
import type { SubjectNoun } from "@/lib/domain/nouns/events";
import { conflict, done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { insertValues } from "@/lib/platform/database/insert-rows";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { updateRow } from "@/lib/platform/database/update-row";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Recorder } from "@/lib/platform/write/recorded-by";
import type { Beginning, Change, Decide, Definition, Place, Stored, Unit } from "./definition";
import { findLastVersion } from "./last-version";
import { insertFact, insertVersions } from "./versions";

/** Inserts a document and its first version. */
export async function insertDocument<
  N extends SubjectNoun,
  Row extends Stored<Fields>,
  Fields extends object,
>(
  definition: Definition<N, Row, Fields>,
  { tx, ctx }: Omit<Unit, "journal">,
  fields: Fields,
  kind: string,
): Promise<Row> {
  const id = newId(ctx.now);
  const columns = (await definition.columnsOf?.(tx, ctx, { ...fields, id })) ?? {};
  const stamps = { id, orgId: ctx.scope.org, createdAt: ctx.now, updatedAt: ctx.now };
  await insertValues(tx, definition.table, [{ ...fields, ...columns, ...stamps }]);
  return recordVersion(definition, { tx, ctx }, { id, kind, columns });
}

/** Inserts a document, announces it and notes it in the journal. */
export async function beginDocument<N extends SubjectNoun, Row extends Stored<Fields>, Fields extends object>(
  definition: Definition<N, Row, Fields>,
  unit: Unit,
  { fields, kind, event, follow }: Beginning<N, Row, Fields>,
): Promise<Outcome<Row>> {
  const row = await insertDocument(definition, unit, fields, kind);
  await definition.announce?.(unit.tx, unit.ctx, row, null);
  await follow?.(row);
  addJournalEvent(unit.journal, {
    event,
    subject: subjectOf(definition, row),
    after: definition.flatten(row),
  });
  return done(row);
}

/** Reads a document, and writes what `decide` makes of it if nobody saved since the version that was read. */
export async function updateDocument<
  N extends SubjectNoun,
  Row extends Stored<Fields>,
  Fields extends object,
>(
  definition: Definition<N, Row, Fields>,
  unit: Unit,
  { id, version }: Place,
  decide: Decide<N, Row, Fields>,
): Promise<Outcome<Row>> {
  const { tx, ctx } = unit;
  const before = await definition.find(tx, id);
  if (!before) return refuse({ kind: "not-found" });
  const decided = await decide(before, unit);
  if (!decided.ok) return decided;
  const { patch, kind, shown } = decided.value;
  const columns = (await definition.columnsOf?.(tx, ctx, { ...before, ...patch })) ?? {};
  const values = { ...patch, ...columns, version: version + 1, updatedAt: ctx.now };
  if (!(await updateRow(tx, definition.table, { id, version }, values)))
    return conflictOf(definition, tx, id, shown);
  const after = await recordVersion(definition, unit, { id, kind, columns });
  await recordChange(definition, unit, { before, after, change: decided.value });
  return done(after);
}

type Changed<N extends SubjectNoun, Row, Fields> = {
  before: Row;
  after: Row;
  change: Change<N, Row, Fields>;
};

async function recordChange<N extends SubjectNoun, Row extends Stored<Fields>, Fields extends object>(
  definition: Definition<N, Row, Fields>,
  { tx, ctx, journal }: Unit,
  { before, after, change }: Changed<N, Row, Fields>,
): Promise<void> {
  const { event, reason, fact, follow } = change;
  if (fact) await insertFact(tx, ctx, definition, { id: after.id, ...fact });
  await definition.announce?.(tx, ctx, after, before);
  await follow?.(after);
  const differing = change.difference ?? difference(definition.flatten(before), definition.flatten(after));
  const subject = subjectOf(definition, after);
  addJournalEvent(journal, { event, subject, ...differing, ...(reason !== undefined && { reason }) });
}

/** Reads the row again: relations and instants as they are stored. */
async function recordVersion<N extends SubjectNoun, Row extends Stored<Fields>, Fields extends object>(
  definition: Definition<N, Row, Fields>,
  { tx, ctx }: Omit<Unit, "journal">,
  { id, kind, columns }: { id: string; kind: string; columns: object },
): Promise<Row> {
  const row = required(await definition.find(tx, id), "row that was just written");
  await insertVersionsOf(definition, { tx, ctx }, [{ row, columns }], kind);
  return row;
}

export async function insertVersionsOf<
  N extends SubjectNoun,
  Row extends Stored<Fields>,
  Fields extends object,
>(
  definition: Definition<N, Row, Fields>,
  { tx, ctx }: { tx: Tx; ctx: Recorder },
  stored: readonly { row: Row; columns?: object }[],
  kind: string,
): Promise<void> {
  const versions = stored.map(({ row, columns = {} }) => ({
    id: row.id,
    version: row.version,
    columns: definition.versionOf(row, kind, columns),
  }));
  await insertVersions(tx, ctx, definition, versions);
}

/** Shows what is stored now, which somebody may have written since this transaction read it. */
async function conflictOf<N extends SubjectNoun, Row extends Stored<Fields>, Fields extends object>(
  definition: Definition<N, Row, Fields>,
  tx: Tx,
  id: string,
  shown: Change<N, Row, Fields>["shown"] = definition.flatten,
): Promise<Outcome<Row>> {
  const current = await definition.find(tx, id);
  if (!current) return refuse({ kind: "not-found" });
  return conflict(await shown(current), current.version, await findLastVersion(tx, definition, id));
}

export function subjectOf<N extends SubjectNoun, Row extends Stored<Fields>, Fields extends object>(
  { noun, labelOf }: Definition<N, Row, Fields>,
  row: Row,
) {
  return { noun, id: row.id, label: labelOf(row) };
}

type AnyEvent = Pick<JournalEvent, "event" | "before" | "after" | "reason"> & { subject: object };

/** Notes an event of any noun: `EventOf` has matched it with its noun, which the union cannot follow. */
function addJournalEvent(journal: JournalDraft, event: AnyEvent): void {
  journal.note(event as JournalEvent);
}
