import { createHash } from "node:crypto";
import { can } from "@/lib/domain/nouns/policy";
import { authorisationStatusAt } from "@/lib/domain/authorisation/request-status";
import type { AuthorisationState } from "@/lib/domain/authorisation/types";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { type Ctx, today } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
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
import { lockAuthorisation, lockList } from "./rows";
import { fileLetter, prepareLetter } from "@/lib/features/authorisation/print/letter";
import type { RequestsSend } from "@/lib/features/authorisation/schema";

/** Sends drafts one by one, each by itself: what one controller lacks keeps no other waiting. */
export async function sendRequests(
  ctx: Ctx,
  { requests }: RequestsSend,
): Promise<Outcome<AuthorisationRow[]>> {
  if (!can(ctx.actor, "authorisation.send")) return refuse({ kind: "forbidden" });
  const outcomes = [];
  for (const request of requests) outcomes.push(await sendRequest(ctx, request));
  const refused = outcomes.find((outcome) => !outcome.ok);
  return refused ?? done(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])));
}

// A letter is composed before, and filed within, the transaction.
const LIMITS = { timeoutMs: 30_000 };

type Sent = RequestsSend["requests"][number];

/** Sends one. Each turn more means that the list it was printed with is no longer the controller's list. */
async function sendRequest(ctx: Ctx, request: Sent): Promise<Outcome<AuthorisationRow>> {
  for (;;) {
    const outcome = await sendAsPrinted(ctx, request);
    if (!outcome.ok) return outcome;
    if (outcome.value) return done(outcome.value);
  }
}

/**
 * Its text and its list are sealed by their hashes and change no more, the request is filed as PDF and goes with its
 * letter. An open question about the same sub-processor gives way to it. Null, and nothing done, where another request
 * went to the same controller, or was answered, while this one was printed.
 */
async function sendAsPrinted(ctx: Ctx, { id, version }: Sent): Promise<Outcome<AuthorisationRow | null>> {
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
        said: {
          kind: before.regime === "specific" ? "submit" : "notify",
          at: ctx.now,
          text: before.text,
          recipient: before.recipient,
          document: filed.documentId,
        },
        columns: {
          ...{ list, listDigest, textDigest, sentAt: ctx.now, ...filed },
          subProcessorVersion: asked.version,
          scopeDigest: asked.scopeDigest,
        },
        kept: { textDigest, listDigest, letterId: filed.letterId },
      });
      if (!sent.ok) return sent;
      await replacePredecessor(tx, ctx, journal, { to: sent.value, when: UNANSWERED });
      await announceUse(tx, ctx, before);
      return sent;
    },
    LIMITS,
  );
}

/** It goes to whom it was addressed, while they are there: a controller that was archived is asked nothing. */
async function checkReader(tx: Tx, row: AuthorisationRow): Promise<Outcome<null>> {
  const { reference, recipient, controller } = row;
  const refused = (key: string) => invalid("requests", `authorisation.${key}`, { reference });
  if (controller.archivedAt !== null) return refused("controllerLeft");
  if (recipient === "") return refused("addressMissing");
  return (await findReaders(tx, [row]))(row) === recipient ? done(null) : refused("addressLeft");
}

/** Its words were proposed for one service at its places, under one contract: where those have changed, it says what is not. */
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

/** The list and what is asked for as they are on the day of sending. */
async function refreshScope(tx: Tx, ctx: Ctx, row: AuthorisationRow) {
  const used = await findUsed(tx, today(ctx));
  const asked = used.find(({ id }) => id === row.subProcessorId)!;
  const list = await annexList(tx, ctx, { controllerId: row.controllerId, asked, used });
  return { asked, list, textDigest: digestOf(row.text), listDigest: digestOf(canonicalText(list)) };
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

type Successor = {
  to: AuthorisationRow;
  /** Where what came before stands when it gives way now. */
  when: readonly AuthorisationState[];
};

/** A question that nobody has answered, or only by silence where silence is a no. */
const UNANSWERED: readonly AuthorisationState[] = ["submitted", "notified", "expired"];

/**
 * What a request follows is replaced by it: a question without an answer at once, an authorisation, said or by silence,
 * when the new one holds. Both concern one use, which the caller announces.
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
    said: { kind: "supersede", at: ctx.now, reason: to.reference },
  });
}
