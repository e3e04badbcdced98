import { itemAt, required } from "@/lib/domain/invariant/required";
import type { Blocker } from "@/lib/domain/contract-end/closing";
import { decideRun } from "@/lib/domain/contract-end/lifecycle";
import type { OtherContract } from "@/lib/domain/contract-end/records-concerned";
import type { EventName } from "@/lib/domain/nouns/events";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import type { AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import { endForController } from "@/lib/features/authorisation/write/mutations";
import { type ContractRow, findContract } from "@/lib/features/contract/read/queries";
import { stepContract } from "@/lib/features/contract/write/mutations";
import { findRecord } from "@/lib/features/processing-record/read/queries";
import { stepRecord } from "@/lib/features/processing-record/write/mutations";
import { type Ctx, today } from "@/lib/platform/request/context";
import { sha256 } from "@/lib/platform/files/chunks";
import { storeFile } from "@/lib/platform/files/store";
import { newId } from "@/lib/platform/database/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { inPdfQueue } from "@/lib/platform/pdf/pdf-queue";
import type { Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { printCertificate } from "@/lib/features/contract-end/print/certificate";
import {
  findBlockers,
  findFacts,
  findMissing,
  findOthers,
  findRun,
  findBindingContract,
  type RunRow,
  subjectOf,
} from "@/lib/features/contract-end/read/queries";
import { insertFact, lockContractsOf, lockRun, allocateNumber } from "./rows";
import type { EndClose, RunEventInput } from "@/lib/features/contract-end/schema";

// Milliseconds: the certificate is printed within, since its number is allocated there.
const LIMITS = { timeoutMs: 120_000 };

/** Closes the run, contract and entries with a numbered certificate, all or nothing; refuses while a line is open. */
export async function closeEnd(ctx: Ctx, input: EndClose): Promise<Outcome<RunRow>> {
  if (!isAuthorised(ctx, "contract-end.move")) return refuse({ kind: "forbidden" });
  return inPdfQueue(() =>
    write(
      ctx,
      async (tx, journal) => {
        const found = await findForStep(tx, input);
        if (!found.ok) return found;
        const { run, contract } = found.value;
        const others = await findOthers(tx, contract, today(ctx));
        const missing = await findMissing(tx, run, contract.reference, others);
        const blockers = await findBlockers(tx, run, missing.lines);
        const decision = decideRun(run.state, { event: "close", reason: "" }, blockers);
        if (!decision.ok) return decision.key === "linesOpen" ? stopped(blockers) : refusedBy(decision);
        const numbered = await allocateNumber(tx, ctx.scope.org, Number(today(ctx).slice(0, 4)));
        const { number } = numbered;
        const ended = await endContract(tx, ctx, journal, { contract, on: input.on, reason: number });
        if (!ended.ok) return ended;
        const endedRecords = await endRecords(tx, ctx, journal, { run, reason: number });
        if (!endedRecords.ok) return endedRecords;
        const uses = await endUses(tx, ctx, journal, { run, others, reason: number });
        if (!uses.ok) return uses;
        const certified = { run, contract: ended.value, number, endedUses: uses.value };
        const filed = await fileCertificate(tx, ctx, journal, certified);
        await tx.contractEndCertificate.create({
          data: {
            ...numbered,
            ...filed,
            id: newId(ctx.now),
            orgId: ctx.scope.org,
            controllerId: run.controllerId,
            contractEndId: run.id,
            endedContract: contract.endedOn === null,
            endedRecords: endedRecords.value,
            issuedAt: ctx.now,
          },
        });
        return moveRecordsOfEnd(tx, ctx, journal, {
          run,
          event: "close",
          state: decision.state,
          fields: {
            number,
            ...filed,
            endedOn: ended.value.endedOn,
            authorisations: uses.value.map(({ reference }) => reference).join(", "),
          },
        });
      },
      LIMITS,
    ),
  );
}

/**
 * Stops, resumes or revokes a run after a renewal, with a reason. Reopens contract and entries; the certificate is
 * retained and marked void.
 */
export async function changeEnd(ctx: Ctx, input: RunEventInput): Promise<Outcome<RunRow>> {
  if (!isAuthorised(ctx, "contract-end.move")) return refuse({ kind: "forbidden" });
  const { event, reason } = input;
  return write(
    ctx,
    async (tx, journal) => {
      const found = await findForStep(tx, input);
      if (!found.ok) return found;
      const { run, contract } = found.value;
      const decision = decideRun(run.state, { event, reason }, []);
      if (!decision.ok) return refusedBy(decision);
      if (event === "resume" && (await findBindingContract(tx, contract.id)))
        return invalid("", "contract-end.begunAlready");
      if (event === "revoke") {
        const revived = await reopenContract(tx, ctx, journal, { run, contract, reason });
        if (!revived.ok) return revived;
      }
      return moveRecordsOfEnd(tx, ctx, journal, { run, event, state: decision.state, fields: {}, reason });
    },
    LIMITS,
  );
}

type Found = { run: RunRow; contract: ContractRow };

/** Locks run and contract; null where the version differs. */
async function findForStep(
  tx: Tx,
  { id, version }: { id: string; version: number },
): Promise<Outcome<Found>> {
  await lockRun(tx, id);
  const run = await findRun(tx, id);
  if (!run) return refuse({ kind: "not-found" });
  await lockContractsOf(tx, run.controllerId);
  const contract = required(await findContract(tx, run.contractId), "contract of the run");
  if (run.version === version) return done({ run, contract });
  const [last] = await findFacts(tx, { contractEndId: id, lineId: null }, 1);
  const [author, at] = [last?.authorName ?? "", last?.recordedAt.toISOString() ?? ""];
  return refuse({ kind: "conflict", current: { state: run.state }, version: run.version, author, at });
}

/** Reports each blocking line under its own path. */
function stopped<T>(blockers: readonly Blocker[]): Outcome<T> {
  const issues = blockers.map(({ key, lineId, fields }) => ({
    path: lineId ? `lines.${lineId}` : "",
    key: `contract-end.blockers.${key}`,
    ...(fields && { params: { fields: fields.join(" ") } }),
  }));
  return refuse({ kind: "invalid", issues });
}

function refusedBy<T>({ field, key }: { field: string; key: string }): Outcome<T> {
  return invalid(field, `contract-end.${key}`);
}

/** Retains an earlier end date. */
async function endContract(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { contract, on, reason }: { contract: ContractRow; on: string; reason: string },
): Promise<Outcome<ContractRow>> {
  if (contract.endedOn !== null) return done(contract);
  const { id, version } = contract;
  return stepContract({ tx, ctx, journal }, { id, version, event: "end", on, reason });
}

/** Ends entries on the day of closing, until which data were held. Returns them. */
async function endRecords(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { run, reason }: { run: RunRow; reason: string },
): Promise<Outcome<string[]>> {
  return moveRecords(tx, ctx, journal, { ids: run.recordIds, event: "end", reason });
}

/**
 * Ends authorisations with the controller's last contract, dated as the entries; none while another contract continues.
 */
async function endUses(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { run, others, reason }: { run: RunRow; others: readonly OtherContract[]; reason: string },
): Promise<Outcome<AuthorisationRow[]>> {
  if (others.some(({ goesOn }) => goesOn)) return done([]);
  return endForController(tx, ctx, journal, { controllerId: run.controllerId, reason });
}

/** Reopens what this run ended, unless changed since. */
async function reopenContract(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { run, contract, reason }: Found & { reason: string },
): Promise<Outcome<unknown>> {
  const certificate = itemAt(run.certificates, 0);
  if (certificate.endedContract && contract.endedOn !== null) {
    const { id, version } = contract;
    const on = today(ctx);
    const reopened = await stepContract({ tx, ctx, journal }, { id, version, event: "reopen", on, reason });
    if (!reopened.ok) return reopened;
  }
  return moveRecords(tx, ctx, journal, { ids: certificate.endedRecords, event: "reopen", reason });
}

type RecordMoves = { ids: readonly string[]; event: "end" | "reopen"; reason: string };

/** Skips entries in another state. */
async function moveRecords(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { ids, event, reason }: RecordMoves,
): Promise<Outcome<string[]>> {
  const moved: string[] = [];
  for (const id of ids) {
    const record = await findRecord(tx, id);
    if (!record || (record.state === "ended") !== (event === "reopen")) continue;
    const { version } = record;
    const step = await stepRecord(tx, ctx, journal, { id, version, event, on: today(ctx), reason });
    if (!step.ok) return step;
    moved.push(id);
  }
  return done(moved);
}

async function fileCertificate(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  certified: Found & { number: string; endedUses: readonly AuthorisationRow[] },
): Promise<{ documentId: string; digest: string }> {
  const { run, number } = certified;
  const bytes = await printCertificate(tx, ctx, certified);
  const documentId = await storeFile(tx, ctx, journal, {
    purpose: "document",
    subjectNoun: "contract-end",
    subjectId: run.id,
    controllerId: run.controllerId,
    fileName: `${number}.pdf`,
    contentType: "application/pdf",
    bytes,
  });
  return { documentId, digest: sha256(bytes) };
}

type Turn = {
  run: RunRow;
  event: "close" | RunEventInput["event"];
  state: RunRow["state"];
  fields: Record<string, string | null>;
  reason?: string;
};

const EVENTS = {
  close: "contract-end.closed",
  cancel: "contract-end.cancelled",
  resume: "contract-end.resumed",
  revoke: "contract-end.revoked",
} as const satisfies Record<Turn["event"], EventName>;

async function moveRecordsOfEnd(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { run, event, state, fields: values, reason = "" }: Turn,
): Promise<Outcome<RunRow>> {
  const version = run.version + 1;
  await tx.contractEnd.update({ where: { id: run.id }, data: { state, version, updatedAt: ctx.now } });
  const fact = { version, event, state, fields: { ...values, reason } };
  await insertFact(tx, ctx, { ...fact, contractEndId: run.id });
  journal.note({
    event: EVENTS[event],
    subject: await subjectOf(tx, run),
    before: { state: run.state },
    after: { state, ...values },
    reason,
  });
  return done(required(await findRun(tx, run.id), "run under the lock"));
}
