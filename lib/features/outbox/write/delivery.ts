import { can } from "@/lib/domain/nouns/policy";
import { isPermanent } from "@/lib/domain/outbox/failure";
import { stateAfter } from "@/lib/domain/outbox/letter-facts";
import { waitAfter } from "@/lib/domain/outbox/retry";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";
import { readFile } from "@/lib/platform/files/store";
import { log, withoutAddresses } from "@/lib/platform/log/log";
import { sendMail, type Delivery, type Mail } from "@/lib/platform/mail/transport";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { write } from "@/lib/platform/write/write";
import {
  CLOSED,
  findLetter,
  findSender,
  openSecrets,
  flattenLetter,
  subjectOf,
  type LetterRow,
  type LetterColumns,
} from "@/lib/features/outbox/read/queries";
import { insertLetterFact } from "./facts";
import { composeLetter } from "@/lib/i18n/letter";
import { letterHtml } from "@/lib/features/outbox/print/letter-html";
import { letterText } from "@/lib/features/outbox/print/letter-text";

/** Far longer than a try can last (see the transport's patience): nobody else takes a letter that is being sent. */
const LEASE_MS = 10 * 60_000;

/** What became of a letter in one try; "taken" when another process has it or nothing is to be done. */
export type DeliveryOutcome = "taken" | "accepted" | "refused" | "given-up" | "queued";

/**
 * Sends one letter once, and writes down what its server answered. At least once, not exactly once: a process that
 * dies between the server's answer and the row leaves its lease behind, and the letter goes again under the same
 * Message-ID, by which a reader's mail program knows it for the same.
 */
export async function deliverLetter(ctx: Ctx, id: string): Promise<Outcome<DeliveryOutcome>> {
  if (!can(ctx.actor, "outbox.deliver")) return refuse({ kind: "forbidden" });
  const claimed = await claim(ctx, id);
  if (!claimed) return done("taken");
  const delivery = await attempt(ctx, claimed);
  return recordDelivery({ ...ctx, now: delivery.at }, claimed.letter, delivery);
}

type Claimed = { letter: LetterRow; sender: { name: string; address: string } | null };

/** One process gets it: due or left behind stands in the `where`, and the try with its lease marks whose it is. */
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
    return { letter: (await findLetter(tx, id))!, sender: await findSender(tx) };
  });
}

/** A letter that cannot be written is our fault: it waits for a version that can, and says so where it is read. */
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

/** The file that goes with it, verified as it is read: one that is damaged does not leave. */
async function findAttachment({ scope }: Ctx, { attachmentId }: LetterRow): Promise<Mail["attachment"]> {
  return attachmentId === null ? null : withOrg(scope, (tx) => readFile(tx, attachmentId));
}

async function writeLetter(
  letter: LetterRow,
  organisation: Claimed["sender"],
): Promise<Omit<Mail, "attachment">> {
  const { template, locale, params, messageId, envelopeId } = letter;
  const composed = await composeLetter({
    template,
    locale,
    params,
    secrets: openSecrets(letter),
    organisation,
  });
  return {
    messageId,
    envelopeId,
    to: { name: letter.toName, address: letter.toAddress },
    language: composed.locale,
    subject: composed.subject,
    text: letterText(composed),
    html: letterHtml(composed),
  };
}

function recordDelivery(ctx: Ctx, letter: LetterRow, delivery: Delivery): Promise<Outcome<DeliveryOutcome>> {
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

/** Instant and answer are kept. Our relay has it, and nothing says yet that its reader has (art. 33(2)). */
function accept(
  ctx: Ctx,
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
    journal.note({
      event: "mail.accepted",
      subject: subjectOf(letter),
      after: { ...flattenLetter(letter), response, acceptedAt: ctx.now.toISOString() },
    });
    return done("accepted");
  });
}

/** No further try: the relay refused it for good, or the last try failed. */
function end(
  ctx: Ctx,
  letter: LetterRow,
  kind: "refused" | "given-up",
  lastError: string,
): Promise<Outcome<DeliveryOutcome>> {
  return write(ctx, async (tx, journal) => {
    const data = { ...CLOSED, state: stateAfter("sending", kind), closedAt: ctx.now, lastError };
    if (!(await release(tx, letter, data))) return done("taken");
    await insertLetterFact(tx, ctx, letter.id, reportByRelay(ctx, kind, lastError));
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

/** Nothing is journalled: the letter is where it was, and the row keeps how often it was tried and why it failed. */
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

/** Writes the answer to this try, unless the lease ran out and another try has begun. */
async function release(
  tx: Tx,
  { id, attempts, leasedUntil }: LetterRow,
  data: Parameters<Tx["outboxMail"]["updateMany"]>[0]["data"],
): Promise<boolean> {
  const { count } = await tx.outboxMail.updateMany({
    where: { id, state: "sending", attempts, leasedUntil },
    data,
  });
  return count === 1;
}
