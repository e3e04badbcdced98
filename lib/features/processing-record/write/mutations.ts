import { required } from "@/lib/domain/invariant/required";
import { difference } from "@/lib/domain/journal/difference";
import type { EventName } from "@/lib/domain/nouns/events";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { emptyContent, type RecordContent } from "@/lib/domain/processing-record/content";
import { decide } from "@/lib/domain/processing-record/lifecycle";
import { dateAheadIssue } from "@/lib/domain/processing-record/date-issues";
import { preserveDateWords } from "@/lib/domain/processing-record/date-words";
import { REVIEW_EVERY_MONTHS } from "@/lib/domain/processing-record/review";
import { callProcedure } from "@/lib/domain/processing-record/young";
import { nextReference } from "@/lib/domain/processing-record/reference";
import { isSectionOf } from "@/lib/domain/processing-record/sections";
import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { type Ctx, today } from "@/lib/platform/request/context";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { newId } from "@/lib/platform/database/ids";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { beginContent } from "@/lib/features/processing-record/read/begin-content";
import { changeRecord, type RecordChange, flattenRecord, subjectOf } from "./change";
import {
  findHighestReference,
  findParty,
  findRecord,
  findUnusableMeasures,
  isReferenceUsed,
  type RecordRow,
} from "@/lib/features/processing-record/read/queries";
import { insertRecordVersions, lockRegister, type VersionChange } from "./rows";
import { lockProcedure } from "@/lib/features/processing-record/read/procedures";
import { columnsOf } from "@/lib/features/processing-record/read/project";
import { retainLinks, nameLinks } from "@/lib/features/processing-record/read/name-links";
import {
  retainSubProcessors,
  nameSubProcessors,
} from "@/lib/features/processing-record/read/name-sub-processors";
import type {
  OwnRecordCreate,
  RecordCreate,
  RecordMove,
  RecordReview,
  SectionSave,
} from "@/lib/features/processing-record/schema";

/** Requires an activity alone; other missing data are gaps. */
export async function createRecord(
  ctx: Ctx,
  input: RecordCreate,
): Promise<Outcome<RecordRow & { controllerId: string }>> {
  if (!isAuthorised(ctx, "record.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockRegister(tx, ctx.scope.org);
    const controller = await findParty(tx, input.controllerId);
    if (!controller) return invalid("controllerId", "required");
    const begun = await beginContent(tx, input);
    if (!begun) return refuse({ kind: "not-found" });
    const made = await insertDraft(tx, ctx, journal, { capacity: "processor", controller, ...begun });
    return done({ ...made, controllerId: controller.id });
  });
}

/** Entry of article 30(1): requires an activity alone. */
export async function createOwnRecord(ctx: Ctx, input: OwnRecordCreate): Promise<Outcome<RecordRow>> {
  if (!isAuthorised(ctx, "record.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockRegister(tx, ctx.scope.org);
    const content = { ...emptyContent(input.activity), purposes: input.purposes };
    return done(await insertDraft(tx, ctx, journal, { capacity: "controller", controller: null, content }));
  });
}

/** `from` is the journal's note of the origin. */
type NewDraft = Pick<RecordRow, "capacity" | "controller" | "content"> & { from?: { template: string } };

/** Requires `lockRegister`, for the next number. */
async function insertDraft(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { capacity, controller, content, from }: NewDraft,
): Promise<RecordRow> {
  const draft = {
    id: newId(ctx.now),
    capacity,
    reference: nextReference(await findHighestReference(tx, capacity), capacity),
    controllerId: controller?.id ?? null,
    state: "draft" as const,
    stateSince: today(ctx),
    content,
    version: 1,
  };
  const columns = await columnsOf(tx, ctx, { ...draft, controller });
  await tx.processingRecord.create({
    data: { ...draft, ...columns, orgId: ctx.scope.org, createdAt: ctx.now, updatedAt: ctx.now },
  });
  await insertRecordVersions(tx, ctx, [draft], "created");
  journal.note({ event: "record.created", subject: subjectOf(draft), after: { ...content, ...from } });
  return required(await findRecord(tx, draft.id), "record");
}

/** Saves one section; concurrent changes of other sections are unaffected. */
export async function saveRecordSection(ctx: Ctx, input: SectionSave): Promise<Outcome<RecordRow>> {
  if (!isAuthorised(ctx, "record.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findRecord(tx, input.id);
    if (!before || !isSectionOf(before.capacity, input.section)) return refuse({ kind: "not-found" });
    const stated = await readSection(tx, ctx, before, input);
    if (!stated.ok) return stated;
    const changed = await changeRecord(tx, ctx, before, input.version, stated.value, "saved");
    if (!changed.ok) return changed;
    const after = changed.value;
    journal.note({
      event: "record.updated",
      subject: subjectOf(after),
      ...difference(flattenRecord(before), flattenRecord(after)),
    });
    return done(after);
  });
}

const EVENTS = {
  activate: "record.activated",
  resume: "record.activated",
  suspend: "record.suspended",
  end: "record.ended",
  reopen: "record.reopened",
} as const satisfies Record<RecordMove["event"], EventName>;

const CHANGES = {
  activate: "activated",
  resume: "activated",
  suspend: "suspended",
  end: "ended",
  reopen: "reopened",
} as const satisfies Record<RecordMove["event"], VersionChange>;

/** Transitions follow the table; each is a dated fact with its reason. */
export async function moveRecord(ctx: Ctx, input: RecordMove): Promise<Outcome<RecordRow>> {
  if (!isAuthorised(ctx, "record.transition")) return refuse({ kind: "forbidden" });
  return write(ctx, (tx, journal) => stepRecord(tx, ctx, journal, input));
}

/** Runs within the caller's transaction, without a check of rights. */
export async function stepRecord(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  input: RecordMove,
): Promise<Outcome<RecordRow>> {
  const before = await findRecord(tx, input.id);
  if (!before) return refuse({ kind: "not-found" });
  const decision = decide(
    before.state,
    { kind: input.event, on: input.on, reason: input.reason },
    {
      today: today(ctx),
      since: before.stateSince,
    },
  );
  if (!decision.ok) return invalid(decision.field, decision.key);
  const to = { state: decision.state, stateSince: input.on };
  const changed = await changeRecord(tx, ctx, before, input.version, to, CHANGES[input.event]);
  if (!changed.ok) return changed;
  await tx.recordStateFact.create({
    data: {
      ...recordedBy(ctx),
      id: newId(ctx.now),
      recordId: before.id,
      event: input.event,
      state: decision.state,
      since: input.on,
      reason: input.reason,
    },
  });
  journal.note({
    event: EVENTS[input.event],
    subject: subjectOf(before),
    before: { state: before.state, since: before.stateSince },
    after: { state: decision.state, since: input.on },
    reason: input.reason,
  });
  return done(changed.value);
}

/** Dates the review; the next one is due in a year. */
export async function reviewRecord(ctx: Ctx, input: RecordReview): Promise<Outcome<RecordRow>> {
  if (!isAuthorised(ctx, "record.transition")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findRecord(tx, input.id);
    if (!before) return refuse({ kind: "not-found" });
    const content: RecordContent = {
      ...before.content,
      reviewedOn: { value: today(ctx), text: "" },
      reviewDueOn: { value: addMonthsToDay(today(ctx), REVIEW_EVERY_MONTHS), text: "" },
    };
    const changed = await changeRecord(tx, ctx, before, input.version, { content }, "reviewed");
    if (!changed.ok) return changed;
    const { reviewedOn, reviewDueOn } = content;
    journal.note({
      event: "record.reviewed",
      subject: subjectOf(before),
      after: { reviewedOn, reviewDueOn },
    });
    return done(changed.value);
  });
}

async function readSection(
  tx: Tx,
  ctx: Ctx,
  before: RecordRow,
  input: SectionSave,
): Promise<Outcome<RecordChange>> {
  const { section: _section, id: _id, version: _version, ...values } = input;
  if ("measureIds" in values && (await namesUnusable(tx, before, values.measureIds)))
    return invalid("measureIds", "measureUnusable");
  if ("minorsProcedureId" in values) {
    const refused = await refusedProcedure(tx, before, values.minorsProcedureId);
    if (refused) return refused;
  }
  const dated = {
    ...("destinations" in values && { destinations: values.destinations }),
    ...("reviewedOn" in values && { reviewedOn: values.reviewedOn }),
  };
  const ahead = dateAheadIssue(before.content, dated, today(ctx));
  if (ahead) return refuse({ kind: "invalid", issues: [ahead] });
  if ("contractIds" in values || "destinations" in values) {
    const linked = await nameLinks(tx, ctx.now, before, values);
    if (!linked.ok) return linked;
  }
  if ("subProcessors" in values && before.capacity === "processor") {
    const named = await nameSubProcessors(tx, ctx.now, before, values.subProcessors);
    if (!named.ok) return named;
    const fields = { ...values, subProcessors: named.value };
    return done({ content: { ...before.content, ...preserveDateWords(before.content, fields) } });
  }
  if (!("reference" in values))
    return done({ content: { ...before.content, ...preserveDateWords(before.content, values) } });
  await lockRegister(tx, ctx.scope.org);
  if (await isReferenceUsed(tx, before, values.reference)) return invalid("reference", "referenceUsed");
  if (!("controllerId" in values)) {
    const { reference, ...fields } = values;
    return done({ reference, content: { ...before.content, ...preserveDateWords(before.content, fields) } });
  }
  const { controllerId, reference } = values;
  const controller =
    controllerId === before.controllerId ? before.controller : await findParty(tx, controllerId);
  if (!controller) return invalid("controllerId", "required");
  if (controllerId !== before.controllerId) {
    const stored = await retainSubProcessors(tx, ctx.now, { ...before, controllerId });
    if (!stored.ok) return stored;
    const linked = await retainLinks(tx, ctx.now, before, controllerId);
    if (!linked.ok) return linked;
  }
  return done({ controller, controllerId: controller.id, reference });
}

/** A retired measure may remain in an entry that names it. */
async function namesUnusable(tx: Tx, before: RecordRow, ids: readonly string[]): Promise<boolean> {
  const added = ids.filter((id) => !before.content.measureIds.includes(id));
  return (await findUnusableMeasures(tx, added)).length > 0;
}

/** A procedure that was withdrawn may remain in an entry that names it. */
async function refusedProcedure(
  tx: Tx,
  { content }: RecordRow,
  id: string | null,
): Promise<Outcome<never> | null> {
  if (id === null || id === content.minorsProcedureId) return null;
  const procedure = await lockProcedure(tx, id);
  if (!procedure) return refuse({ kind: "not-found" });
  return procedure.state === "withdrawn"
    ? invalid("minorsProcedureId", "procedureWithdrawn", { name: callProcedure(procedure) })
    : null;
}
