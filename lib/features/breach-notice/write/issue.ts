import { createHash } from "node:crypto";
import { authorityDuties } from "@/lib/domain/breach/authority-duties";
import { contractualDeadline } from "@/lib/domain/breach/clocks";
import { type IssueProblem, phaseOf, problemsOf } from "@/lib/domain/breach/notice";
import type { NoticeContent } from "@/lib/domain/breach/notice-content";
import { can } from "@/lib/domain/nouns/policy";
import { conflict, done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { translator } from "@/lib/i18n/translator";
import { storeFile } from "@/lib/platform/files/store";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { type StaffCtx, today } from "@/lib/platform/request/context";
import { write } from "@/lib/platform/write/write";
import { printNotice, type PrintableNotice } from "@/lib/features/breach-notice/print/print-notice";
import { composeFor } from "@/lib/features/breach-notice/read/compose";
import type { NoticeFile } from "@/lib/features/breach-notice/read/file";
import {
  findNotice,
  findNotices,
  subjectOf,
  type NoticeRow,
} from "@/lib/features/breach-notice/read/queries";
import { findReachable, reachableId, type Reachable } from "@/lib/features/breach-notice/read/recipients";
import { type NoticeSave, NO_RECIPIENT } from "@/lib/features/breach-notice/schema";
import { columnsOf, flatten, issue, withTyped } from "./drafts";
import { noticeMail } from "./letters";
import { insertNoticeFact, lockPart, queueStep, updateDraft } from "./rows";

// Milliseconds: the PDF is made before, and stored within, the transaction.
const LIMITS = { timeoutMs: 30_000 };

type Issued = { id: string; breachId: string; letterId: string | null };
type Prepared = {
  before: NoticeRow;
  file: NoticeFile;
  content: NoticeContent;
  isShared: boolean;
  recipient: Reachable | null;
  printable: PrintableNotice;
};

/**
 * Issues a notice, article 33(2): its PDF is kept with its digest, its letter queued and its facts written in one
 * transaction. A late one is refused nothing but its reason.
 */
export async function issueNotice(ctx: StaffCtx, input: NoticeSave): Promise<Outcome<Issued>> {
  if (!can(ctx.actor, "breach-notice.issue")) return refuse({ kind: "forbidden" });
  const prepared = await withOrg(ctx.scope, (tx) => prepare(tx, ctx, input));
  if (!prepared.ok) return prepared;
  const { printable, file } = prepared.value;
  const pdf = await printNotice(printable);
  const words = await translator(printable.locale, "breach-notice-letter");
  const fileName = `${words("files.notice", { number: printable.number })}.pdf`;
  return write(
    ctx,
    async (tx, journal) => {
      await lockPart(tx, file.part.id);
      return fileNotice(tx, ctx, journal, { prepared: prepared.value, input, pdf, fileName });
    },
    LIMITS,
  );
}

/** Everything that is checked and read before the printing. */
async function prepare(tx: Tx, ctx: StaffCtx, input: NoticeSave): Promise<Outcome<Prepared>> {
  const before = await findNotice(tx, input.id);
  const composed = before && (await composeFor(tx, before.breachControllerId));
  if (!composed) return refuse({ kind: "not-found" });
  if (before.status !== "draft" || before.version !== input.version)
    return conflict(before.content, before.version);
  const { file, draft, findForeign } = composed;
  const content = withTyped(before.content, input);
  const earlier = await findNotices(tx, { breachControllerId: file.part.id, status: "issued" });
  const problems = problemsOf(
    {
      content,
      lateReason: input.lateReason,
      areNamesConfirmed: input.areNamesConfirmed,
      isLate: isLate(file, ctx.now),
      number: earlier.length + 1,
      seenIssued: input.seenIssued,
      phase: before.phase,
      known: draft.known,
    },
    findForeign,
  );
  if (problems.length > 0) return refuse({ kind: "invalid", issues: problems.map(asIssue) });
  const isShared = !before.isDrill || input.reachesClient;
  const recipient = await findRecipient(tx, file, isShared ? input.recipient : NO_RECIPIENT);
  if (recipient === undefined) return refuse(issue("recipient", "breach-notice.unknownRecipient"));
  const previous = earlier.at(-1)?.content ?? null;
  const printable = printableOf(ctx, { file, before, content, input, previous, number: earlier.length + 1 });
  return done({ before, file, content, isShared, recipient, printable });
}

function isLate({ breach, terms }: NoticeFile, now: Date): boolean {
  if (breach.awareAt === null || terms?.hours == null) return false;
  return now.getTime() > contractualDeadline(breach.awareAt.getTime(), terms.hours);
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
  previous: NoticeContent | null;
  number: number;
};

function printableOf(
  ctx: StaffCtx,
  { file, before, content, input, previous, number }: Printed,
): PrintableNotice {
  return {
    organisation: { name: file.organisation.legalName, address: file.organisation.address },
    controller: file.controller.legalName,
    incident: file.part.id,
    number,
    phase: before.phase === "rectifying" ? before.phase : phaseOf(number, input.isFinal),
    isDrill: before.isDrill,
    locale: input.locale,
    ...{ content, previous, lateReason: input.lateReason },
    duties: authorityDuties(file.controller, today(ctx)),
    at: ctx.now.getTime(),
    issuedBy: ctx.actor.name,
  };
}

type Filed = { prepared: Prepared; input: NoticeSave; pdf: Uint8Array; fileName: string };

async function fileNotice(
  tx: Tx,
  ctx: StaffCtx,
  journal: JournalDraft,
  { prepared, input, pdf, fileName }: Filed,
): Promise<Outcome<Issued>> {
  const { before, file, content, isShared, recipient } = prepared;
  // A drill that no client sees is a document of the processor alone.
  const documentId = await storeFile(tx, ctx, journal, {
    ...{ purpose: "document", subjectNoun: "breach-notice", subjectId: before.id, fileName },
    controllerId: isShared ? file.controller.id : null,
    contentType: "application/pdf",
    bytes: pdf,
  });
  const row = await updateDraft(tx, ctx, input, {
    ...(await columnsOf(tx, before, { content, input })),
    ...{ status: "issued", issuedAt: ctx.now, issuedById: ctx.actor.memberId, issuedByName: ctx.actor.name },
    ...{ documentId, isShared },
  });
  if (!row) return conflict(before.content, before.version);
  const digest = createHash("sha256").update(pdf).digest("hex");
  const letterId = recipient && (await sendTo(tx, ctx, { row, file, documentId, digest, recipient, input }));
  if (isShared)
    await insertNoticeFact(tx, ctx, { ...placeOf(row), kind: "given-in-portal", at: ctx.now, value: {} });
  journal.note({
    event: "breach-notice.issued",
    subject: subjectOf(row),
    after: { ...flatten(row), documentId, digest, ...(letterId ? { letterId } : {}) },
  });
  return done({ id: row.id, breachId: row.breachId, letterId: letterId ?? null });
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
    duties: authorityDuties(file.controller, today(ctx)),
    ...{ documentId, digest, to: recipient, isEscalated: false },
  });
  const { silenceMinutes } = input;
  return queueStep(tx, ctx, { notice: row, to: recipient, letter, silenceMinutes, digest });
}

function placeOf({ id, breachId, controllerId }: NoticeRow) {
  return { noticeId: id, breachId, controllerId };
}
