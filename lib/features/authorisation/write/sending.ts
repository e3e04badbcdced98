import { createHash } from "node:crypto";
import { required } from "@/lib/domain/invariant/required";
import { authorisationStatusAt } from "@/lib/domain/authorisation/request-status";
import type { AuthorisationState } from "@/lib/domain/authorisation/types";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { type Ctx, today } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { annexList } from "@/lib/features/authorisation/print/annex";
import { announceUse, conflictOf, insertMove } from "./change";
import {
  storedRequestOf,
  type AuthorisationRow,
  findAgreed,
  findAuthorisation,
  findReaders,
  findUsed,
  type UsedRow,
} from "@/lib/features/authorisation/read/queries";
import { findUnprovenRecipient } from "./silence";
import { lockAuthorisation, lockList } from "./rows";
import { fileLetter, prepareLetter } from "@/lib/features/authorisation/print/letter";
import type { RequestsSend } from "@/lib/features/authorisation/schema";

/** Sends each draft in its own transaction: one refusal does not delay the others. */
export async function sendRequests(
  ctx: Ctx,
  { requests }: RequestsSend,
): Promise<Outcome<AuthorisationRow[]>> {
  if (!isAuthorised(ctx, "authorisation.send")) return refuse({ kind: "forbidden" });
  const outcomes = [];
  for (const request of requests) outcomes.push(await sendRequest(ctx, request));
  const refused = outcomes.find((outcome) => !outcome.ok);
  return refused ?? done(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])));
}

// Milliseconds: a letter is composed before, and stored within, the transaction.
const LIMITS = { timeoutMs: 30_000 };

type Sent = RequestsSend["requests"][number];

/** Retries when the controller's list changed while the letter was printed. */
async function sendRequest(ctx: Authorised, request: Sent): Promise<Outcome<AuthorisationRow>> {
  for (;;) {
    const outcome = await sendAsPrinted(ctx, request);
    if (!outcome.ok) return outcome;
    if (outcome.value) return done(outcome.value);
  }
}

/**
 * Seals text and list by their hashes, stores the PDF, queues the letter and replaces an open request. Null without
 * effect where the controller's list changed while printing.
 */
async function sendAsPrinted(
  ctx: Authorised,
  { id, version }: Sent,
): Promise<Outcome<AuthorisationRow | null>> {
  const prepared = await prepareLetter(ctx, id, "request", (tx, row) => refreshScope(tx, ctx, row));
  if (!prepared) return refuse({ kind: "not-found" });
  const { asked, list, textDigest, listDigest } = prepared.sealed;
  return write<AuthorisationRow | null>(
    ctx,
    async (tx, journal) => {
      await lockAuthorisation(tx, id);
      const before = await findAuthorisation(tx, id);
      if (!before) return refuse({ kind: "not-found" });
      if (before.version !== version) return refuse(conflictOf(before));
      const reader = await checkReader(tx, before);
      if (!reader.ok) return reader;
      const stated = await checkScope(tx, ctx, before, asked);
      if (!stated.ok) return stated;
      await lockList(tx, before.controllerId);
      if ((await refreshScope(tx, ctx, before)).listDigest !== listDigest) return done(null);
      const filed = await fileLetter(tx, ctx, journal, { row: before, letter: prepared });
      const sent = await insertMove(tx, ctx, journal, {
        before,
        version,
        content: {
          kind: before.regime === "specific" ? "submit" : "notify",
          at: ctx.now,
          text: before.text,
          recipient: before.recipient,
          document: filed.documentId,
        },
        columns: {
          list,
          listDigest,
          textDigest,
          sentAt: ctx.now,
          ...filed,
          subProcessorVersion: asked.version,
          scopeDigest: asked.scopeDigest,
          silenceAddress: await findUnprovenRecipient(tx, ctx, before),
        },
        evidence: { textDigest, listDigest, letterId: filed.letterId },
      });
      if (!sent.ok) return sent;
      await replacePredecessor(tx, ctx, journal, { to: sent.value, when: UNANSWERED });
      await announceUse(tx, ctx, before);
      return sent;
    },
    LIMITS,
  );
}

/** Refuses an archived controller and an addressee without access. */
async function checkReader(tx: Tx, row: AuthorisationRow): Promise<Outcome<null>> {
  const { reference, recipient, controller } = row;
  const refused = (key: string) => invalid("requests", `authorisation.${key}`, { reference });
  if (controller.archivedAt !== null) return refused("controllerLeft");
  if (recipient === "") return refused("addressMissing");
  return (await findReaders(tx, [row]))(row) === recipient ? done(null) : refused("addressLeft");
}

/** Names the changed part where service, places or contract differ from the draft. */
async function checkScope(
  tx: Tx,
  ctx: Ctx,
  { controllerId, reference, regime, days, contractId, scopeDigest }: AuthorisationRow,
  asked: UsedRow,
): Promise<Outcome<null>> {
  if (!asked.isListed) return invalid("requests", "authorisation.listedNoMore");
  const agreed = (await findAgreed(tx, today(ctx), [controllerId]))(controllerId);
  const isAgreed = agreed.contractId === contractId && agreed.regime === regime && agreed.days === days;
  if (isAgreed && asked.scopeDigest === scopeDigest) return done(null);
  return invalid("requests", "authorisation.saidOtherwise", { reference, name: asked.name });
}

/** Updates the list and the scope to the day of sending. */
async function refreshScope(tx: Tx, ctx: Ctx, row: AuthorisationRow) {
  const used = await findUsed(tx, today(ctx));
  const asked = required(
    used.find(({ id }) => id === row.subProcessorId),
    "sub-processor of the request",
  );
  const list = await annexList(tx, ctx, { controllerId: row.controllerId, asked, used });
  return { asked, list, textDigest: digestOf(row.text), listDigest: digestOf(canonicalText(list)) };
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

type Successor = {
  to: AuthorisationRow;
  /** States of the predecessor that permit replacement. */
  when: readonly AuthorisationState[];
};

/** States without an answer, including a silence that counts as refusal. */
const UNANSWERED: readonly AuthorisationState[] = ["submitted", "notified", "expired"];

/**
 * Replaces an unanswered request at once, and an authorisation when the new one takes effect. The caller announces the
 * use, which both concern.
 */
export async function replacePredecessor(
  tx: Tx,
  ctx: Ctx,
  journal: Parameters<typeof insertMove>[2],
  { to, when }: Successor,
): Promise<void> {
  if (to.supersedesId === null) return;
  const before = await findAuthorisation(tx, to.supersedesId);
  if (!before || !when.includes(authorisationStatusAt(storedRequestOf(before), ctx.now.getTime()).state))
    return;
  await insertMove(tx, ctx, journal, {
    before,
    version: before.version,
    content: { kind: "supersede", at: ctx.now, reason: to.reference },
  });
}
