import "server-only";
import { findObjections, findPortalObjections, findProof } from "@/lib/features/contact/read/proofs";
import { notFound } from "next/navigation";
import { z } from "zod";
import { itemAt } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { contactStatus } from "@/lib/domain/contact/status";
import { findLetterStatuses } from "@/lib/platform/mail/letter-status";
import type { Search } from "@/lib/forms/list-query";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { findWrittenActs } from "@/lib/features/signatory-objection/read/written-acts";
import { canSend } from "@/lib/platform/mail/transport";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { requireStaff } from "@/lib/platform/request/request-session";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  findAddressMarks,
  findContact,
  findOpenController,
  listContacts,
  type ContactRow,
} from "@/lib/features/contact/read/queries";
import { contactQuerySchema, countContacts, findContactPage } from "@/lib/features/contact/read/list";

export async function loadControllerContacts(slug: string, controllerId: string) {
  const ctx = await requireStaff(slug);
  const rows = await readInScope(ctx.scope, async (tx) =>
    withLetters(tx, await listContacts(tx, controllerId), ctx.now),
  );
  return {
    rows,
    mayManage: can(ctx.actor, "contact.manage"),
  };
}

export async function loadContacts(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = contactQuerySchema.parse(search);
  return readInScope(ctx.scope, async (tx) => {
    const [{ rows, next }, counts] = await Promise.all([
      findContactPage(tx, query, ctx.now),
      countContacts(tx, ctx.now),
    ]);
    return { rows: await withLetters(tx, rows, ctx.now), counts, query, next };
  });
}

export async function loadContact(slug: string, id: string) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const own = await findOwnPeople(ctx.scope.org);
  const maySettle = can(ctx.actor, "contact.settle");
  const found = await readInScope(ctx.scope, async (tx) => {
    const row = await findContact(tx, id);
    if (!row) return null;
    const marks = await findAddressMarks(tx, { ...row, now: ctx.now }, own);
    const proof = await findProof(tx, id);
    const objections = await findObjections(tx, id);
    const portalObjections = await findPortalObjections(tx, id);
    const isOpen = portalObjections.some(({ settlement }) => settlement === null);
    const writtenActs = isOpen && maySettle ? await findWrittenActs(tx, row.controllerId) : [];
    return {
      portalObjections,
      objections,
      writtenActs: writtenActs.map(({ id: document, fileName, isBound }) => ({
        id: document,
        fileName,
        isBound,
      })),
      contact: itemAt(await withLetters(tx, [row], ctx.now), 0),
      marks,
      proof,
    };
  });
  if (!found) notFound();
  const { proof } = found;
  return {
    ...found,
    objections: found.objections.map(({ email, objectedAt }) => ({ email, at: objectedAt.getTime() })),
    proof: proof && { ...proof, provenAt: proof.provenAt.getTime() },
    portalObjections: found.portalObjections.map(({ objectedAt, settlement, ...objection }) => ({
      ...objection,
      at: objectedAt.getTime(),
      settlement: settlement && { ...settlement, settledAt: settlement.settledAt.getTime() },
    })),
    mayManage: can(ctx.actor, "contact.manage"),
    maySettle,
    canSend: canSend(),
    mayOpenLetters: can(ctx.actor, "outbox.read"),
  };
}

export async function loadInvite(slug: string, controllerId: string) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(controllerId).success) notFound();
  const controller = await readInScope(ctx.scope, (tx) => findOpenController(tx, controllerId));
  if (!controller || !can(ctx.actor, "contact.manage")) notFound();
  return { controller, canSend: canSend() };
}

/** Null where no letter was written. */
async function withLetters<Row extends Dates & { letterId: string | null }>(
  tx: Tx,
  rows: readonly Row[],
  now: Date,
) {
  const letterOf = await findLetterStatuses(
    tx,
    rows.map(({ letterId }) => letterId),
  );
  return rows.map(({ letterId, ...row }) => ({ ...dated(row, now), letter: letterOf(letterId) }));
}

type Dates = Pick<ContactRow, "invitedAt" | "expiresAt" | "acceptedAt" | "endedAt" | "lastVisitAt">;

function dated<Row extends Dates>(
  { invitedAt, expiresAt, acceptedAt, endedAt, lastVisitAt, ...row }: Row,
  now: Date,
) {
  return {
    ...row,
    status: contactStatus({ expiresAt, acceptedAt, endedAt }, now),
    invitedAt: invitedAt.getTime(),
    expiresAt: expiresAt.getTime(),
    acceptedAt: acceptedAt?.getTime() ?? null,
    endedAt: endedAt?.getTime() ?? null,
    lastVisitAt: lastVisitAt?.getTime() ?? null,
  };
}
