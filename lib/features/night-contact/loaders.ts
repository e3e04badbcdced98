import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import {
  authorityDuties,
  noticeGround,
  type NoticeGround,
  type NotifyingClient,
} from "@/lib/domain/breach/authority-duties";
import { can } from "@/lib/domain/nouns/policy";
import { todayAtHome } from "@/lib/domain/obligation/types";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readerFor } from "@/lib/platform/read/reader";
import { requireStaff } from "@/lib/platform/request/request-session";
import {
  findNightContact,
  findNightReach,
  findOpenController,
  findPortalContacts,
  initialNightContact,
  listNightContacts,
  type NightContactRow,
} from "@/lib/features/night-contact/read/queries";

const id = z.uuid();

export async function loadNightContacts(slug: string, controllerId: string) {
  const ctx = await requireStaff(slug);
  const reach = findNightReach(readerFor(ctx.scope), controllerId);
  const rows = await readInScope(ctx.scope, (tx) => listNightContacts(tx, controllerId));
  return {
    rows: rows.map(dated),
    ground: groundOf(await reach, ctx.now),
    mayManage: can(ctx.actor, "night-contact.manage"),
  };
}

/** Leaves in the round trip of the page of an entry. */
export async function loadNightReach(slug: string, controllerId: string) {
  const ctx = await requireStaff(slug);
  const reach = await findNightReach(readerFor(ctx.scope), controllerId);
  return {
    isReachable: reach?.isReachable === true,
    ground: groundOf(reach, ctx.now),
    mayManage: can(ctx.actor, "night-contact.manage"),
  };
}

/** By which laws of today the controller is told of a breach; the GDPR, as presumed, of one that is not found. */
function groundOf(client: NotifyingClient | null, now: Date): NoticeGround {
  if (client === null) return { bases: ["presumed"], silent: null };
  return noticeGround(authorityDuties(client, todayAtHome(now.getTime())));
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
  return { ...found, initial: initialNightContact(found.controller, chosen) };
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
