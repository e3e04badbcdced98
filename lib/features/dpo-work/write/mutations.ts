import { contentSchemas, typeIn, type WorkContent } from "@/lib/domain/dpo-work/content";
import { WORK_FIELDS } from "@/lib/domain/dpo-work/fields";
import { WORK_PLACES, type WorkKind } from "@/lib/domain/dpo-work/kinds";
import { refuseEvent, type WorkFact } from "@/lib/domain/dpo-work/lifecycle";
import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import { findFactsOf, findRecordIds, findWork, type WorkRow } from "@/lib/features/dpo-work/read/queries";
import type { WorkCreate, WorkFactInput, WorkSave } from "@/lib/features/dpo-work/schema";
import { insertValues } from "@/lib/platform/database/insert-rows";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { type Ctx, today } from "@/lib/platform/request/context";
import { allocateReference } from "@/lib/platform/versioned/numbering";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { lockEntry, recordEntry } from "./entries";
import { flattenWork, projectWork, workDocument } from "./document";

/** Days that a document may only look back on. */
const PAST_DAYS: Partial<Record<WorkKind, readonly string[]>> = {
  "watch-item": ["publishedOn", "readOn"],
  assistance: ["askedOn"],
};

export function createWork(
  ctx: Ctx,
  { repeatsId, entryId, ...input }: WorkCreate,
): Promise<Outcome<WorkRow>> {
  const { kind } = input;
  return workDocument(kind).create(ctx, `${kind}.write`, async ({ tx }) => {
    const read = await readForm(tx, ctx, input, { ...(kind === "training" && { repeatsId }) });
    if (!read.ok) return read;
    if (repeatsId !== null && !(await findWork(tx, repeatsId, "training")))
      return invalid("repeatsId", "required");
    if (entryId !== null && (kind !== "watch-item" || !(await lockEntry(tx, entryId))))
      return invalid("title", "entryDecided");
    const { letters } = WORK_PLACES[kind];
    const reference = await allocateReference(tx, ctx, { table: "dpo_work", letters });
    const fields = { kind, reference, ...read.value, ...projectWork({ kind, facts: [], ...read.value }) };
    return done({
      fields,
      kind: "created",
      event: `${kind}.created`,
      follow: async ({ id }) => {
        if (entryId !== null) await recordEntry(tx, ctx, entryId, id);
      },
    });
  });
}

/** Refuses with `conflict` where somebody saved since the version that was read. */
export function saveWork(ctx: Ctx, { id, version, ...input }: WorkSave): Promise<Outcome<WorkRow>> {
  const { kind } = input;
  return workDocument(kind).update(ctx, { act: `${kind}.write`, id, version }, async (before, { tx }) => {
    const read = await readForm(tx, ctx, input, before.content);
    if (!read.ok) return read;
    const { content } = read.value;
    if (before.state === "held" && !isSameAttendance(before.content, content))
      return invalid("staff", "attendanceIsFact");
    const facts = await findFactsOf(tx, id);
    return done({
      patch: { ...read.value, ...projectWork({ kind, content, facts }) },
      kind: "saved",
      event: `${kind}.updated`,
      shown: (current) => formValuesOf(tx, current),
    });
  });
}

type Read = { content: WorkContent; controllerId: string | null };

/** Reads what a form states over what it does not: lines, and the training that it repeats. */
async function readForm(
  tx: Tx,
  ctx: Ctx,
  { kind, controllerId, recordIds, ...fields }: { kind: WorkKind } & Record<string, unknown>,
  preserved: object,
): Promise<Outcome<Read>> {
  const ahead = PAST_DAYS[kind]?.find((name) => String(fields[name] ?? "") > today(ctx));
  if (ahead !== undefined) return invalid(ahead, "future");
  const records = await readReferences(tx, recordIds);
  if (!records.ok) return records;
  const controller = kind === "assistance" ? String(controllerId) : null;
  if (controller !== null && !(await findController(tx, controller)))
    return invalid("controllerId", "required");
  const stated = { ...preserved, ...fields, ...(kind === "cndp-filing" && { recordIds: records.value }) };
  return done({ content: contentSchemas[kind].parse(stated), controllerId: controller });
}

async function readReferences(tx: Tx, stated: unknown): Promise<Outcome<string[]>> {
  const references = Array.isArray(stated) ? stated.map(String) : [];
  const found = await findRecordIds(tx, references);
  const unknown = references.find((reference) => !found.has(reference));
  if (unknown !== undefined) return invalid("recordIds", "recordUnknown", { reference: unknown });
  return done([...new Set(found.values())]);
}

/** Locks the controller against archiving. */
async function findController(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ${id}::uuid FOR SHARE`;
  return tx.controller.findFirst({ where: { id }, select: { id: true } });
}

function isSameAttendance(before: WorkContent, after: WorkContent): boolean {
  const listOf = (content: WorkContent) =>
    "staff" in content ? JSON.stringify([content.staff, content.others]) : "";
  return listOf(before) === listOf(after);
}

/** Fields of the form, with references of entries in place of their ids. */
async function formValuesOf(tx: Tx, current: WorkRow): Promise<object> {
  const names = WORK_FIELDS[current.kind].map(([name]) => name);
  const fields = Object.entries(flattenWork(current)).filter(([name]) => names.includes(name));
  if (current.kind !== "cndp-filing") return Object.fromEntries(fields);
  const rows = await tx.processingRecord.findMany({
    where: { id: { in: current.recordIds } },
    select: { reference: true },
    orderBy: { reference: "asc" },
  });
  return { ...Object.fromEntries(fields), recordIds: rows.map(({ reference }) => reference) };
}

/** Records what happened, with its day: the state of document and line come from these facts alone. */
export function recordWorkFact(ctx: Ctx, input: WorkFactInput): Promise<Outcome<WorkRow>> {
  const { id, version, kind, on, ...stated } = input;
  const fact: WorkFact = { ...stated, factOn: on };
  return workDocument(kind).update(ctx, { act: `${kind}.write`, id, version }, async (before, { tx }) => {
    const facts = await findFactsOf(tx, id);
    const refusal = refuseEvent({ kind, type: typeIn(before.content) }, facts, fact, today(ctx));
    if (refusal) return invalid(refusal.field, refusal.key);
    const { content } = before;
    return done({
      patch: projectWork({ kind, content, facts: [...facts, fact] }),
      kind: "recorded",
      event: `${kind}.recorded`,
      ...(fact.reason !== "" && { reason: fact.reason }),
      difference: { after: journalled(fact, content) },
      follow: () => insertWorkFact(tx, ctx, { id, number: facts.length + 1 }, fact),
    });
  });
}

/** `number` is the fact's place in the order of recording: several may have one instant. */
export async function insertWorkFact(
  tx: Tx,
  ctx: Ctx,
  { id, number }: { id: string; number: number },
  fact: WorkFact,
): Promise<void> {
  const row = { ...recordedBy(ctx), id: newId(ctx.now), workId: id, number, ...fact };
  await insertValues(tx, "dpo_work_fact", [row]);
}

/** Names the line by its words: an id says nothing to a reader of the journal. */
function journalled({ factOn, part, reason: _itsOwnPlace, ...fact }: WorkFact, content: WorkContent) {
  const lines: readonly { id: string; text: string }[] = "lines" in content ? content.lines : [];
  const line = lines.find(({ id }) => id === part);
  return { ...fact, on: factOn, ...(line && { line: line.text }) };
}
