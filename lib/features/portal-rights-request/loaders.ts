import "server-only";
import { cache } from "react";
import { notFound } from "next/navigation";
import { z } from "zod";
import { actsForOf } from "@/lib/domain/controller/joint-controllers";
import { can } from "@/lib/domain/nouns/policy";
import { answeredAt } from "@/lib/domain/rights-request/clock-verdicts";
import { shownState } from "@/lib/domain/rights-request/execution";
import { extentPlaced } from "@/lib/domain/rights-request/extent";
import type { SetAsideCause } from "@/lib/domain/rights-request/facts";
import { isOverdue } from "@/lib/domain/rights-request/first-due";
import { awaitsController, type RequestFile } from "@/lib/domain/rights-request/file";
import { rightProvisions } from "@/lib/domain/rights-request/right-provisions";
import { type RightId, stopOf } from "@/lib/domain/rights-request/rights";
import { decide } from "@/lib/domain/rights-request/lifecycle";
import {
  clearOf,
  clocksOf,
  findOwnController,
  findRelayed,
  firstDueOf,
  lawsAt,
  type Relayed,
} from "@/lib/features/portal-rights-request/read/queries";
import {
  isInstruction,
  PORTAL_ANSWERS,
  type PortalAnswer,
} from "@/lib/features/portal-rights-request/schema";
import { seatZone } from "@/lib/domain/time/controller-calendar";
import { todayIn } from "@/lib/domain/time/zones";
import { findHeldForController } from "@/lib/features/rights-request/read/instructed";
import { openPerson, openWords } from "@/lib/features/rights-request/read/person";
import { recordPageAccess } from "@/lib/platform/access/access-log";
import { withOrg } from "@/lib/platform/database/transaction";
import { today } from "@/lib/platform/request/context";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import {
  journalStranger,
  refuseInPortal,
  requireContact,
  requirePortals,
} from "@/lib/platform/request/request-session";

/** Requests relayed to the controller, those that await its answer first. */
export async function loadRelayedRequests(contactId: string) {
  const ctx = await requireContact(contactId);
  const { actor, scope, now } = ctx;
  return readInScope(scope, async (tx) => {
    const seat = await findOwnController(tx, actor.controllerId);
    const found = await findRelayed(tx);
    const held = await findHeldForController(tx, found, today(ctx));
    const rows = found.map((relayed) => ({
      id: relayed.row.id,
      reference: relayed.row.reference,
      rights: relayed.row.rights,
      state: shownState(relayed.file),
      ...dueOf(relayed, { seat, now }),
      isPassedOn: actsForOf(seat) !== null,
      answeredAt: answeredAt(relayed.file),
      notReachedAt: relayed.file.notReached?.at ?? null,
      setAside: setAsideOf(relayed.file),
      heldInstruction: held.get(relayed.id)?.number ?? null,
      isAwaited: awaitsController(relayed.file, held.has(relayed.id)),
    }));
    return {
      zone: seatZone(seat),
      awaited: rows.filter((row) => row.isAwaited),
      others: rows.filter((row) => !row.isAwaited),
    };
  });
}

type Asked = { seat: Awaited<ReturnType<typeof findOwnController>>; now: Date };

type Term = { dueOn: string | null; isPresumed: boolean; isOverdue: boolean };

/**
 * Last day by which the person is to be answered, null where the controller's law sets none; whether only an unanswered question
 * of law would set it; and whether it has passed without an answer.
 */
function dueOf(relayed: Relayed, { seat, now }: Asked): Term {
  const due = firstDueOf(relayed, seat);
  return {
    dueOn: due?.lastDay ?? null,
    isPresumed: due?.isPresumed ?? false,
    isOverdue: isOverdue(due, relayed.file, now.getTime()),
  };
}

/** Cause and instant of the end of a request that was set aside; null of any other. */
function setAsideOf({ setAside }: RequestFile): { cause: SetAsideCause | null; at: number } | null {
  return setAside && { cause: setAside.value.cause ?? null, at: setAside.at };
}

export type RelayedRow = Awaited<ReturnType<typeof loadRelayedRequests>>["awaited"][number];

/** The clock of the form by which a request is lodged, and whether this contact may. */
export async function loadLodging(contactId: string) {
  const { actor, scope, now } = await requireContact(contactId);
  const seat = await readInScope(scope, (tx) => findOwnController(tx, actor.controllerId));
  return {
    isPassedOn: actsForOf(seat) !== null,
    mayLodge: can(actor, "rights-request.lodge"),
    zone: seatZone(seat),
    today: todayIn(seatZone(seat), now.getTime()),
  };
}

export type LoadedRelayed = Awaited<ReturnType<typeof loadRelayedRequest>>;

/** Shows one request to its controller, and records the access first: it is a receipt. Cached per request. */
export const loadRelayedRequest = cache(async (contactId: string, id: string) => {
  const ctx = await requireContact(contactId);
  const found = z.uuid().safeParse(id).success
    ? await readInScope(ctx.scope, async (tx) => {
        const [relayed] = await findRelayed(tx, { id });
        if (!relayed) return undefined;
        const held = (await findHeldForController(tx, [relayed], today(ctx))).get(id) ?? null;
        return { relayed, held, seat: await findOwnController(tx, ctx.actor.controllerId) };
      })
    : undefined;
  if (!found) return refuseInPortal(ctx, "rights-request", id);
  const { relayed, held, seat } = found;
  const { row, file, facts } = relayed;
  const { isDisputed } = await recordPageAccess(ctx, { noun: "rights-request", id, label: row.reference });
  const mayAnswer = can(ctx.actor, "rights-request.answer");
  const { reference, channel, rights, version } = row;
  const setAside = setAsideOf(file);
  // The person of a request that proved to be no request to this controller is none of its data subjects.
  const isForeign = setAside?.cause === "no-client";
  return {
    id,
    reference,
    channel,
    rights,
    provisions: rights.map((right) => rightProvisions(right as RightId, lawsAt(row, seat))),
    version,
    file,
    facts: facts.toReversed(),
    isDisputed,
    zone: seatZone(seat),
    receivedAt: row.receivedAt.getTime(),
    extent: extentPlaced(facts),
    stops: stopOf(rights) !== null || facts.some(({ kind }) => kind === "stop-meant"),
    clocks: clocksOf(relayed, seat),
    /** Controllers for whom the client acts as a processor; null of a client that decides itself. */
    actsFor: actsForOf(seat),
    clear: clearOf(relayed, seat),
    isOverdue: dueOf(relayed, { seat, now: ctx.now }).isOverdue,
    shown: shownState(file),
    heldInstruction: held,
    setAside,
    isPersonShown: !isForeign,
    person: isForeign ? null : openPerson(row.contactSealed),
    words: isForeign ? "" : openWords(row.wordsSealed),
    erasedAt: row.erasedAt?.getTime() ?? null,
    answers: mayAnswer
      ? PORTAL_ANSWERS.filter(
          (answer) =>
            decide(file, isInstruction(answer) ? "instructed" : answer).ok &&
            (held || !isDecided(file, answer)),
        )
      : [],
  };
});

/** True of a decision about what is being executed on one that holds: another instruction changes it, in the ledger. */
function isDecided({ state }: RequestFile, answer: PortalAnswer): boolean {
  return state === "executing" && (isInstruction(answer) || answer === "refused");
}

/** The portal to which a request was relayed, for the link of its letter. */
export async function loadRequestPlace(id: string): Promise<{ contactId: string }> {
  const portals = await requirePortals();
  for (const { contactId, scope } of z.uuid().safeParse(id).success ? portals : [])
    if (await withOrg(scope, (tx) => tx.rightsRequest.count({ where: { id } }))) return { contactId };
  await journalStranger("rights-request", id);
  return notFound();
}
