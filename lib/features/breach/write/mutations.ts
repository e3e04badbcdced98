import { firstLine, titleProblem } from "@/lib/domain/breach/client-title";
import { isStatementKind, type Fact, type FactKind } from "@/lib/domain/breach/facts";
import { foldBreach } from "@/lib/domain/breach/file";
import { factIssues, type StatedFact } from "@/lib/domain/breach/issues";
import { proposeControllers } from "@/lib/domain/breach/proposal";
import { conflict, done, invalid, refuse, type Issue, type Outcome } from "@/lib/domain/outcome/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findBreach, findFacts, findSubProcessor, type BreachRow } from "@/lib/features/breach/read/queries";
import { askedNameFinder } from "@/lib/features/breach/read/asked-names";
import { findNameable } from "@/lib/features/breach/read/names";
import type { BreachBegin, ControllerPlace, FactAdd } from "@/lib/features/breach/schema";
import { cancelWaitingLetters } from "./waiting-letters";
import { appendFacts, lockBreach, lockBreachNumbers, type Appended } from "./rows";

/** Begins the file at hour zero, and proposes the controllers that its words name. */
export async function beginBreach(ctx: Ctx, input: BreachBegin): Promise<Outcome<BreachRow>> {
  if (!isAuthorised(ctx, "breach.write")) return refuse({ kind: "forbidden" });
  const stated = hourZero(input);
  const issues = stated.flatMap((fact) => factIssues(fact, [], ctx.now.getTime()));
  if (issues.length > 0) return refuse({ kind: "invalid", issues });
  return write(ctx, async (tx, journal) => {
    const row = await insertBreach(tx, ctx, input);
    const begun = await appendFacts(tx, ctx, row, stated);
    journal.note({
      event: "breach.begun",
      subject: subjectOf(row),
      after: { reference: row.reference, title: row.title, isDrill: row.isDrill, version: begun.row.version },
    });
    journalFacts(journal, begun);
    return done((await propose(tx, ctx, journal, begun)).row);
  });
}

/** Records what is left blank as unknown: an answer, asked for again. */
function hourZero({ what, awareness, at, reporter, touched }: BreachBegin): StatedFact[] {
  const fact = (kind: FactKind, text: string): StatedFact => ({
    kind,
    value: text ? { text } : { isUnknown: true },
    at: null,
    controllerId: null,
    correctsId: null,
    reason: "",
  });
  const known: StatedFact =
    awareness === "unknown"
      ? { ...fact("aware", ""), value: { isUnknown: true } }
      : { ...fact(awareness, ""), value: {}, at };
  return [fact("what-happened", what), known, fact("reporter", reporter), fact("touched", touched)];
}

async function insertBreach(tx: Tx, ctx: Ctx, { what, isDrill }: BreachBegin): Promise<BreachRow> {
  const orgId = ctx.scope.org;
  await lockBreachNumbers(tx, orgId);
  const year = Number(todayIn("Africa/Casablanca", ctx.now.getTime()).slice(0, 4));
  const { _max } = await tx.breach.aggregate({ where: { year }, _max: { counter: true } });
  const counter = (_max.counter ?? 0) + 1;
  return tx.breach.create({
    data: {
      id: newId(ctx.now),
      orgId,
      year,
      counter,
      isDrill,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      reference: `V-${year}-${String(counter).padStart(3, "0")}`,
      title: firstLine(what),
    },
  });
}

/** Kinds whose words or sub-processor may name further controllers. */
const PROPOSING: ReadonlySet<FactKind> = new Set([
  "what-happened",
  "touched",
  "reporter",
  "cause",
  "systems",
  "consequences",
  "measures",
  "told-by-sub-processor",
  "note",
]);

async function propose(tx: Tx, ctx: Ctx, journal: JournalDraft, appended: Appended): Promise<Appended> {
  const { row, file, added } = appended;
  const news = added.filter(
    ({ kind, value }) => PROPOSING.has(kind) && !value.isUnknown && !value.isWithdrawn,
  );
  if (news.length === 0) return appended;
  const texts = news.map(({ value }) => [value.text, value.name].filter(Boolean).join("\n"));
  const subProcessorId = news.find(({ value }) => value.subProcessorId)?.value.subProcessorId ?? null;
  const placed = new Set(file.places.map(({ controllerId }) => controllerId));
  const proposals = proposeControllers({ texts, subProcessorId }, await findNameable(tx)).filter(
    ({ controllerId }) => !placed.has(controllerId),
  );
  if (proposals.length === 0) return appended;
  const stated = proposals.map(({ controllerId, reasons }): StatedFact => ({
    kind: "controller-proposed",
    value: { reasons },
    at: null,
    controllerId,
    correctsId: null,
    reason: "",
  }));
  const after = await appendFacts(tx, ctx, row, stated);
  journal.note({
    event: "breach.controllers-proposed",
    subject: subjectOf(row),
    after: { controllerIds: proposals.map(({ controllerId }) => controllerId) },
  });
  return after;
}

/** Adds one fact, or the correction of one. */
export async function addFact(
  ctx: Ctx,
  { id, version, stated, areNamesConfirmed }: FactAdd,
): Promise<Outcome<BreachRow>> {
  const act = DECISIONS.has(stated.kind) ? "breach.decide" : "breach.write";
  if (!isAuthorised(ctx, act)) return refuse({ kind: "forbidden" });
  if (LIFE.has(stated.kind)) return invalid("kind", "breach.notAFact");
  return write(ctx, async (tx, journal) => {
    const found = await openBreach(tx, id);
    if (!found) return refuse({ kind: "not-found" });
    const { row, facts } = found;
    if (row.status === "closed") return invalid("", "breach.isClosed");
    const meanwhile = findConflictingFact(stated, facts, version);
    if (meanwhile) return conflict(meanwhile.value, row.version, asRecorded(meanwhile));
    const named = await withNames(tx, stated, facts);
    if (!named.ok) return named;
    const issues = [
      ...factIssues(named.value, facts, ctx.now.getTime()),
      ...(await titleIssues(tx, named.value, areNamesConfirmed)),
    ];
    if (issues.length > 0) return refuse({ kind: "invalid", issues });
    const appended = await appendFacts(tx, ctx, row, [named.value]);
    journalFacts(journal, appended);
    return done((await propose(tx, ctx, journal, appended)).row);
  });
}

/** States what stands against a title for clients: it may name the one whose share it is, and no other. */
async function titleIssues(
  tx: Tx,
  { kind, value, controllerId }: StatedFact,
  areNamesConfirmed: boolean,
): Promise<Issue[]> {
  if (kind !== "client-title" || !value.text) return [];
  const find = await askedNameFinder(tx, controllerId ?? [], await findNameable(tx));
  const problem = titleProblem(value.text, areNamesConfirmed, find);
  if (!problem) return [];
  const { key, names } = problem;
  const path = key === "titleNames" ? "text" : "areNamesConfirmed";
  return [{ path, key: `breach.${key}`, params: { names } }];
}

/** Facts that a person decides, and does not only record. */
const DECISIONS: ReadonlySet<FactKind> = new Set(["severity-overruled", "delay-judged"]);

/** Facts that have verbs of their own. */
const LIFE: ReadonlySet<FactKind> = new Set([
  "closed",
  "reopened",
  "controller-proposed",
  "controller-confirmed",
  "controller-set-aside",
  "controller-left-untold",
  "controller-left-unrectified",
]);

export async function openBreach(tx: Tx, id: string): Promise<{ row: BreachRow; facts: Fact[] } | null> {
  await lockBreach(tx, id);
  const row = await findBreach(tx, id);
  return row && { row, facts: await findFacts(tx, id) };
}

/** States what somebody recorded in between of the same fact or the same question. An event beside others overtakes nothing. */
function findConflictingFact(stated: StatedFact, facts: readonly Fact[], version: number): Fact | undefined {
  const later = facts.filter(({ number }) => number > version);
  const corrected = stated.correctsId && facts.find(({ correctsId }) => correctsId === stated.correctsId);
  if (corrected) return corrected;
  if (!isStatementKind(stated.kind)) return undefined;
  return later.find(({ kind, controllerId }) => kind === stated.kind && controllerId === stated.controllerId);
}

export const asRecorded = ({ authorName, recordedAt }: Fact) => ({
  authorName,
  recordedAt: new Date(recordedAt),
});

/** Refuses what is not known here beside its field; a sub-processor's name is recorded as it is now. */
async function withNames(tx: Tx, stated: StatedFact, facts: readonly Fact[]): Promise<Outcome<StatedFact>> {
  const { controllerId, correctsId, value } = stated;
  const corrected = correctsId === null ? null : facts.find(({ id }) => id === correctsId);
  if (corrected === undefined || (corrected && corrected.kind !== stated.kind))
    return invalid("correctsId", "breach.unknownFact");
  if (controllerId !== null && !foldBreach(facts).places.some((place) => place.controllerId === controllerId))
    return invalid("controllerId", "breach.unknownController");
  if (!value.subProcessorId) return done(stated);
  const sub = await findSubProcessor(tx, value.subProcessorId);
  if (!sub) return invalid("subProcessorId", "breach.unknownSubProcessor");
  return done({ ...stated, value: { ...value, name: sub.name } });
}

/** Confirms by hand that a controller is affected, or sets it aside with a reason. */
export async function placeController(ctx: Ctx, input: ControllerPlace): Promise<Outcome<BreachRow>> {
  if (!isAuthorised(ctx, "breach.decide")) return refuse({ kind: "forbidden" });
  const { id, controllerId, place, reason } = input;
  return write(ctx, async (tx, journal) => {
    const found = await openBreach(tx, id);
    if (!found) return refuse({ kind: "not-found" });
    const { row, facts } = found;
    if (row.status === "closed") return invalid("", "breach.isClosed");
    const known = await tx.controller.findFirst({ where: { id: controllerId }, select: { legalName: true } });
    if (!known) return invalid("controllerId", "breach.unknownController");
    const before = foldBreach(facts).places.find((other) => other.controllerId === controllerId);
    if (before && before.fact.number > input.version)
      return conflict({ place: before.status }, row.version, asRecorded(before.fact));
    const stated = { kind: place, value: {}, at: null, controllerId, correctsId: null, reason };
    const { row: saved } = await appendFacts(tx, ctx, row, [stated]);
    const isSetAside = place === "controller-set-aside";
    await cancelWaitingLetters(tx, ctx, journal, { breachId: id, controllerId, isSetAside, reason });
    const entry = { subject: subjectOf(row), after: { controllerId }, reason };
    journal.note(
      place === "controller-confirmed"
        ? { event: "breach.controller-confirmed", ...entry }
        : { event: "breach.controller-set-aside", ...entry },
    );
    return done(saved);
  });
}

export function journalFacts(journal: JournalDraft, { row, added }: Appended): void {
  for (const fact of added) {
    const { id, number, kind, controllerId, correctsId, reason } = fact;
    const value = JSON.parse(JSON.stringify(fact.value));
    const after = { factId: id, number, kind, value, at: instantText(fact), controllerId, correctsId };
    const subject = subjectOf(row);
    if (correctsId !== null) journal.note({ event: "breach.fact-corrected", subject, after, reason });
    else if (kind === "severity-overruled")
      journal.note({ event: "breach.severity-overruled", subject, after, reason });
    else journal.note({ event: "breach.fact-added", subject, after });
  }
}

export function instantText({ at }: Pick<Fact, "at">): string | null {
  return at === null ? null : new Date(at).toISOString();
}

export function subjectOf({ id, reference }: BreachRow) {
  return { noun: "breach" as const, id, label: reference };
}
