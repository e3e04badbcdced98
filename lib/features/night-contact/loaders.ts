import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readerFor } from "@/lib/platform/read/reader";
import { requireStaff } from "@/lib/platform/request/request-session";
import {
  findNightContact,
  findOpenController,
  findPortalContacts,
  hasNightContact,
  listNightContacts,
  type NightContactRow,
} from "@/lib/features/night-contact/read/queries";

const id = z.uuid();

export async function loadNightContacts(slug: string, controllerId: string) {
  const ctx = await requireStaff(slug);
  const rows = await readInScope(ctx.scope, (tx) => listNightContacts(tx, controllerId));
  return { rows: rows.map(dated), mayManage: can(ctx.actor, "night-contact.manage") };
}

/** Leaves in the round trip of the page of an entry. */
export async function loadNightReach(slug: string, controllerId: string) {
  const ctx = await requireStaff(slug);
  const isReachable = await hasNightContact(readerFor(ctx.scope), controllerId);
  return { isReachable, mayManage: can(ctx.actor, "night-contact.manage") };
}

/** The form for another one: empty, or with what is known of a contact of the portal. */
export async function loadNewNightContact(slug: string, controllerId: string, from: unknown) {
  const ctx = await requireStaff(slug);
  if (!id.safeParse(controllerId).success || !can(ctx.actor, "night-contact.manage")) notFound();
  const found = await readInScope(ctx.scope, async (tx) => {
    const controller = await findOpenController(tx, controllerId);
    return controller && { controller, portal: await findPortalContacts(tx, controllerId) };
  });
  if (!found) notFound();
  const chosen = found.portal.find((contact) => contact.id === from);
  const { name = "", email = "", capacity = "", language = "fr" } = chosen ?? {};
  return { ...found, initial: { name, email, role: capacity, language } };
}

export async function loadNightContact(slug: string, contactId: string) {
  const ctx = await requireStaff(slug);
  if (!id.safeParse(contactId).success || !can(ctx.actor, "night-contact.manage")) notFound();
  const found = await readInScope(ctx.scope, async (tx) => {
    const row = await findNightContact(tx, contactId);
    const controller = row && (await findOpenController(tx, row.controllerId));
    return row && controller && { row, controller };
  });
  if (!found || found.row.endedAt !== null) notFound();
  return { contact: dated(found.row), controller: found.controller };
}

function dated({ createdAt, endedAt, ...row }: NightContactRow) {
  return { ...row, createdAt: createdAt.getTime(), endedAt: endedAt?.getTime() ?? null };
}
