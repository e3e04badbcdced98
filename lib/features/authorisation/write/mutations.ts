import { required } from "@/lib/domain/invariant/required";
import { unprovenCondition } from "./proven-conditions";
import { effectOf } from "@/lib/domain/access/portal-acts";
import { isOralRefusal, clampToMinute } from "@/lib/domain/authorisation/history";
import { EVENT_NEEDS } from "@/lib/domain/authorisation/needs";
import { isAsRead } from "@/lib/domain/authorisation/receipt";
import { authorisationStatusAt } from "@/lib/domain/authorisation/request-status";
import { eventAtEnd, isGivenUpAfterSending, TRANSITIONS } from "@/lib/domain/authorisation/lifecycle";
import { done, invalid, type Outcome, type Refusal, refuse } from "@/lib/domain/outcome/outcome";
import type { ContactCtx, Ctx } from "@/lib/platform/request/context";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { newId } from "@/lib/platform/database/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { announceUse, conflictOf, insertMove, moveAuthorisation, type EventContent } from "./change";
import { lockReceived } from "./receipts";
import {
  storedRequestOf,
  type AuthorisationRow,
  factsOf,
  findAuthorisation,
  findEndable,
} from "@/lib/features/authorisation/read/queries";
import { lockAuthorisation } from "./rows";
import { fileLetter, prepareLetter, queueGivenUp } from "@/lib/features/authorisation/print/letter";
import { findEvidence } from "@/lib/features/authorisation/read/parties";
import type { ConfirmationAsk, PortalDecision, RequestMove } from "@/lib/features/authorisation/schema";
import { replacePredecessor } from "./sending";

/**
 * Records a receipt, a written decision, a condition met, a suspension or an end, for one controller's request alone.
 */
export async function moveRequest(ctx: Ctx, input: RequestMove): Promise<Outcome<AuthorisationRow>> {
  if (!isAuthorised(ctx, EVENT_NEEDS[input.event])) return refuse({ kind: "forbidden" });
  const own = await findOwnPeople(ctx.scope.org);
  return write(ctx, async (tx, journal) => {
    const before = await lockReceived(tx, ctx, journal, { id: input.id, own });
    if (!before) return refuse({ kind: "not-found" });
    const { id: _id, version, event, conditions: _conditions, conditionId, ...typed } = input;
    const stated = { ...typed, at: new Date(clampToMinute(typed.at.getTime(), factsOf(before))) };
    const fit = await checkMove(tx, before, { ...input, ...stated });
    if (!fit.ok) return fit;
    const isTold = isGivenUpAfterSending(event, before.state);
    const letterId = isTold ? await queueGivenUp(tx, ctx, before) : null;
    const moved = await insertMove(tx, ctx, journal, {
      before,
      version,
      content: { ...stated, kind: event },
      columns: event === "receive" ? { receivedAt: stated.at } : {},
      evidence: { ...(conditionId && { conditionId }), ...(letterId !== null && { letterId }) },
    });
    if (!moved.ok) return attachToDay(moved);
    const row = await recordConditions(tx, ctx, journal, moved.value, { ...input, at: stated.at });
    // Runs after the conditions are inserted, because they affect the decision.
    await announceUse(tx, ctx, before);
    return done(row);
  });
}

/** Inserts conditions or records one as met; returns the request with them. */
async function recordConditions(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  row: AuthorisationRow,
  { event, conditions, conditionId, at }: RequestMove,
): Promise<AuthorisationRow> {
  if (event === "approve") {
    const added = conditions.map((text) => ({ text, contactId: null }));
    return insertApproval(tx, ctx, journal, row, added);
  }
  if (event !== "meet") return row;
  await tx.authorisationCondition.updateMany({ where: { id: conditionId }, data: { metAt: at } });
  const metAt = (one: AuthorisationRow["conditions"][number]) => (one.id === conditionId ? at : one.metAt);
  return { ...row, conditions: row.conditions.map((one) => ({ ...one, metAt: metAt(one) })) };
}

/** Checks ownership of document and condition, and the order of receipts. */
async function checkMove(tx: Tx, row: AuthorisationRow, input: RequestMove): Promise<Outcome<null>> {
  const { event, at, document, conditionId } = input;
  if (document !== "") {
    const evidence = await findEvidence(tx, row);
    if (!evidence.some(({ id }) => id === document))
      return invalid("document", "authorisation.documentElsewhere");
  }
  if (event === "receive" && input.channel === null) return invalid("channel", "authorisation.howMissing");
  if (event === "receive" && row.receivedAt !== null && at >= row.receivedAt)
    return invalid("on", "authorisation.receivedBefore");
  // The proof of an address is met by its row alone, never by the word of staff.
  const meetable = row.conditions.filter(({ metAt, contactId }) => metAt === null && contactId === null);
  if (event === "meet" && !meetable.some(({ id }) => id === conditionId))
    return invalid("conditionId", "authorisation.conditionMissing");
  return done(null);
}

/** Attaches a fault of the instant to its day field. */
function attachToDay<T>(outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok || outcome.refusal.kind !== "invalid") return outcome;
  const issues = outcome.refusal.issues.map((issue) =>
    issue.path === "at" ? { ...issue, path: "on" } : issue,
  );
  return refuse({ kind: "invalid", issues });
}

/**
 * Stores both hashes, the signatory with role and power, the instant, the address and the user agent. Requires a locked
 * request.
 */
export async function insertDecision(
  tx: Tx,
  ctx: ContactCtx,
  journal: JournalDraft,
  before: AuthorisationRow,
  decision: PortalDecision,
): Promise<Outcome<AuthorisationRow>> {
  const conflict = conflictOn(before, decision);
  if (conflict) return refuse(conflict);
  const { id: _id, version, event, conditions, textDigest, listDigest, ...values } = decision;
  const moved = await insertMove(tx, ctx, journal, {
    before,
    version,
    content: { ...values, kind: event, at: ctx.now, channel: "portal", source: "portal" },
    evidence: { textDigest, listDigest },
    device: ctx.device,
  });
  if (!moved.ok) return moved;
  const added = conditions.map((text) => ({ text, contactId: null }));
  const decided =
    effectOf("authorisation.decide", event) === "gives"
      ? await insertApproval(tx, ctx, journal, moved.value, [
          ...added,
          ...(await unprovenCondition(tx, ctx, before)),
        ])
      : moved.value;
  await announceUse(tx, ctx, before);
  return done(decided);
}

/** Null where the request is the one that was read. */
export function conflictOn(
  row: AuthorisationRow,
  read: Pick<PortalDecision, "version" | "textDigest" | "listDigest">,
): Refusal | null {
  const isSame =
    isAsRead(row, read.version) && row.textDigest === read.textDigest && row.listDigest === read.listDigest;
  return isSame ? null : conflictOf(row);
}

/** Inserts conditions, each to be met separately, and replaces the predecessor. */
async function insertApproval(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  row: AuthorisationRow,
  conditions: readonly { text: string; contactId: string | null }[],
): Promise<AuthorisationRow> {
  const added = conditions.map((one) => ({ id: newId(ctx.now), ...one, metAt: null }));
  await tx.authorisationCondition.createMany({
    data: added.map(({ id, text, contactId }, index) => ({
      id,
      contactId,
      orgId: ctx.scope.org,
      authorisationId: row.id,
      controllerId: row.controllerId,
      position: row.conditions.length + index + 1,
      text,
    })),
  });
  await replacePredecessor(tx, ctx, journal, { to: row, when: TRANSITIONS.supersede.from });
  return { ...row, conditions: [...row.conditions, ...added] };
}

type Ending = { controllerId: string; reason: string };

/**
 * Ends authorisations and cancels pending requests when the controller's last contract ends, articles 28(2) and 28(4).
 * Returns them.
 */
export async function endForController(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { controllerId, reason }: Ending,
): Promise<Outcome<AuthorisationRow[]>> {
  const ended: AuthorisationRow[] = [];
  for (const { id } of await findEndable(tx, controllerId, ctx.now)) {
    await lockAuthorisation(tx, id);
    const before = required(await findAuthorisation(tx, id), "request under the lock");
    const kind = eventAtEnd(authorisationStatusAt(storedRequestOf(before), ctx.now.getTime()).state);
    if (!kind) continue;
    const stated: EventContent = { kind, at: ctx.now, reason };
    const moved = await moveAuthorisation(tx, ctx, journal, {
      before,
      version: before.version,
      content: stated,
    });
    if (!moved.ok) return moved;
    ended.push(moved.value);
  }
  return done(ended);
}

// Milliseconds: a letter is composed before, and stored within, the transaction.
const LIMITS = { timeoutMs: 30_000 };

/** Asks for confirmation where no period was agreed, since silence then proves nothing. */
export async function askConfirmation(
  ctx: Ctx,
  { id, version }: ConfirmationAsk,
): Promise<Outcome<AuthorisationRow>> {
  if (!isAuthorised(ctx, "authorisation.send")) return refuse({ kind: "forbidden" });
  const isSpoken = await withOrg(ctx.scope, async (tx) => {
    const row = await findAuthorisation(tx, id);
    return row !== null && isOralRefusal(row.facts);
  });
  const kind = isSpoken ? "spoken" : "confirmation";
  const prepared = await prepareLetter(ctx, id, kind, (_tx, row) => Promise.resolve(sealOf(row)));
  if (!prepared) return refuse({ kind: "not-found" });
  return write(
    ctx,
    async (tx, journal) => {
      await lockAuthorisation(tx, id);
      const before = await findAuthorisation(tx, id);
      if (!before) return refuse({ kind: "not-found" });
      const { reference, controller } = before;
      if (controller.archivedAt !== null) return invalid("", "authorisation.controllerLeft", { reference });
      const waits =
        authorisationStatusAt(storedRequestOf(before), ctx.now.getTime()).waits === "confirmation";
      if (isSpoken ? !isOralRefusal(before.facts) : !waits)
        return invalid("", "authorisation.noConfirmation");
      const { letterId, documentId } = await fileLetter(tx, ctx, journal, { row: before, letter: prepared });
      return moveAuthorisation(tx, ctx, journal, {
        before,
        version,
        content: {
          kind: "ask-confirmation",
          at: ctx.now,
          text: before.text,
          recipient: prepared.letter.to.address,
          document: documentId,
        },
        evidence: { letterId },
      });
    },
    LIMITS,
  );
}

function sealOf({ list, textDigest, listDigest }: AuthorisationRow) {
  return { list, textDigest: textDigest ?? "", listDigest: listDigest ?? "" };
}
