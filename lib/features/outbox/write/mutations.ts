import { can } from "@/lib/domain/nouns/policy";
import { mayBegin, statesFor, type LetterAct } from "@/lib/domain/outbox/letter-state";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Ctx, StaffCtx } from "@/lib/platform/request/context";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { queueMail } from "@/lib/platform/mail/queue";
import { canSend } from "@/lib/platform/mail/transport";
import type { Tx } from "@/lib/platform/database/transaction";
import { write } from "@/lib/platform/write/write";
import {
  CLOSED,
  findLetter,
  findSender,
  openSecrets,
  flattenLetter,
  subjectOf,
  type LetterRow,
  type Reported,
} from "@/lib/features/outbox/read/queries";
import { composeLetter, LetterFault } from "@/lib/i18n/letter";
import { insertLetterFact, moveLetter } from "./facts";
import type { LetterCancel, LetterInput, ReceivedWord } from "@/lib/features/outbox/schema";

const MINUTE = 60_000;

/**
 * Sends at once what waits for its next try, or takes up again what was refused, given up or came back, if it can still
 * be written: with all its tries before it, or the first refusal would end it.
 */
export async function retryLetter(ctx: Ctx, { id }: LetterInput): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "outbox.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const letter = await findLetter(tx, id);
    if (!letter) return refuse({ kind: "not-found" });
    if (mayBegin("retry", letter.state) && !(await isWritable(tx, letter)))
      return invalid("", "outbox.linkGone");
    const isAnew = letter.state !== "queued";
    const data = { state: "queued", nextAttemptAt: ctx.now, closedAt: null, ...(isAnew && { attempts: 0 }) };
    if (!(await change(tx, "retry", id, data))) return invalid("", "outbox.tooLate");
    journal.note({ event: "mail.retried", subject: subjectOf(letter), after: flattenLetter(letter) });
    return done({ id });
  });
}

/** A letter that must not leave: its link is forgotten, the letter and the reason stay. */
export async function cancelLetter(ctx: Ctx, { id, reason }: LetterCancel): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "outbox.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const letter = await findLetter(tx, id);
    if (!letter) return refuse({ kind: "not-found" });
    const data = { ...CLOSED, state: "cancelled", closedAt: ctx.now };
    if (!(await change(tx, "cancel", id, data))) return invalid("", "outbox.tooLate");
    journal.note({
      event: "mail.cancelled",
      subject: subjectOf(letter),
      after: flattenLetter(letter),
      reason,
    });
    return done({ id });
  });
}

/**
 * The link of a letter that no server can carry, to be handed over by other means; the journal says who looked. An
 * owner's act: whoever holds a link can choose an owner's password, or come in as one. Where a server is set the link is
 * its reader's alone.
 */
export async function revealLink(ctx: Ctx, { id }: LetterInput): Promise<Outcome<{ link: string }>> {
  if (!can(ctx.actor, "outbox.reveal")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const letter = await findLetter(tx, id);
    if (!letter) return refuse({ kind: "not-found" });
    const { link } = openSecrets(letter);
    if (canSend() || letter.state !== "queued" || !link) return invalid("", "outbox.linkHidden");
    journal.note({ event: "mail.read", subject: subjectOf(letter), after: flattenLetter(letter) });
    return done({ link });
  });
}

/** A letter to whoever asks, by which they see whether letters arrive. */
export async function sendTrial(ctx: StaffCtx, locale: string): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "outbox.manage")) return refuse({ kind: "forbidden" });
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

/**
 * What others report of a letter, within the change it is part of: each report once, the journal told of what it moved.
 * Nothing happened before the letter was written, nor after now.
 */
export async function recordReports(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { letterId, reports }: { letterId: string; reports: readonly Reported[] },
): Promise<void> {
  for (const report of reports) {
    const letter = (await findLetter(tx, letterId))!;
    const at = within(report.at ?? ctx.now.getTime(), letter.acceptedAt ?? letter.createdAt, ctx.now);
    if (!(await insertLetterFact(tx, ctx, letterId, { ...report, at }))) continue;
    if (!(await moveLetter(tx, ctx, letter, report.kind))) continue;
    const { server, status, details } = report;
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

/** A person's word that a letter was received, with who said it and how: beside the letter, and never the server's. */
export async function recordReceipt(
  ctx: Ctx,
  { id, saidBy, channel, at }: ReceivedWord,
): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "outbox.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const letter = await findLetter(tx, id);
    if (!letter) return refuse({ kind: "not-found" });
    if (!mayBegin("say-received", letter.state)) return invalid("", "outbox.notLeft");
    if (at > ctx.now) return invalid("on", "outbox.future");
    if (at.getTime() < Math.floor(letter.createdAt.getTime() / MINUTE) * MINUTE)
      return invalid("on", "outbox.beforeWritten");
    const digest = ["said-received", channel, at.toISOString(), saidBy].join(" ");
    const stated = { kind: "said-received", at, source: "person", channel, saidBy, digest } as const;
    if (await insertLetterFact(tx, ctx, id, stated))
      journal.note({
        event: "mail.said-received",
        subject: subjectOf(letter),
        after: { ...flattenLetter(letter), channel, saidBy, at: at.toISOString() },
      });
    return done({ id });
  });
}

/** The conditional update: a letter that has begun to leave meanwhile is left alone. */
async function change(
  tx: Tx,
  act: LetterAct,
  id: string,
  data: Parameters<Tx["outboxMail"]["updateMany"]>[0]["data"],
): Promise<boolean> {
  const { count } = await tx.outboxMail.updateMany({ where: { id, state: { in: statesFor(act) } }, data });
  return count === 1;
}

/** What has left or was given up has lost its link: a letter that needs one must be asked for again where it came from. */
async function isWritable(tx: Tx, letter: LetterRow): Promise<boolean> {
  try {
    const { template, locale, params } = letter;
    const organisation = await findSender(tx);
    await composeLetter({ template, locale, params, secrets: openSecrets(letter), organisation });
    return true;
  } catch (error) {
    if (error instanceof LetterFault) return false;
    throw error;
  }
}
