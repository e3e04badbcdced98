import { required } from "@/lib/domain/invariant/required";
import {
  decideAnswer,
  type LineAnswer,
  needsOf,
  type EvidenceValues,
} from "@/lib/domain/contract-end/answers";
import { answersToReopen } from "@/lib/domain/contract-end/answers-to-reopen";
import { planLines } from "@/lib/domain/contract-end/lines";
import type { DrawnLine } from "@/lib/domain/contract-end/types";
import { stateOn } from "@/lib/domain/contract/in-force";
import { conflict, done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findContract } from "@/lib/features/contract/read/queries";
import { type Ctx, today } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Tx } from "@/lib/platform/database/transaction";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import {
  findAnsweredAt,
  findEntries,
  findFacts,
  findLine,
  findMissing,
  findOthers,
  findRun,
  findBindingContract,
  type LineRow,
  type RunRow,
  subjectOf,
} from "@/lib/features/contract-end/read/queries";
import { insertLines, insertFact, lockContract, lockRun } from "./rows";
import { findProofs } from "@/lib/features/contract-end/read/proofs";
import type { EndBegin, LineAdd, LineAnswerInput } from "@/lib/features/contract-end/schema";

/** Derives the lines from the chosen entries, article 28(3)(g). */
export async function beginEnd(ctx: Ctx, { contractId, recordIds }: EndBegin): Promise<Outcome<RunRow>> {
  if (!isAuthorised(ctx, "contract-end.move")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockContract(tx, contractId);
    const contract = await findContract(tx, contractId);
    if (!contract) return refuse({ kind: "not-found" });
    if (stateOn(contract, today(ctx)) === "draft") return invalid("", "contract-end.neverBound");
    if (await findBindingContract(tx, contractId)) return invalid("", "contract-end.begunAlready");
    const entries = await findEntries(tx, contract.controllerId);
    const concerned = entries.filter(({ id, state }) => recordIds.includes(id) && state !== "ended");
    if (concerned.length !== new Set(recordIds).size)
      return invalid("recordIds", "contract-end.recordsElsewhere");
    const { controllerId } = contract;
    const stated = { orgId: ctx.scope.org, controllerId, contractId, recordIds };
    const id = newId(ctx.now);
    await tx.contractEnd.create({ data: { ...stated, id, createdAt: ctx.now, updatedAt: ctx.now } });
    await insertLines(tx, ctx, { id, lines: [] }, planLines(concerned));
    await insertFact(tx, ctx, {
      contractEndId: id,
      version: 1,
      event: "begin",
      state: "open",
      fields: { recordIds },
    });
    const run = required(await findRun(tx, id), "run under the lock");
    journal.note({
      event: "contract-end.begun",
      subject: await subjectOf(tx, run),
      after: { contractId, recordIds, lines: run.lines.map(({ key }) => key) },
    });
    return done(run);
  });
}

/** Saves or revokes one answer; other lines are unaffected. */
export async function answerLine(ctx: Ctx, input: LineAnswerInput): Promise<Outcome<LineRow>> {
  if (!isAuthorised(ctx, "contract-end.write")) return refuse({ kind: "forbidden" });
  const { id, version, answer } = input;
  return write(ctx, async (tx, journal) => {
    const open = await findOpenRun(tx, (await findLine(tx, id))?.contractEndId);
    if (!open.ok) return open;
    const before = required(await findLine(tx, id), "line of the run");
    if (before.version !== version) return conflictOf(tx, before);
    const documents = (await findProofs(tx, [id])).length;
    const decision = decideAnswer(
      { ...before, purgeOn: before.evidence.purgeOn ?? "" },
      { answer, evidence: input.evidence },
      { today: today(ctx), documents },
    );
    if (!decision.ok) return invalid(decision.field, `contract-end.${decision.key}`);
    const stated = readEvidence(before, answer, input.evidence);
    const again = await linesToReopen(tx, open.value, { line: before, answer, evidence: stated });
    const { state } = decision;
    const isTakenBack = answer === "taken-back";
    const data = { state, answer: isTakenBack ? null : answer, answerFields: isTakenBack ? {} : stated };
    await tx.contractEndLine.update({ where: { id }, data: { ...data, version: version + 1 } });
    const fact = { lineId: id, version: version + 1, event: answer, state, fields: stated };
    await insertFact(tx, ctx, { ...fact, contractEndId: before.contractEndId });
    journal.note({
      event: "contract-end.answered",
      subject: await subjectOf(tx, open.value),
      before: { line: before.key, state: before.state, answer: before.answer },
      after: { line: before.key, state, answer, ...stated },
    });
    for (const line of again) await reopenLine(tx, ctx, journal, { run: open.value, line, choice: answer });
    return done(required(await findLine(tx, id), "line of the run"));
  });
}

type Choosing = { line: LineRow; answer: LineAnswer; evidence: Partial<EvidenceValues> };

/** Lines answered before the controller's choice, which reopens them. */
async function linesToReopen(tx: Tx, run: RunRow, { line, answer, evidence }: Choosing): Promise<LineRow[]> {
  if (line.kind !== "choice") return [];
  const answeredAt = await findAnsweredAt(tx, run.id);
  const facts = await findFacts(tx, { contractEndId: run.id, lineId: line.id });
  const lines = run.lines.map((one) => ({ ...one, at: answeredAt.get(one.id) ?? 0 }));
  const before = facts.map((fact) => ({
    event: fact.event,
    evidence: fact.fields as Partial<EvidenceValues>,
    at: fact.recordedAt.getTime(),
  }));
  const ids = answersToReopen(lines, { answer, evidence }, before);
  return run.lines.filter(({ id }) => ids.includes(id));
}

type ReopenedLine = { run: RunRow; line: LineRow; choice: LineAnswer };

/** Retains the earlier answer in the history. */
async function reopenLine(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { run, line, choice }: ReopenedLine,
): Promise<void> {
  const version = line.version + 1;
  await tx.contractEndLine.update({
    where: { id: line.id },
    data: { state: "open", answer: null, answerFields: {}, version },
  });
  const fact = { lineId: line.id, version, event: "asked-again", state: "open" };
  await insertFact(tx, ctx, { ...fact, contractEndId: run.id, fields: { answer: line.answer, choice } });
  journal.note({
    event: "contract-end.answered",
    subject: await subjectOf(tx, run),
    before: { line: line.key, state: line.state, answer: line.answer },
    after: { line: line.key, state: "open", answer: null, choice },
  });
}

/** Adds a system, sub-processor or duty that the register does not name. */
export async function addLine(ctx: Ctx, { id, kind, title }: LineAdd): Promise<Outcome<RunRow>> {
  if (!isAuthorised(ctx, "contract-end.write")) return refuse({ kind: "forbidden" });
  const detail = { records: [], data: [], retention: [] };
  const key = `added ${newId(ctx.now)}`;
  const lines: DrawnLine[] = [{ kind, key, title, detail }];
  // Backups contain each system's data.
  if (kind === "system") lines.push({ kind: "backup", key: `backup ${key}`, title, detail });
  return findLines(ctx, id, async () => ({ recordIds: [], lines }));
}

/** Adds what the register has gained since the run began. */
export async function replanLines(ctx: Ctx, { id }: { id: string }): Promise<Outcome<RunRow>> {
  if (!isAuthorised(ctx, "contract-end.write")) return refuse({ kind: "forbidden" });
  return findLines(ctx, id, async (tx, run) => {
    const contract = required(await findContract(tx, run.contractId), "contract of the run");
    return findMissing(tx, run, contract.reference, await findOthers(tx, contract, today(ctx)));
  });
}

type Listed = { recordIds: string[]; lines: DrawnLine[] };

async function findLines(
  ctx: Authorised,
  id: string,
  find: (tx: Tx, run: RunRow) => Promise<Listed>,
): Promise<Outcome<RunRow>> {
  return write(ctx, async (tx, journal) => {
    const open = await findOpenRun(tx, id);
    if (!open.ok) return open;
    const run = open.value;
    const { recordIds, lines } = await find(tx, run);
    if (recordIds.length + lines.length === 0) return done(run);
    const version = run.version + 1;
    const data = { recordIds: [...run.recordIds, ...recordIds], version, updatedAt: ctx.now };
    await tx.contractEnd.update({ where: { id }, data });
    await insertLines(tx, ctx, run, lines);
    const stated = { recordIds, lines: lines.map(({ key, title }) => title || key) };
    await insertFact(tx, ctx, {
      contractEndId: id,
      version,
      event: "list",
      state: run.state,
      fields: stated,
    });
    journal.note({ event: "contract-end.listed", subject: await subjectOf(tx, run), after: stated });
    return done(required(await findRun(tx, id), "run under the lock"));
  });
}

/** Locks the run; null unless open. */
async function findOpenRun(tx: Tx, id: string | undefined): Promise<Outcome<RunRow>> {
  if (id) await lockRun(tx, id);
  const run = id ? await findRun(tx, id) : null;
  if (!run) return refuse({ kind: "not-found" });
  return run.state === "open" ? done(run) : invalid("", "contract-end.notOpen");
}

/** A confirmed purge retains its promised day. */
function readEvidence(before: LineRow, answer: LineAnswer, stated: EvidenceValues): Partial<EvidenceValues> {
  const fields = new Set([...needsOf(answer, stated, before), "note"]);
  const stored = Object.entries(stated).filter(
    ([field, value]) => fields.has(field as keyof EvidenceValues) && value !== "",
  );
  return {
    ...(answer === "purged" ? { purgeOn: before.evidence.purgeOn } : {}),
    ...Object.fromEntries(stored),
  };
}

async function conflictOf(
  tx: Tx,
  { id, contractEndId, version, answer, evidence }: LineRow,
): Promise<Outcome<LineRow>> {
  const [last] = await findFacts(tx, { contractEndId, lineId: id }, 1);
  return conflict({ answer, ...evidence }, version, last);
}
