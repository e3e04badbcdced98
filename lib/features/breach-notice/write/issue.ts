import { seatZone } from "@/lib/domain/time/controller-calendar";
import { createHash } from "node:crypto";
import { authorityDuties } from "@/lib/domain/breach/authority-duties";
import { type IssueProblem, type NoticePhase, phaseOf, problemsOf } from "@/lib/domain/breach/notice";
import { jointControllersOf, principalsOf } from "@/lib/domain/controller/joint-controllers";
import type { NoticeContent } from "@/lib/domain/breach/notice-content";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { translator } from "@/lib/i18n/translator";
import { storeFile } from "@/lib/platform/files/store";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { type StaffCtx, today } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { printNotice, type PrintableNotice } from "@/lib/features/breach-notice/print/print-notice";
import { composeFor } from "@/lib/features/breach-notice/read/compose";
import { findNextNotice, type NextToIssue } from "@/lib/features/breach-notice/read/next-notice";
import { findDelay, type NoticeFile } from "@/lib/features/breach-notice/read/file";
import { findNotice, subjectOf, type NoticeRow } from "@/lib/features/breach-notice/read/queries";
import { findReachable, reachableId, type Reachable } from "@/lib/features/breach-notice/read/recipients";
import { type NoticeSave, NO_RECIPIENT } from "@/lib/features/breach-notice/schema";
import { columnsOf, flatten, issue, withTyped } from "./drafts";
import { jointCopyOf, jointIssues, jointToldOf, tellJointControllers } from "./joint";
import { noticeMail, noticePage } from "./letters";
import { insertNoticeFact, lockPart, queueStep, updateDraft } from "./rows";
import { refuseStale } from "./stale-draft";

// Milliseconds: the PDF is made before, and stored within, the transaction.
const LIMITS = { timeoutMs: 30_000 };

type Issued = { id: string; breachId: string; letterId: string | null };
type Prepared = {
  before: NoticeRow;
  file: NoticeFile;
  content: NoticeContent;
  isShared: boolean;
  recipient: Reachable | null;
  isFirst: boolean;
  printable: PrintableNotice;
  /** Copy for the joint controllers who are written to; null where nobody is. */
  jointPrintable: PrintableNotice | null;
};

/**
 * Issues a notice, article 33(2): its PDF is kept with its digest, its letter queued and its facts written in one
 * transaction. A late one is refused nothing but its reason.
 */
export async function issueNotice(ctx: StaffCtx, input: NoticeSave): Promise<Outcome<Issued>> {
  if (!isAuthorised(ctx, "breach-notice.issue")) return refuse({ kind: "forbidden" });
  const prepared = await withOrg(ctx.scope, (tx) => prepare(tx, ctx, input));
  if (!prepared.ok) return prepared;
  const { printable, jointPrintable, file } = prepared.value;
  const pdf = await printNotice(printable);
  const jointPdf = jointPrintable && (await printNotice(jointPrintable));
  const words = await translator(printable.locale, "breach-notice-letter");
  const fileName = `${words("files.notice", { number: printable.number })}.pdf`;
  return write(
    ctx,
    async (tx, journal) => {
      await lockPart(tx, file.part.id);
      const stale = await placeProblem(tx, { partId: file.part.id, phase: printable.phase });
      if (stale) return refuse(issue("", stale));
      return fileNotice(tx, ctx, journal, { prepared: prepared.value, input, pdf, jointPdf, fileName });
    },
    LIMITS,
  );
}

/** Everything that is checked and read before the printing. */
async function prepare(tx: Tx, ctx: StaffCtx, input: NoticeSave): Promise<Outcome<Prepared>> {
  const before = await findNotice(tx, input.id);
  const composed = before && (await composeFor(tx, before.breachControllerId));
  if (!composed) return refuse({ kind: "not-found" });
  if (before.status !== "draft" || before.version !== input.version) return refuseStale(tx, before);
  const { file, draft, findAsked } = composed;
  const phase = before.phase === "rectifying" || !input.isFinal ? before.phase : "final";
  const stale = await placeProblem(tx, { partId: file.part.id, phase });
  if (stale) return refuse(issue("", stale));
  const content = withTyped(before.content, input);
  const delay = await findDelay(tx, file, ctx.now);
  const next = await findNextNotice(tx, before);
  const problems = problemsOf(
    {
      content,
      lateReason: input.lateReason,
      areNamesConfirmed: input.areNamesConfirmed,
      delay,
      issued: next.issued,
      isFirst: next.isFirst,
      seenIssued: input.seenIssued,
      phase: before.phase,
      known: draft.known,
    },
    findAsked,
  );
  const isShared = !before.isDrill || input.reachesClient;
  const issues = [...problems.map(asIssue), ...(isShared ? await jointIssues(tx, ctx, file, input) : [])];
  if (issues.length > 0) return refuse({ kind: "invalid", issues });
  if (delay !== null && input.lateReason !== "") content.delay = delay;
  if (before.phase !== "rectifying") Object.assign(content, next.kept);
  const recipient = await findRecipient(tx, file, isShared ? input.recipient : NO_RECIPIENT);
  if (recipient === undefined) return refuse(issue("recipient", "breach-notice.unknownRecipient"));
  const jointTold = isShared ? jointToldOf(file.controller, input.joint) : undefined;
  const own = printableOf(ctx, { file, before, content, input, next });
  const printable = { ...own, ...(jointTold && { jointTold }) };
  const jointPrintable = jointTold && jointTold.length > 0 ? jointCopyOf(ctx, own, jointTold) : null;
  return done({
    before,
    file,
    content,
    isShared,
    recipient,
    isFirst: next.isFirst,
    printable,
    jointPrintable,
  });
}

type Placed = { partId: string; phase: NoticePhase };

/**
 * States why a draft, opened before, may not be issued any more: its client was set aside, or confirmed anew, meanwhile; or the
 * file was closed, where a final notice alone is issued.
 */
async function placeProblem(tx: Tx, { partId, phase }: Placed): Promise<string | null> {
  const part = await tx.breachController.findFirstOrThrow({
    where: { id: partId },
    select: { status: true, breach: { select: { status: true } } },
  });
  const isRectifying = phase === "rectifying";
  if (isRectifying !== (part.status === "set-aside"))
    return `breach-notice.${isRectifying ? "confirmedMeanwhile" : "setAsideMeanwhile"}`;
  const isClosed = part.breach.status === "closed" && phase !== "final" && !isRectifying;
  return isClosed ? "breach-notice.closedMeanwhile" : null;
}

function asIssue({ field, key, names }: IssueProblem) {
  const path = key === "doubtfulName" ? "areNamesConfirmed" : field;
  return { path, key: `breach-notice.${key}`, ...(names ? { params: { names } } : {}) };
}

/** Undefined where the one chosen is not there any more, or has no address. */
async function findRecipient(
  tx: Tx,
  { controller, terms }: NoticeFile,
  chosen: string,
): Promise<Reachable | null | undefined> {
  if (chosen === NO_RECIPIENT) return null;
  const reachable = await findReachable(tx, controller.id, { sheet: controller, means: terms?.means ?? "" });
  return reachable.find((one) => reachableId(one) === chosen && one.address !== "");
}

type Printed = {
  file: NoticeFile;
  before: NoticeRow;
  content: NoticeContent;
  input: NoticeSave;
  next: NextToIssue;
};

function printableOf(ctx: StaffCtx, { file, before, content, input, next }: Printed): PrintableNotice {
  return {
    organisation: { name: file.organisation.legalName, address: file.organisation.address },
    controller: file.controller.legalName,
    jointControllers: jointControllersOf(file.controller),
    principals: principalsOf(file.controller),
    incident: file.part.id,
    number: next.issued + 1,
    phase: before.phase === "rectifying" ? before.phase : phaseOf(next.isFirst, input.isFinal),
    isDrill: before.isDrill,
    locale: input.locale,
    zone: seatZone(file.controller),
    content,
    previous: next.previous?.content ?? null,
    lateReason: input.lateReason,
    duties: authorityDuties(file.controller, today(ctx)),
    at: ctx.now.getTime(),
    issuedBy: ctx.actor.name,
  };
}

type Filed = {
  prepared: Prepared;
  input: NoticeSave;
  pdf: Uint8Array;
  jointPdf: Uint8Array | null;
  fileName: string;
};

async function fileNotice(
  tx: Tx,
  ctx: StaffCtx,
  journal: JournalDraft,
  { prepared, input, pdf, jointPdf, fileName }: Filed,
): Promise<Outcome<Issued>> {
  const { before, file, content, isShared, recipient, isFirst } = prepared;
  // A drill that no client sees is a document of the processor alone.
  const store = (bytes: Uint8Array, controllerId: string | null) =>
    storeFile(tx, ctx, journal, {
      purpose: "document",
      subjectNoun: "breach-notice",
      subjectId: before.id,
      fileName,
      controllerId,
      contentType: "application/pdf",
      bytes,
    });
  const documentId = await store(pdf, isShared ? file.controller.id : null);
  const row = await updateDraft(tx, ctx, input, {
    ...columnsOf(before, { content, input, isFirst }),
    status: "issued",
    issuedAt: ctx.now,
    issuedById: ctx.actor.memberId,
    issuedByName: ctx.actor.name,
    documentId,
    isShared,
  });
  if (!row) return refuseStale(tx, before);
  const digest = digestOf(pdf);
  const letterId = recipient && (await sendTo(tx, ctx, { row, file, documentId, digest, recipient, input }));
  const sent = recipient && letterId ? { address: recipient.address, letterId } : null;
  // Their copy is no document of the client: it speaks of a law that is theirs.
  const copy = jointPdf && { documentId: await store(jointPdf, null), digest: digestOf(jointPdf) };
  if (isShared) await tellJointControllers(tx, ctx, { row, file, input, documentId, digest, sent, copy });
  if (isShared)
    await insertNoticeFact(tx, ctx, { ...placeOf(row), kind: "given-in-portal", at: ctx.now, value: {} });
  journal.note({
    event: "breach-notice.issued",
    subject: subjectOf(row),
    after: { ...flatten(row), documentId, digest, ...(letterId ? { letterId } : {}) },
  });
  return done({ id: row.id, breachId: row.breachId, letterId: letterId ?? null });
}

function digestOf(pdf: Uint8Array): string {
  return createHash("sha256").update(pdf).digest("hex");
}

type Sent = {
  row: NoticeRow;
  file: NoticeFile;
  documentId: string;
  digest: string;
  recipient: Reachable;
  input: NoticeSave;
};

async function sendTo(tx: Tx, ctx: StaffCtx, { row, file, documentId, digest, recipient, input }: Sent) {
  const letter = await noticeMail({
    notice: row,
    organisation: file.organisation.legalName,
    controller: file.controller.legalName,
    zone: seatZone(file.controller),
    duties: authorityDuties(file.controller, today(ctx)),
    principals: principalsOf(file.controller),
    documentId,
    digest,
    to: recipient,
    portal: await noticePage(tx, row, recipient),
    after: null,
  });
  const { silenceMinutes } = input;
  return queueStep(tx, ctx, { notice: row, to: recipient, letter, silenceMinutes, digest });
}

function placeOf({ id, breachId, controllerId }: NoticeRow) {
  return { noticeId: id, breachId, controllerId };
}
