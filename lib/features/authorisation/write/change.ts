import { beforeAt } from "@/lib/domain/authorisation/history";
import { isAsRead } from "@/lib/domain/authorisation/receipt";
import { decide, missingIn, type AuthorisationEvent } from "@/lib/domain/authorisation/lifecycle";
import type { AuthorisationEventKind, AuthorisationState } from "@/lib/domain/authorisation/types";
import type { EventName } from "@/lib/domain/nouns/events";
import { done, refuse, type Issue, type Outcome, type Refusal } from "@/lib/domain/outcome/outcome";
import { announce } from "@/lib/platform/write/announce";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  storedRequestOf,
  factsOf,
  factSelect,
  findAuthorisation,
  type AuthorisationRow,
  type FactRow,
} from "@/lib/features/authorisation/read/queries";

const EVENTS = {
  submit: "authorisation.sent",
  notify: "authorisation.sent",
  receive: "authorisation.received",
  "ask-confirmation": "authorisation.confirmation-asked",
  approve: "authorisation.approved",
  refuse: "authorisation.refused",
  object: "authorisation.objected",
  meet: "authorisation.condition-met",
  revoke: "authorisation.revoked",
  suspend: "authorisation.suspended",
  resume: "authorisation.resumed",
  withdraw: "authorisation.withdrawn",
  replace: "authorisation.replaced",
  terminate: "authorisation.contract-terminated",
  supersede: "authorisation.superseded",
  end: "authorisation.ended",
} as const satisfies Record<AuthorisationEventKind, EventName>;

export type EventContent = Partial<Omit<AuthorisationEvent, "kind" | "at">> & {
  kind: AuthorisationEventKind;
  at: Date;
};

type MovedColumns = Partial<
  Pick<
    AuthorisationRow,
    | ("receivedAt" | "sentAt" | "list" | "listDigest" | "textDigest" | "letterId" | "documentId")
    | "silenceAddress"
    | ("subProcessorVersion" | "scopeDigest")
  >
>;

type Move = {
  before: AuthorisationRow;
  /** Version that the person read. */
  version: number;
  content: EventContent;
  /** Columns updated with the state. */
  columns?: MovedColumns;
  /** Hashes stored with the fact. */
  evidence?: { textDigest?: string; listDigest?: string; letterId?: string; conditionId?: string };
  device?: { address: string; userAgent: string };
  /** Author of the act, where a job records it. */
  author?: FactAuthor;
};

type FactAuthor = { authorKind: string; authorId: string | null; authorName: string };

/** Applies one event and triggers reassessment of the entries that use the sub-processor. */
export async function moveAuthorisation(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  move: Move,
): Promise<Outcome<AuthorisationRow>> {
  const moved = await insertMove(tx, ctx, journal, move);
  if (moved.ok) await announceUse(tx, ctx, move.before);
  return moved;
}

/**
 * Applies one event: the transition table decides, the version read is in the `where`, and a dated fact stores the
 * evidence. Of two concurrent decisions one wins; the other receives a conflict. The caller announces the use, once.
 */
export async function insertMove(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { before, version, content: values, columns = {}, evidence: stored = {}, device, author }: Move,
): Promise<Outcome<AuthorisationRow>> {
  if (!isAsRead(before, version)) return refuse(conflictOf(before));
  const event = eventOf(values);
  const decision = decide(beforeAt(storedRequestOf(before), factsOf(before), event.at), event, {
    now: ctx.now.getTime(),
  });
  if (!decision.ok) return refuse({ kind: "invalid", issues: issuesOf(decision, event) });
  const { state } = decision;
  const changed = { ...columns, state, version: before.version + 1, updatedAt: ctx.now };
  const { count } = await tx.authorisation.updateMany({
    where: { id: before.id, version: before.version },
    data: changed,
  });
  if (count === 0) return refuse(conflictOf((await findAuthorisation(tx, before.id)) ?? before));
  const fact = await insertFact(tx, ctx, { before, state, event, evidence: stored, device, author });
  const { kind: _kind, at, text: _text, ...evidence } = event;
  const after = { state, at: new Date(at).toISOString(), ...filled(evidence), ...stored };
  journal.note({ event: EVENTS[values.kind], subject: subjectOf(before), after, reason: event.reason });
  return done({ ...before, ...changed, facts: [...before.facts, fact] });
}

/** Reports all missing evidence at once. */
function issuesOf({ field, key }: { field: string; key: string }, event: AuthorisationEvent): Issue[] {
  const stated = { path: field, key: `authorisation.${key}` };
  const lacking = missingIn(event).map((path) => ({ path, key: `authorisation.${path}Missing` }));
  if (key === "channelMissing") return [stated, ...lacking];
  return lacking.some((issue) => issue.key === stated.key) ? lacking : [stated];
}

/** Triggers reassessment of the entries that use the sub-processor. */
export function announceUse(
  tx: Tx,
  ctx: Ctx,
  { controllerId, subProcessorId }: Pick<AuthorisationRow, "controllerId" | "subProcessorId">,
): Promise<void> {
  return announce(tx, ctx, { event: "authorisation.changed", uses: [{ controllerId, subProcessorId }] });
}

function eventOf({ kind, at, channel = null, ...values }: EventContent): AuthorisationEvent {
  const blank = {
    text: "",
    recipient: "",
    source: "",
    document: "",
    signatory: "",
    capacity: "",
    power: "",
    reason: "",
  };
  return { ...blank, ...values, kind, at: at.getTime(), channel };
}

function filled(evidence: Record<string, string | null>) {
  return Object.fromEntries(Object.entries(evidence).filter(([, value]) => value !== "" && value !== null));
}

type Fact = Pick<Move, "before" | "evidence" | "device" | "author"> & {
  state: AuthorisationState;
  event: AuthorisationEvent;
};

async function insertFact(
  tx: Tx,
  { actor, now, scope }: Ctx,
  { before, state, event, evidence: stored, device, author = authorOf(actor) }: Fact,
): Promise<FactRow> {
  const { signatory, capacity, power, reason, source, recipient } = event;
  const fact = await tx.authorisationFact.create({
    select: factSelect,
    data: {
      id: newId(now),
      orgId: scope.org,
      authorisationId: before.id,
      controllerId: before.controllerId,
      version: before.version + 1,
      event: event.kind,
      state,
      at: new Date(event.at),
      channel: event.channel ?? "",
      signatory,
      capacity,
      power,
      reason,
      source,
      recipient,
      ...stored,
      documentId: event.document || null,
      address: device?.address ?? "",
      agent: device?.userAgent ?? "",
      recordedAt: now,
      ...author,
    },
  });
  return { ...fact, event: event.kind, state };
}

function authorOf(actor: Ctx["actor"]): FactAuthor {
  return {
    authorKind: actor.kind,
    authorId: actor.kind === "staff" ? actor.memberId : "personId" in actor ? actor.personId : null,
    authorName: "name" in actor ? actor.name : "",
  };
}

/** Reports the state left by a concurrent decision. */
export function conflictOf(current: AuthorisationRow): Refusal {
  const last = current.facts.at(-1);
  return {
    kind: "conflict",
    current: { state: current.state, recipient: current.recipient, text: current.text },
    version: current.version,
    author: last?.authorName ?? "",
    at: (last?.recordedAt ?? current.updatedAt).toISOString(),
  };
}

export function subjectOf({
  id,
  reference,
  subProcessor,
  controller,
}: Pick<AuthorisationRow, "id" | "reference" | "subProcessor" | "controller">) {
  const label = [reference, subProcessor.name, controller.legalName].join(" · ");
  return { noun: "authorisation" as const, id, label };
}

export function flattenAuthorisation(row: AuthorisationRow) {
  const { controllerId, contractId, subProcessorId, subProcessorVersion, scopeDigest } = row;
  const { regime, days, zone, language, recipient, text, supersedesId, list } = row;
  return {
    controllerId,
    contractId,
    subProcessorId,
    subProcessorVersion,
    scopeDigest,
    regime,
    days,
    zone,
    language,
    recipient,
    text,
    supersedesId,
    listVersion: list.version,
  };
}
