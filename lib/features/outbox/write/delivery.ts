import { required } from "@/lib/domain/invariant/required";
import { isPermanent } from "@/lib/domain/outbox/failure";
import { stateAfter } from "@/lib/domain/outbox/letter-facts";
import { waitAfter } from "@/lib/domain/outbox/retry";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";
import { readFile } from "@/lib/platform/files/store";
import { log, withoutAddresses } from "@/lib/platform/log/log";
import { sendMail, type Delivery, type Mail } from "@/lib/platform/mail/transport";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import {
  CLOSED,
  findLetter,
  findSender,
  isToDataSubject,
  openSecrets,
  recipientOf,
  flattenLetter,
  subjectOf,
  withoutRecipient,
  type LetterRow,
  type LetterColumns,
} from "@/lib/features/outbox/read/queries";
import { completeCertificate } from "./completions";
import { insertLetterFact } from "./facts";
import { composeLetter } from "@/lib/i18n/letter";
import { letterHtml } from "@/lib/features/outbox/print/letter-html";
import { letterText } from "@/lib/features/outbox/print/letter-text";

/** Milliseconds, far beyond the transport's timeout, so that no other process takes a letter being sent. */
const LEASE_MS = 10 * 60_000;

/** Result of one attempt; "taken" where another process has the letter or nothing is due. */
export type DeliveryOutcome = "taken" | "accepted" | "refused" | "given-up" | "queued";

/**
 * Sends once and records the answer. At least once: a process that dies before recording leaves its lease, and the
 * letter is sent again under the same Message-ID, which mail clients deduplicate.
 */
export async function deliverLetter(ctx: Ctx, id: string): Promise<Outcome<DeliveryOutcome>> {
  if (!isAuthorised(ctx, "outbox.deliver")) return refuse({ kind: "forbidden" });
  const claimed = await claim(ctx, id);
  if (!claimed) return done("taken");
  const delivery = withoutNames(claimed.letter, await attempt(ctx, claimed));
  return recordDelivery({ ...ctx, now: delivery.at }, claimed.letter, delivery);
}

/** A server's answer often repeats the recipient, whom a letter to a data subject does not name. */
function withoutNames(letter: LetterRow, delivery: Delivery): Delivery {
  return { ...delivery, response: withoutRecipient(letter, delivery.response) };
}

type Claimed = { letter: LetterRow; sender: { name: string; address: string } | null };

/** Updates conditionally: due or expired lease in the `where`; attempt and lease identify the claimant. */
async function claim({ scope, now }: Ctx, id: string): Promise<Claimed | null> {
  return withOrg(scope, async (tx) => {
    const { count } = await tx.outboxMail.updateMany({
      where: {
        id,
        OR: [
          { state: "queued", nextAttemptAt: { lte: now } },
          { state: "sending", leasedUntil: { lte: now } },
        ],
      },
      data: {
        state: "sending",
        leasedUntil: new Date(now.getTime() + LEASE_MS),
        attempts: { increment: 1 },
      },
    });
    if (count === 0) return null;
    return {
      letter: required(await findLetter(tx, id), "letter that was claimed"),
      sender: await findSender(tx),
    };
  });
}

/** A composing error is a defect of the application: the letter waits and shows the error. */
async function attempt(ctx: Ctx, { letter, sender }: Claimed): Promise<Delivery> {
  try {
    return await sendMail({
      ...(await writeLetter(letter, sender)),
      attachment: await findAttachment(ctx, letter),
    });
  } catch (error) {
    log.error({ err: error, letter: letter.id, template: letter.template }, "a letter cannot be written");
    const response = error instanceof Error ? error.message : String(error);
    return { kind: "failed", about: "connection", response, at: new Date() };
  }
}

/** Verifies the hash of the attachment: a damaged one is not sent. */
async function findAttachment({ scope }: Ctx, { attachmentId }: LetterRow): Promise<Mail["attachment"]> {
  return attachmentId === null ? null : withOrg(scope, (tx) => readFile(tx, attachmentId));
}

async function writeLetter(
  letter: LetterRow,
  organisation: Claimed["sender"],
): Promise<Omit<Mail, "attachment">> {
  const { template, locale, params, messageId, envelopeId } = letter;
  const secrets = openSecrets(letter);
  const composed = await composeLetter({
    template,
    locale,
    params,
    secrets,
    organisation,
  });
  return {
    messageId,
    envelopeId,
    to: { name: letter.toName, address: recipientOf(letter) },
    language: composed.locale,
    subject: composed.subject,
    text: letterText(composed),
    html: letterHtml(composed),
    oneClickLeave: secrets.oneClickLeave ?? null,
  };
}

function recordDelivery(
  ctx: Authorised,
  letter: LetterRow,
  delivery: Delivery,
): Promise<Outcome<DeliveryOutcome>> {
  if (delivery.kind === "accepted") return accept(ctx, letter, delivery);
  const { response } = delivery;
  const stated = { letter: letter.id, attempts: letter.attempts, response: withoutAddresses(response) };
  log.warn(stated, "a letter was not accepted");
  if (isPermanent(delivery)) return end(ctx, letter, "refused", response);
  const wait = waitAfter(letter.attempts, Math.random());
  return wait === null
    ? end(ctx, letter, "given-up", response)
    : requeueLetter(ctx, letter, response, new Date(ctx.now.getTime() + wait));
}

/** Acceptance by the relay proves no receipt, article 33(2). */
function accept(
  ctx: Authorised,
  letter: LetterRow,
  { response, isNoticeAsked }: Extract<Delivery, { kind: "accepted" }>,
): Promise<Outcome<DeliveryOutcome>> {
  return write(ctx, async (tx, journal) => {
    const data = {
      ...CLOSED,
      state: stateAfter("sending", "handed-over"),
      acceptedAt: ctx.now,
      closedAt: ctx.now,
      response,
      isNoticeAsked,
      lastError: "",
    };
    if (!(await release(tx, letter, data))) return done("taken");
    await insertLetterFact(tx, ctx, letter.id, reportByRelay(ctx, "handed-over", response));
    await completeCertificate(tx, ctx, letter, { state: data.state, response, at: ctx.now });
    journal.note({
      event: "mail.accepted",
      subject: subjectOf(letter),
      after: { ...flattenLetter(letter), response, acceptedAt: ctx.now.toISOString() },
    });
    return done("accepted");
  });
}

/** Final: refused by the relay, or the last attempt failed. */
function end(
  ctx: Authorised,
  letter: LetterRow,
  kind: "refused" | "given-up",
  lastError: string,
): Promise<Outcome<DeliveryOutcome>> {
  return write(ctx, async (tx, journal) => {
    const data = { ...CLOSED, state: stateAfter("sending", kind), closedAt: ctx.now, lastError };
    if (!(await release(tx, letter, data))) return done("taken");
    await insertLetterFact(tx, ctx, letter.id, reportByRelay(ctx, kind, lastError));
    await completeCertificate(tx, ctx, letter, { state: data.state, response: lastError, at: ctx.now });
    journal.note({
      event: `mail.${kind}`,
      subject: subjectOf(letter),
      after: flattenLetter(letter),
      reason: lastError,
    });
    return done(kind);
  });
}

function reportByRelay(
  { now }: Ctx,
  kind: "handed-over" | "refused" | "given-up",
  details: string,
): LetterColumns {
  return { kind, at: now, source: "relay", details, digest: `${kind} ${now.toISOString()}` };
}

/** Not journalled: the row has the attempts and the error. */
function requeueLetter(
  { scope }: Ctx,
  letter: LetterRow,
  lastError: string,
  nextAttemptAt: Date,
): Promise<Outcome<DeliveryOutcome>> {
  return withOrg(scope, async (tx) => {
    const data = { state: "queued", leasedUntil: null, nextAttemptAt, lastError };
    return done((await release(tx, letter, data)) ? "queued" : "taken");
  });
}

/** Skips the update where the lease expired and another attempt began. */
async function release(
  tx: Tx,
  { id, template, attempts, leasedUntil }: LetterRow,
  data: Parameters<Tx["outboxMail"]["updateMany"]>[0]["data"],
): Promise<boolean> {
  const { count } = await tx.outboxMail.updateMany({
    where: { id, state: "sending", attempts, leasedUntil },
    // A letter that was queued before recipients were encrypted loses its own as it leaves.
    data: data.state !== "queued" && isToDataSubject({ template }) ? { ...data, toAddress: "" } : data,
  });
  return count === 1;
}
