import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { movingHolidayOn } from "@/lib/domain/time/moving-holidays";
import { authorisationCellOf } from "@/lib/domain/authorisation/authorisation-status";
import { isOralRefusal, recordableAt, type Recordable } from "@/lib/domain/authorisation/history";
import { isGivenUpAfterSending, needsOf, TRANSITIONS } from "@/lib/domain/authorisation/lifecycle";
import { calendarOfRequest } from "@/lib/domain/authorisation/read-request";
import { factOfOpening, isReceipt, receiptOf, type Opening } from "@/lib/domain/authorisation/receipt";
import { isBetween } from "@/lib/domain/authorisation/reference";
import { EVENT_NEEDS } from "@/lib/domain/authorisation/needs";
import { authorisationStatusAt, isSilenceHeld } from "@/lib/domain/authorisation/request-status";
import { AUTHORISATION_EVENTS, type AuthorisationEventKind } from "@/lib/domain/authorisation/types";
import { localParts } from "@/lib/domain/time/zones";
import type { Search } from "@/lib/forms/list-query";
import { canSend } from "@/lib/platform/mail/transport";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { today, type StaffCtx } from "@/lib/platform/request/context";
import { findLetterStatuses } from "@/lib/platform/mail/letter-status";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { requireStaff } from "@/lib/platform/request/request-session";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  storedRequestOf,
  cellKey,
  factsOf,
  findAgreed,
  findAuthorisation,
  findAuthorisations,
  findRequests,
  findUsed,
  type AuthorisationRow,
} from "@/lib/features/authorisation/read/queries";
import { findWithOpenings } from "@/lib/features/authorisation/read/receipts";
import { findOwnCell } from "@/lib/features/authorisation/read/own-status";
import {
  addresseeOf,
  findEvidence,
  findPapers,
  findParties,
} from "@/lib/features/authorisation/read/parties";
import { isDisputed } from "@/lib/platform/journal/agreement";
import { findDecisionLetters } from "@/lib/features/authorisation/read/decision-letters";
import { preparedSchema } from "./schema";

/** Events without a form of their own. */
const UNASKED: readonly AuthorisationEventKind[] = ["submit", "notify", "ask-confirmation", "supersede"];

export const loadRequest = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  const own = await findOwnPeople(ctx.scope.org);
  const { row, cell, papers, others, letterOf, decisionLetters, disputed } = await findOrNothing(
    ctx,
    id,
    async (tx) => {
      const stored = await findAuthorisation(tx, id);
      const [found] = stored ? await findWithOpenings(tx, [stored], own) : [];
      if (!found) return null;
      return readTogether({
        row: found,
        cell: findOwnCell(tx, ctx, found),
        papers: findPapers(tx, found),
        decisionLetters: findDecisionLetters(tx, id),
        disputed: isDisputed(tx, "authorisation", id),
        letterOf: findLetterStatuses(tx, [found.letterId, ...found.facts.map(({ letterId }) => letterId)]),
        others: findAuthorisations(tx, {
          controllerId: found.controllerId,
          subProcessorId: found.subProcessorId,
          id: { not: id },
        }),
      });
    },
  );
  const now = ctx.now.getTime();
  const status = authorisationStatusAt(storedRequestOf(row), now);
  const calendar = calendarOfRequest(row);
  return {
    request: shown(row, letterOf),
    decisionLetters,
    isDisputed: disputed,
    letter: letterOf(row.letterId),
    receipt: shownReceipt(row),
    status,
    isSilenceHeld: row.state === "notified" && isSilenceHeld(storedRequestOf(row), now),
    isSpokenNo: isOralRefusal(row.facts),
    now,
    cell,
    papers,
    isCalendarAssumed: calendar.isAssumed,
    unconfirmed: status.period && movingHolidayOn(calendar.moving ?? [], status.period.lastDay),
    others: others.map(({ id: other, reference, state, supersedesId }) => ({
      id: other,
      reference,
      state,
      follows: supersedesId === id,
      isFollowed: other === row.supersedesId,
    })),
    canSend: canSend(),
    moves: movesFor(ctx, row).map(({ kind }) => kind),
    may: {
      write: can(ctx.actor, "authorisation.write"),
      edit: row.state === "draft" && can(ctx.actor, "authorisation.write"),
      send: row.state === "draft" && can(ctx.actor, "authorisation.send"),
      confirm:
        (status.waits === "confirmation" || isOralRefusal(row.facts)) && can(ctx.actor, "authorisation.send"),
      openLetters: can(ctx.actor, "outbox.read"),
    },
  };
});

function shown(
  { sentAt, receivedAt, updatedAt: _updatedAt, facts, conditions, ...row }: AuthorisationRow,
  letterOf: Awaited<ReturnType<typeof findLetterStatuses>>,
) {
  return {
    ...row,
    sentAt: sentAt?.getTime() ?? null,
    receivedAt: receivedAt?.getTime() ?? null,
    conditions: conditions.map(({ metAt, ...rest }) => ({ ...rest, metAt: metAt?.getTime() ?? null })),
    facts: facts.map(({ at, recordedAt, ...fact }) => ({
      ...fact,
      letter: letterOf(fact.letterId),
      isRelay: fact.event === "receive" && !isReceipt(fact),
      at: at.getTime(),
      recordedAt: recordedAt.getTime(),
    })),
  };
}

/** Null where nothing proves receipt. */
function shownReceipt({ receivedAt, facts, opening }: AuthorisationRow & { opening: Opening | null }) {
  if (receivedAt === null) return null;
  const receipt = receiptOf([...facts, ...(opening ? [factOfOpening(opening)] : [])]);
  return { at: receivedAt.getTime(), source: receipt?.source ?? null, words: receipt?.stated ?? "" };
}

function movesFor(ctx: StaffCtx, row: AuthorisationRow): Recordable[] {
  const open = row.conditions.some(({ metAt, contactId }) => metAt === null && contactId === null);
  return recordableAt(storedRequestOf(row), factsOf(row), ctx.now.getTime()).filter(
    ({ kind }) => !UNASKED.includes(kind) && (kind !== "meet" || open) && can(ctx.actor, EVENT_NEEDS[kind]),
  );
}

export const loadRequestMove = cache(async (slug: string, id: string, event: string) => {
  const ctx = await requireStaff(slug);
  const kind = AUTHORISATION_EVENTS.find((known) => known === event);
  if (!kind || UNASKED.includes(kind)) notFound();
  const { row, evidence } = await findOrNothing(ctx, id, async (tx) => {
    const found = await findAuthorisation(tx, id);
    return found && { row: found, evidence: await findEvidence(tx, found) };
  });
  const { hour, minute } = localParts("Africa/Casablanca", ctx.now.getTime());
  const move = movesFor(ctx, row).find((one) => one.kind === kind);
  return {
    event: kind,
    isDecision: TRANSITIONS[kind].isDecision,
    isNo: TRANSITIONS[kind].isNo ?? false,
    needs: needsOf({ kind, channel: null }).filter((need) => need !== "document"),
    request: {
      id,
      reference: row.reference,
      version: row.version,
      controller: row.controller.legalName,
      subProcessor: row.subProcessor.name,
    },
    documents: evidence,
    conditions: row.conditions
      .filter(({ metAt, contactId }) => metAt === null && contactId === null)
      .map(({ id: key, text }) => ({ id: key, text })),
    isPossible: move !== undefined,
    mayByRole: can(ctx.actor, EVENT_NEEDS[kind]),
    isPast: move?.isPast ?? false,
    isGivenUpAfterSending: isGivenUpAfterSending(kind, row.state),
    now: { on: today(ctx), time: [hour, minute].map((part) => String(part).padStart(2, "0")).join(":") },
  };
});

/** Controllers with their contract's regime and status for the chosen sub-processor. */
export async function loadNewRequests(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const chosen = z.uuid().safeParse(search.subProcessor).data ?? "";
  return readInScope(ctx.scope, async (tx) => {
    const [used, parties, agreed, requests] = await Promise.all([
      findUsed(tx, today(ctx)),
      findParties(tx),
      findAgreed(tx, today(ctx)),
      findRequests(tx),
    ]);
    const asked = used.find(({ id, isListed }) => id === chosen && isListed);
    const stateOf = (controllerId: string) => {
      const { regime } = agreed(controllerId);
      const own = asked ? (requests.get(cellKey(controllerId, asked.id)) ?? []) : [];
      const subProcessor = asked?.usedFor(controllerId);
      return (
        subProcessor && authorisationCellOf({ requests: own, subProcessor, regime }, ctx.now.getTime()).state
      );
    };
    return {
      mayWrite: can(ctx.actor, "authorisation.write"),
      subProcessors: used
        .filter(({ isListed }) => isListed)
        .map(({ id, reference, name }) => ({ id, reference, name })),
      subProcessorId: asked?.id ?? "",
      controllerId: z.uuid().safeParse(search.controller).data ?? "",
      controllers: parties.map((party) => {
        const { id, legalName } = party;
        const { regime, days } = agreed(id);
        return {
          id,
          legalName,
          hasAddress: addresseeOf(party).email !== "",
          regime,
          days,
          state: stateOf(id) ?? null,
        };
      }),
    };
  });
}

export async function loadDrafts(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const prepared = preparedSchema.parse(search);
  const rows = await readInScope(ctx.scope, (tx) => findAuthorisations(tx, { state: "draft" }));
  return {
    maySend: can(ctx.actor, "authorisation.send"),
    canSend: canSend(),
    drafts: rows.map((row) => {
      const { id, version, reference, regime, days, recipient, language, controller, subProcessor } = row;
      const hindrance = sendingObstacle(row);
      const isPrepared = prepared === null || isBetween(reference, prepared);
      return {
        id,
        version,
        reference,
        regime,
        days,
        recipient,
        language,
        hindrance,
        controller: controller.legalName,
        subProcessor: subProcessor.name,
        isChosen: hindrance === null && recipient !== "" && isPrepared,
      };
    }),
  };
}

/** Reason why sending would be refused: an archived controller or ended sub-processor. */
function sendingObstacle({ controller, subProcessor }: AuthorisationRow) {
  if (controller.archivedAt !== null) return "controllerLeft";
  return subProcessor.state === "listed" ? null : "listedNoMore";
}

async function findOrNothing<T>(
  { scope }: StaffCtx,
  id: string,
  find: (tx: Tx) => Promise<T | null>,
): Promise<T> {
  if (!z.uuid().safeParse(id).success) notFound();
  return (await readInScope(scope, find)) ?? notFound();
}
