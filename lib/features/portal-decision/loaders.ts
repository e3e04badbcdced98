import "server-only";
import { cache } from "react";
import { z } from "zod";
import { required } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { choicesAt } from "@/lib/domain/authorisation/choices";
import { factOfOpening, receiptOf } from "@/lib/domain/authorisation/receipt";
import { TRANSITIONS } from "@/lib/domain/authorisation/lifecycle";
import { findCompletions } from "@/lib/features/authorisation/read/decision-letters";
import {
  findAuthorisation,
  findAuthorisations,
  type AuthorisationRow,
  type FactRow,
} from "@/lib/features/authorisation/read/queries";
import { findWithOpenings } from "@/lib/features/authorisation/read/receipts";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { recordAccess } from "@/lib/platform/access/access-log";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import {
  journalStranger,
  refuseInPortal,
  requireContact,
  requirePortals,
} from "@/lib/platform/request/request-session";
import { hasPasskey } from "@/lib/features/second-factor/read/statement-signature";
import { isDisputed } from "@/lib/platform/journal/agreement";
import { withOrg } from "@/lib/platform/database/transaction";
import {
  findCertificates,
  findConcerned,
  findOwnAddress,
  findProcessor,
  findFlow,
  findSignatories,
  isOpenInPortal,
} from "@/lib/features/portal-decision/read/queries";

/** Pending requests first, then decided ones, newest first. */
export async function loadRequests(contactId: string) {
  const ctx = await requireContact(contactId);
  const own = await findOwnPeople(ctx.scope.org);
  const rows = await readInScope(ctx.scope, async (tx) =>
    findWithOpenings(tx, await findAuthorisations(tx, { sentAt: { not: null } }), own),
  );
  const listed = rows.toReversed().map((row) => ({
    id: row.id,
    reference: row.reference,
    name: row.subProcessor.name,
    regime: row.regime,
    zone: row.zone,
    sentAt: required(row.sentAt, "instant at which the request was sent").getTime(),
    ...isOpenInPortal(row, ctx),
    isConditional: row.conditions.length > 0,
    decided: lastDecision(row),
  }));
  const isOpen = ({ isAwaited }: { isAwaited: boolean }) => isAwaited;
  return {
    pending: listed.filter(isOpen),
    settled: listed.filter((row) => !isOpen(row)),
    mayDecide: can(ctx.actor, "authorisation.decide"),
    isArchived: rows.some(({ controller }) => controller.archivedAt !== null),
  };
}

/**
 * Finds the portal that received the request, among those of the person; null where none, which is journalled. The
 * letter's link names no contact, because any of them may read it.
 */
export async function findRequestPlace(id: string): Promise<{ contactId: string } | null> {
  const portals = await requirePortals();
  const asked = z.uuid().safeParse(id).success ? portals : [];
  for (const { contactId, scope } of asked)
    if (await readInScope(scope, (tx) => tx.authorisation.count({ where: { id } }))) return { contactId };
  await journalStranger("authorisation", id);
  return null;
}

/**
 * Records the access first, because opening a request counts as receipt from the first access on. Cached per request.
 */
export const loadRequest = cache(async (contactId: string, id: string) => {
  const ctx = await requireContact(contactId);
  if (!z.uuid().safeParse(id).success) return refuseInPortal(ctx, "authorisation", id);
  const ownPeople = await findOwnPeople(ctx.scope.org);
  const found = await withOrg(ctx.scope, async (tx) => {
    const sent = await findAuthorisation(tx, id);
    if (sent) await recordAccess(tx, ctx, { noun: "authorisation", id, label: sent.reference });
    const [row] = sent ? await findWithOpenings(tx, [sent], ownPeople) : [];
    return (
      row && {
        row,
        records: await findConcerned(tx, row),
        flow: await findFlow(tx, ctx, row),
        signatories: await findSignatories(tx),
        certificates: await findCertificates(tx, id),
        completions: await findCompletions(tx, id),
        organisation: (await findProcessor(tx)).name,
        own: await findOwnAddress(tx, ctx),
        isDisputed: await isDisputed(tx, "authorisation", id),
      }
    );
  });
  if (!found) return refuseInPortal(ctx, "authorisation", id);
  const { row, certificates, own, ...rest } = found;
  const { reference, version, regime, days, zone, text, textDigest, list, listDigest } = row;
  const status = isOpenInPortal(row, ctx);
  const mayDecide = can(ctx.actor, "authorisation.decide");
  const choices = mayDecide ? choicesAt({ regime, state: status.state }) : [];
  return {
    ...rest,
    ...status,
    request: {
      id,
      reference,
      version,
      regime,
      days,
      zone,
      text,
      textDigest: required(textDigest, "digest of the text"),
      listDigest: required(listDigest, "digest of the list"),
    },
    list,
    sentAt: required(row.sentAt, "instant at which the request was sent").getTime(),
    receipt: receiptOf([...row.facts, ...(row.opening ? [factOfOpening(row.opening)] : [])]),
    asked: required(
      list.entries.find(({ isAsked }) => isAsked),
      "entry that is asked for",
    ),
    name: row.subProcessor.name,
    controller: row.controller.legalName,
    documentId: row.documentId,
    isArchived: row.controller.archivedAt !== null,
    mayDecide,
    choices,
    hasPasskey: choices.length > 0 && (await hasPasskey(ctx)),
    signatory: { name: own.name, capacity: own.capacity },
    decisions: row.facts
      .filter(isDecision)
      .map((fact) => ({
        ...describeFact(fact),
        certificate: certificates.find((one) => one.version === fact.version) ?? null,
      }))
      .toReversed(),
    conditions: row.conditions.map(({ text, metAt }) => ({ text, metAt: metAt?.getTime() ?? null })),
  };
});

function lastDecision({ facts }: AuthorisationRow) {
  const fact = facts.findLast(isDecision);
  return fact ? describeFact(fact) : null;
}

function describeFact({
  event,
  at,
  signatory,
  capacity,
  power,
  reason,
  textDigest,
  channel,
  authorName,
  documentId,
}: FactRow) {
  const stated = {
    event,
    at: at.getTime(),
    signatory,
    capacity,
    power,
    reason,
    textDigest,
    channel,
    authorName,
  };
  // A decision outside the portal rests on a document that the processor put there.
  return { ...stated, isOnSuppliedDocument: channel !== "portal" && documentId !== null };
}

function isDecision({ event }: FactRow): boolean {
  return TRANSITIONS[event].isDecision;
}
