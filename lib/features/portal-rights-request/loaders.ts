import "server-only";
import { cache } from "react";
import { notFound } from "next/navigation";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { answerDue, answeredAt } from "@/lib/domain/rights-request/clock-verdicts";
import type { RequestFile } from "@/lib/domain/rights-request/file";
import { decide, isOpen } from "@/lib/domain/rights-request/lifecycle";
import {
  clocksOf,
  findOwnController,
  findRelayed,
  type Relayed,
} from "@/lib/features/portal-rights-request/read/queries";
import { isInstruction, PORTAL_ANSWERS } from "@/lib/features/portal-rights-request/schema";
import { todayIn } from "@/lib/domain/time/zones";
import { openPerson, openWords } from "@/lib/features/rights-request/read/person";
import { recordPageAccess } from "@/lib/platform/access/access-log";
import { withOrg } from "@/lib/platform/database/transaction";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import {
  journalStranger,
  refuseInPortal,
  requireContact,
  requirePortals,
} from "@/lib/platform/request/request-session";

/** Requests relayed to the controller, those that await its answer first. */
export async function loadRelayedRequests(contactId: string) {
  const { actor, scope } = await requireContact(contactId);
  return readInScope(scope, async (tx) => {
    const seat = await findOwnController(tx, actor.controllerId);
    const rows = (await findRelayed(tx)).map((relayed) => ({
      ...{ id: relayed.row.id, reference: relayed.row.reference, rights: relayed.row.rights },
      state: relayed.file.state,
      dueOn: dueOn(relayed, seat),
      answeredAt: answeredAt(relayed.file),
      isAwaited: isAwaited(relayed.file),
    }));
    return {
      awaited: rows.filter((row) => row.isAwaited),
      others: rows.filter((row) => !row.isAwaited),
    };
  });
}

/** Last day by which the person is to be answered; null where the controller's law sets none. */
function dueOn(relayed: Relayed, seat: Parameters<typeof clocksOf>[1]): string | null {
  const [clock] = clocksOf(relayed, seat);
  return clock ? answerDue(clock, relayed.file).lastDay : null;
}

/** True while the controller has something to say: its decision, or its own answer to the person. */
function isAwaited({ state, answered, decision }: RequestFile): boolean {
  if (state === "relayed") return answered === null;
  return answered === null && isOpen(state) && decision !== "execute-and-answer";
}

export type RelayedRow = Awaited<ReturnType<typeof loadRelayedRequests>>["awaited"][number];

/** The clock of the form by which a request is lodged, and whether this contact may. */
export async function loadLodging(contactId: string) {
  const { actor, now } = await requireContact(contactId);
  return { mayLodge: can(actor, "rights-request.lodge"), today: todayIn("Europe/Paris", now.getTime()) };
}

export type LoadedRelayed = Awaited<ReturnType<typeof loadRelayedRequest>>;

/** Shows one request to its controller, and records the access first: it is a receipt. Cached per request. */
export const loadRelayedRequest = cache(async (contactId: string, id: string) => {
  const ctx = await requireContact(contactId);
  const found = z.uuid().safeParse(id).success
    ? await readInScope(ctx.scope, async (tx) => {
        const [relayed] = await findRelayed(tx, { id });
        return relayed && { relayed, seat: await findOwnController(tx, ctx.actor.controllerId) };
      })
    : undefined;
  if (!found) return refuseInPortal(ctx, "rights-request", id);
  const { relayed, seat } = found;
  const { row, file, facts } = relayed;
  await recordPageAccess(ctx, { noun: "rights-request", id, label: row.reference });
  const mayAnswer = can(ctx.actor, "rights-request.answer");
  const { reference, channel, rights, version } = row;
  return {
    ...{ id, reference, channel, rights, version, file, facts: facts.toReversed() },
    receivedAt: row.receivedAt.getTime(),
    clocks: clocksOf(relayed, seat),
    person: openPerson(row.contactSealed),
    words: openWords(row.wordsSealed),
    erasedAt: row.erasedAt?.getTime() ?? null,
    answers: mayAnswer
      ? PORTAL_ANSWERS.filter((answer) => decide(file, isInstruction(answer) ? "instructed" : answer).ok)
      : [],
  };
});

/** The portal to which a request was relayed, for the link of its letter. */
export async function loadRequestPlace(id: string): Promise<{ contactId: string }> {
  const portals = await requirePortals();
  for (const { contactId, scope } of z.uuid().safeParse(id).success ? portals : [])
    if (await withOrg(scope, (tx) => tx.rightsRequest.count({ where: { id } }))) return { contactId };
  await journalStranger("rights-request", id);
  return notFound();
}
