import { type OwnPeople, refusalOfAddress } from "@/lib/domain/access/own-address";
import { type ContactAct, invitationEnd, refusalOfAct, contactStatus } from "@/lib/domain/contact/status";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import type { StaffCtx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { countAttempt } from "@/lib/platform/request/rate-limit";
import type { Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { type ContactRow, lockOpenController } from "@/lib/features/contact/read/queries";
import { lockContact } from "./rows";
import { sendInvitation, stopLetter, notifyEnded, notifyOtherContacts } from "./letters";
import type { ContactEnd, ContactInvite, ContactRoleChange } from "@/lib/features/contact/schema";

/** Counted per organisation: letters to strangers carry its name. */
const PER_ORGANISATION = { tries: 100, windowMs: 3_600_000 };

/** Invites a contact by letter, article 28(3)(h). The link opens a sign-in only. */
export async function inviteContact(ctx: StaffCtx, input: ContactInvite): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "contact.manage")) return refuse({ kind: "forbidden" });
  const own = await findOwnPeople(ctx.scope.org);
  const refused = refusalOfAddress(input.email, own);
  if (refused) return invalid("email", `contact.${refused}`);
  if (!(await mayWriteToStrangers(ctx))) return invalid("", "contact.tooManyInvitations");
  return write(ctx, async (tx, journal) => {
    const controller = await lockOpenController(tx, input.controllerId);
    if (!controller) return refuse({ kind: "not-found" });
    const [id, expiresAt] = [newId(ctx.now), invitationEnd(ctx.now)];
    const letterId = await sendInvitation(
      tx,
      ctx,
      { ...input, id, expiresAt },
      {
        id: input.controllerId,
        name: controller.legalName,
      },
    );
    // Inserts nothing where an open row has the address, even one inserted concurrently.
    const { count } = await tx.controllerContact.createMany({
      data: [
        {
          ...input,
          id,
          orgId: ctx.scope.org,
          invitedByName: ctx.actor.name,
          letterId,
          createdAt: ctx.now,
          invitedAt: ctx.now,
          expiresAt,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return invalid("email", "contact.alreadyThere");
    journal.note({
      event: "contact.invited",
      subject: { noun: "contact", id, label: input.name },
      after: { ...input, expiresAt: expiresAt.toISOString() },
    });
    if (input.role === "signatory")
      await notifyOtherContacts(tx, ctx, { ...input, id, controllerName: controller.legalName, own });
    return done({ id });
  });
}

/** Extends the invitation by thirty days. */
export async function renewContact(ctx: StaffCtx, { id }: { id: string }): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "contact.manage")) return refuse({ kind: "forbidden" });
  if (!(await mayWriteToStrangers(ctx))) return invalid("", "contact.tooManyInvitations");
  const own = await findOwnPeople(ctx.scope.org);
  return write(ctx, async (tx, journal) => {
    const held = await lockActiveContact(tx, ctx, "renew", id);
    if (!held.ok) return held;
    const refused = refusalOfAddress(held.value.email, own);
    if (refused) return invalid("", `contact.${refused}`);
    const [contact, expiresAt] = [held.value, invitationEnd(ctx.now)];
    await stopLetter(tx, contact.letterId, ctx.now);
    const letterId = await sendInvitation(
      tx,
      ctx,
      { ...contact, expiresAt },
      {
        id: contact.controllerId,
        name: contact.controllerName,
      },
    );
    await tx.controllerContact.updateMany({
      where: { id },
      data: { letterId, expiresAt, invitedAt: ctx.now, invitedByName: ctx.actor.name },
    });
    journal.note({
      event: "contact.renewed",
      subject: subjectOf(contact),
      before: { expiresAt: contact.expiresAt.toISOString() },
      after: { expiresAt: expiresAt.toISOString() },
    });
    return done({ id });
  });
}

/** Takes effect at the next request. */
export async function changeContactRole(
  ctx: StaffCtx,
  { id, from, role }: ContactRoleChange,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "contact.manage")) return refuse({ kind: "forbidden" });
  const own: OwnPeople = await findOwnPeople(ctx.scope.org);
  return write(ctx, async (tx, journal) => {
    const held = await lockActiveContact(tx, ctx, "change-role", id);
    if (!held.ok) return held;
    const contact = held.value;
    const refused = role === "signatory" ? refusalOfAddress(contact.email, own) : null;
    if (refused) return invalid("role", `contact.${refused}`);
    if (contact.role !== from) return invalid("role", "contact.roleMeanwhile");
    if (contact.role === role) return done({ id });
    await tx.controllerContact.updateMany({ where: { id }, data: { role } });
    journal.note({
      event: "contact.role-changed",
      subject: subjectOf(contact),
      before: { role: contact.role },
      after: { role },
    });
    await notifyOtherContacts(tx, ctx, { ...contact, role, own });
    return done({ id });
  });
}

/** Takes effect at the next request of any open session. */
export async function endContact(
  ctx: StaffCtx,
  { id, reason }: ContactEnd,
): Promise<Outcome<{ controllerId: string }>> {
  if (!isAuthorised(ctx, "contact.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const held = await lockActiveContact(tx, ctx, "end", id);
    if (!held.ok) return held;
    const contact = held.value;
    await endContacts(tx, ctx, journal, { contacts: [contact], reason });
    return done({ controllerId: contact.controllerId });
  });
}

/** Ends several within the caller's transaction, with one reason; writes to each who had entered. */
export async function endContacts(
  tx: Tx,
  ctx: StaffCtx,
  journal: JournalDraft,
  { contacts, reason }: { contacts: readonly ContactRow[]; reason: string },
): Promise<void> {
  for (const contact of contacts) {
    await stopLetter(tx, contact.letterId, ctx.now);
    const { count } = await tx.controllerContact.updateMany({
      where: { id: contact.id, endedAt: null },
      data: { endedAt: ctx.now, endReason: reason, endedByName: ctx.actor.name },
    });
    if (count === 0) continue;
    if (contact.acceptedAt) await notifyEnded(tx, ctx, contact);
    journal.note({
      event: "contact.ended",
      subject: subjectOf(contact),
      before: { role: contact.role, hadEntered: contact.acceptedAt !== null },
      reason,
    });
  }
}

/** Locks the contact in a state that permits the act. */
async function lockActiveContact(
  tx: Tx,
  { now }: StaffCtx,
  act: ContactAct,
  id: string,
): Promise<Outcome<ContactRow>> {
  const contact = await lockContact(tx, id);
  if (!contact) return refuse({ kind: "not-found" });
  const isArchived = contact.controllerArchivedAt !== null;
  const reason = refusalOfAct(act, { state: contactStatus(contact, now), isArchived });
  return reason === null ? done(contact) : invalid("", reason, { name: contact.name });
}

function mayWriteToStrangers({ scope, now }: StaffCtx): Promise<boolean> {
  return countAttempt(`contact-invitation:${scope.org}`, PER_ORGANISATION, now);
}

function subjectOf({ id, name }: ContactRow) {
  return { noun: "contact" as const, id, label: name };
}
