import { required } from "@/lib/domain/invariant/required";
import type { MatchedBy } from "@/lib/domain/outbox/delivery-report";
import type { LetterFactKind } from "@/lib/domain/outbox/letter-facts";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { recordReceipts } from "@/lib/features/authorisation/write/receipts";
import { findLetter, withoutRecipient } from "@/lib/features/outbox/read/queries";
import { recordReports } from "@/lib/features/outbox/write/mutations";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import type { Ctx, StaffCtx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { findReturnedLetter } from "@/lib/platform/jobs/candidates";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { log } from "@/lib/platform/log/log";
import { visitMailbox } from "@/lib/platform/mail/mailbox";
import type { MailSignature } from "@/lib/platform/mail/signature";
import { readSignatures } from "@/lib/platform/parser/run-parser";
import { proveByMail, recordObjection } from "@/lib/features/contact/write/proofs";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { readReturned, type Returned } from "@/lib/features/returned-mail/read/returned";
import { splitMessages } from "@/lib/features/returned-mail/read/split-messages";

/** Result of one message: a fact, no match, no report, or a duplicate. */
export type ReturnOutcome = LetterFactKind | "unmatched" | "unread" | "again";

type Match = { id: string; by: MatchedBy };

/** Records each message with its letter, or in the platform's chain. */
export async function readMailbox(signal: AbortSignal): Promise<void> {
  const touched = new Set<string>();
  const visit = async (bytes: Uint8Array) => {
    const returned = await readReturned(bytes);
    if (!returned) return;
    const found = await findReturnedLetter(returned);
    const org = found?.org ?? PLATFORM_CHAIN;
    const ctx = jobContext("returned-mail", org, new Date());
    const outcome = await recordReturned(ctx, { returned, letter: found, cameBy: "mailbox" });
    if (outcome.ok && outcome.value === "unmatched")
      log.warn({ digest: returned.message.digest }, "a returned message matches no letter");
    if (found) touched.add(org);
    if (!found) await proveByAnswer(bytes, returned);
  };
  await visitMailbox(visit, signal);
  for (const org of touched)
    if (org !== PLATFORM_CHAIN) await recordReceipts(jobContext("returned-mail", org, new Date()));
}

/** Takes an answer to one of our letters as a proof of its author's address, where its signature holds now. */
export async function proveByAnswer(
  bytes: Uint8Array,
  { message }: Pick<Returned, "message">,
  findSigned: (message: Uint8Array) => Promise<MailSignature[]> = readSignatures,
): Promise<void> {
  if (message.deliveryStatus !== null || message.answeredIds.length === 0) return;
  const answered = await findReturnedLetter({ envelopeId: "", messageIds: message.answeredIds });
  if (!answered || answered.org === PLATFORM_CHAIN) return;
  const objecting = jobContext("returned-mail", answered.org, new Date());
  if (!message.isAutomatic)
    await recordObjection(objecting, { letterId: answered.id, from: message.from, message: bytes });
  const signatures = await findSigned(bytes);
  if (signatures.length === 0) return;
  const ctx = jobContext("returned-mail", answered.org, new Date());
  await proveByMail(ctx, { message: bytes, signatures });
}

export type ReturnedFile = Partial<Record<ReturnOutcome, number>>;

/** Accepts a message or a mailbox of them. */
export async function receiveReturnedFile(ctx: StaffCtx, bytes: Uint8Array): Promise<Outcome<ReturnedFile>> {
  if (!isAuthorised(ctx, "outbox.note-returns")) return refuse({ kind: "forbidden" });
  const messages = splitMessages(bytes);
  if (typeof messages === "string") return invalid("file", messages);
  const counts: ReturnedFile = {};
  for (const one of messages) {
    const outcome = await receiveMessage(ctx, one);
    if (!outcome.ok) return outcome;
    counts[outcome.value] = (counts[outcome.value] ?? 0) + 1;
  }
  await recordReceipts(jobContext("returned-mail", ctx.scope.org, ctx.now));
  return done(counts);
}

async function receiveMessage(ctx: StaffCtx, bytes: Uint8Array): Promise<Outcome<ReturnOutcome>> {
  const returned = await readReturned(bytes);
  if (!returned) return done("unread");
  const letter = await findOwnLetter(ctx, returned);
  return recordReturned(ctx, { returned, letter, cameBy: "file" });
}

/** Limited to the organisation's letters: others' reports are ignored. */
function findOwnLetter({ scope }: Ctx, { envelopeId, messageIds }: Returned): Promise<Match | null> {
  return withOrg(scope, async (tx) => {
    const select = { id: true };
    const known = await tx.outboxMail.findFirst({ where: { envelopeId }, select });
    if (known) return { ...known, by: "envelope" };
    const quoted = await tx.outboxMail.findFirst({ where: { messageId: { in: messageIds } }, select });
    return quoted && { ...quoted, by: "message" };
  });
}

type ReturnedMessage = { returned: Returned; letter: Match | null; cameBy: "mailbox" | "file" };

/** Records a message once; unmatched ones are counted alone. */
export async function recordReturned(
  ctx: Ctx,
  { returned, letter, cameBy }: ReturnedMessage,
): Promise<Outcome<ReturnOutcome>> {
  if (!isAuthorised(ctx, "outbox.note-returns")) return refuse({ kind: "forbidden" });
  const facts = letter ? returned.factsBy(letter.by) : [];
  const outcome = outcomeOf(returned, facts);
  return write<ReturnOutcome>(ctx, async (tx, journal) => {
    const { digest, ...headers } = returned.message;
    const { sender, subject } = await withoutSubject(tx, letter, headers);
    const { count } = await tx.returnedMail.createMany({
      data: {
        digest,
        sender,
        subject,
        outcome,
        cameBy,
        id: newId(ctx.now),
        orgId: ctx.scope.org,
        letterId: facts.length > 0 ? required(letter, "letter of the report").id : null,
        readAt: ctx.now,
      },
      skipDuplicates: true,
    });
    if (count === 0) return done("again");
    if (facts.length > 0)
      await recordReports(tx, ctx, journal, {
        letterId: required(letter, "letter of the report").id,
        reports: facts,
      });
    return done(outcome);
  });
}

/** Removes addresses of what came back of a letter to a data subject, who may have answered it. */
async function withoutSubject(
  tx: Tx,
  match: Match | null,
  { sender, subject }: { sender: string; subject: string },
): Promise<{ sender: string; subject: string }> {
  const letter = match && (await findLetter(tx, match.id));
  if (!letter) return { sender, subject };
  return { sender: withoutRecipient(letter, sender), subject: withoutRecipient(letter, subject) };
}

function outcomeOf({ message }: Returned, facts: readonly { kind: LetterFactKind }[]): ReturnOutcome {
  const kinds = facts.map(({ kind }) => kind);
  const [reported] = (["bounced", "delivered"] as const).filter((kind) => kinds.includes(kind));
  const isReport = message.deliveryStatus !== null || message.failedRecipients !== "";
  return reported ?? kinds[0] ?? (isReport ? "unmatched" : "unread");
}
