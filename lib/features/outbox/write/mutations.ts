import { required } from "@/lib/domain/invariant/required";
import { stateAfter } from "@/lib/domain/outbox/letter-facts";
import { canStart, statesFor, type LetterAct } from "@/lib/domain/outbox/letter-state";
import { isOfDecision } from "@/lib/domain/outbox/kept-letters";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Ctx, StaffCtx } from "@/lib/platform/request/context";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { queueMail } from "@/lib/platform/mail/queue";
import { canSend } from "@/lib/platform/mail/transport";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import {
  CLOSED,
  findLetter,
  findSender,
  openSecrets,
  flattenLetter,
  subjectOf,
  withoutRecipient,
  type LetterRow,
  type Reported,
} from "@/lib/features/outbox/read/queries";
import { mayShowLink } from "@/lib/features/outbox/read/shown-link";
import { isWritable } from "@/lib/features/outbox/read/resend";
import { completeCertificate } from "./completions";
import { insertLetterFact, moveLetter } from "./facts";
import type { LetterCancel, LetterInput, ReceivedWord } from "@/lib/features/outbox/schema";

const MINUTE = 60_000;

/**
 * Retries at once, also a refused, abandoned or returned letter that can still be composed. Resets the attempts, or the
 * first failure would end it.
 */
export async function retryLetter(ctx: Ctx, { id }: LetterInput): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "outbox.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const letter = await findLetter(tx, id);
    if (!letter) return refuse({ kind: "not-found" });
    if (canStart("retry", letter.state) && !(await isWritable(letter, await findSender(tx))))
      return invalid("", "outbox.linkGone");
    const isAnew = letter.state !== "queued";
    const data = { state: "queued", nextAttemptAt: ctx.now, closedAt: null, ...(isAnew && { attempts: 0 }) };
    if (!(await change(tx, "retry", id, data))) return invalid("", "outbox.tooLate");
    journal.note({ event: "mail.retried", subject: subjectOf(letter), after: flattenLetter(letter) });
    return done({ id });
  });
}

/** Deletes the link; letter and reason remain. */
export async function cancelLetter(ctx: Ctx, { id, reason }: LetterCancel): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "outbox.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const letter = await findLetter(tx, id);
    if (!letter) return refuse({ kind: "not-found" });
    if (isOfDecision(letter.template)) return invalid("", "outbox.ofDecision");
    const isCancelled = await cancelWaiting(tx, ctx, journal, { letter, reason });
    return isCancelled ? done({ id }) : invalid("", "outbox.tooLate");
  });
}

/** Cancels a letter that still waits, within the act that makes it wrong. False where it has left, or leaves now. */
export async function cancelWaiting(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { letter, reason }: { letter: LetterRow; reason: string },
): Promise<boolean> {
  if (isOfDecision(letter.template)) return false;
  const data = { ...CLOSED, state: "cancelled", closedAt: ctx.now };
  if (!(await change(tx, "cancel", letter.id, data))) return false;
  journal.note({
    event: "mail.cancelled",
    subject: subjectOf(letter),
    after: flattenLetter(letter),
    reason,
  });
  return true;
}

/**
 * Shows a member's link that no server can deliver; journalled. Limited to owners, because a link can reset an owner's
 * password. Refused where a mail server is configured, and for any link of somebody outside.
 */
export async function revealLink(ctx: Ctx, { id }: LetterInput): Promise<Outcome<{ link: string }>> {
  if (!isAuthorised(ctx, "outbox.reveal")) return refuse({ kind: "forbidden" });
  const asked = await withOrg(ctx.scope, (tx) => findLetter(tx, id));
  if (!asked) return refuse({ kind: "not-found" });
  if (!(await mayShowLink(asked, ctx.now))) return invalid("", "outbox.linkOfOther");
  return write(ctx, async (tx, journal) => {
    const letter = await findLetter(tx, id);
    if (!letter) return refuse({ kind: "not-found" });
    const { link } = openSecrets(letter);
    if (canSend() || letter.state !== "queued" || !link) return invalid("", "outbox.linkHidden");
    journal.note({ event: "mail.read", subject: subjectOf(letter), after: flattenLetter(letter) });
    return done({ link });
  });
}

/** Sends a test letter to the person's own address. */
export async function sendTrial(ctx: StaffCtx, locale: string): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "outbox.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx) => {
    const member = await tx.member.findFirstOrThrow({ where: { id: ctx.actor.memberId } });
    const sender = await findSender(tx);
    const { name, email: address } = member;
    const id = await queueMail(
      tx,
      ctx.scope.org,
      {
        template: "trial",
        locale,
        to: { name, address },
        params: { name, organisation: sender?.name ?? "" },
      },
      ctx.now,
    );
    return done({ id });
  });
}

/** Records each report once and journals moves. Clamps instants between acceptance by the relay and now. */
export async function recordReports(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { letterId, reports }: { letterId: string; reports: readonly Reported[] },
): Promise<void> {
  for (const reported of reports) {
    const letter = required(await findLetter(tx, letterId), "letter");
    const report = { ...reported, details: withoutRecipient(letter, reported.details ?? "") };
    const at = within(report.at ?? ctx.now.getTime(), letter.acceptedAt ?? letter.createdAt, ctx.now);
    if (!(await insertLetterFact(tx, ctx, letterId, { ...report, at }))) continue;
    if (!(await moveLetter(tx, ctx, letter, report.kind))) continue;
    const { server, status, details } = report;
    await completeCertificate(tx, ctx, letter, {
      state: stateAfter(letter.state, report.kind),
      response: [server, status, details].filter(Boolean).join(" "),
      at,
    });
    journal.note({
      event: report.kind === "delivered" ? "mail.delivered" : "mail.bounced",
      subject: subjectOf(letter),
      after: { ...flattenLetter(letter), server, status, at: at.toISOString() },
      reason: details,
    });
  }
}

function within(at: number, from: Date, to: Date): Date {
  return new Date(Math.min(Math.max(at, from.getTime()), to.getTime()));
}

/** Records a person's statement, distinct from a server's report. */
export async function recordReceipt(
  ctx: Ctx,
  { id, reportedBy, channel, at }: ReceivedWord,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "outbox.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const letter = await findLetter(tx, id);
    if (!letter) return refuse({ kind: "not-found" });
    if (!canStart("say-received", letter.state)) return invalid("", "outbox.notLeft");
    if (at > ctx.now) return invalid("on", "outbox.future");
    if (at.getTime() < Math.floor(letter.createdAt.getTime() / MINUTE) * MINUTE)
      return invalid("on", "outbox.beforeWritten");
    const digest = ["said-received", channel, at.toISOString(), reportedBy].join(" ");
    const stated = { kind: "said-received", at, source: "person", channel, reportedBy, digest } as const;
    if (await insertLetterFact(tx, ctx, id, stated))
      journal.note({
        event: "mail.said-received",
        subject: subjectOf(letter),
        // The journal's field has its first name.
        after: { ...flattenLetter(letter), channel, saidBy: reportedBy, at: at.toISOString() },
      });
    return done({ id });
  });
}

/** Updates conditionally: a letter being sent is unaffected. */
async function change(
  tx: Tx,
  act: LetterAct,
  id: string,
  data: Parameters<Tx["outboxMail"]["updateMany"]>[0]["data"],
): Promise<boolean> {
  const { count } = await tx.outboxMail.updateMany({ where: { id, state: { in: statesFor(act) } }, data });
  return count === 1;
}
