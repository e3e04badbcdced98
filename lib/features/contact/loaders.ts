import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { can } from "@/lib/domain/access/policy";
import { standingOfContact } from "@/lib/domain/contact/standing";
import { requireStaff } from "@/lib/platform/session";
import { withOrg } from "@/lib/platform/transaction";
import { findContact, findOpenController, listContacts, type ContactRow } from "./data";

/** Who may enter the portal of one controller, on its page. */
export async function loadControllerContacts(slug: string, controllerId: string) {
  const ctx = await requireStaff(slug);
  const rows = await withOrg(ctx.scope, (tx) => listContacts(tx, controllerId));
  return {
    rows: rows.map((row) => shown(row, ctx.now)),
    mayManage: can(ctx.actor, "contact.manage"),
  };
}

/** One of them, with all that is known of how it stands. */
export async function loadContact(slug: string, id: string) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const contact = await withOrg(ctx.scope, (tx) => findContact(tx, id));
  if (!contact) notFound();
  return { contact: shown(contact, ctx.now), mayManage: can(ctx.actor, "contact.manage") };
}

/** For whom somebody is about to be invited. */
export async function loadInvite(slug: string, controllerId: string) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(controllerId).success) notFound();
  const controller = await withOrg(ctx.scope, (tx) => findOpenController(tx, controllerId));
  if (!controller || !can(ctx.actor, "contact.manage")) notFound();
  return { controller };
}

function shown(
  { letterId: _letterId, invitedAt, expiresAt, acceptedAt, endedAt, lastVisitAt, ...row }: ContactRow,
  now: Date,
) {
  return {
    ...row,
    standing: standingOfContact({ expiresAt, acceptedAt, endedAt }, now),
    invitedAt: invitedAt.getTime(),
    expiresAt: expiresAt.getTime(),
    acceptedAt: acceptedAt?.getTime() ?? null,
    endedAt: endedAt?.getTime() ?? null,
    lastVisitAt: lastVisitAt?.getTime() ?? null,
  };
}
