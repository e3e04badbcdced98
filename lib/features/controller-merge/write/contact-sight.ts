import { required } from "@/lib/domain/invariant/required";
import { contactStatus } from "@/lib/domain/contact/status";
import { confirmedSight, type ContactSight } from "@/lib/domain/controller/contact-sight";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { lockContact } from "@/lib/features/contact/write/rows";
import { findContactSight, findSightContacts } from "@/lib/features/controller-merge/read/contact-sight";
import type { ContactSightChange } from "@/lib/features/controller-merge/schema";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import type { StaffCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { notifySights } from "./letters";

/**
 * Confirms or revokes access to rows of merged controllers, from the contact's next request on. Access from before the
 * merge is unaffected.
 */
export async function changeContactSight(
  ctx: StaffCtx,
  { id, from, confirmed }: ContactSightChange,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "contact.manage")) return refuse({ kind: "forbidden" });
  const own = await findOwnPeople(ctx.scope.org);
  return write(ctx, async (tx, journal) => {
    const contact = await lockContact(tx, id);
    const before = contact && (await findContactSight(tx, id));
    if (!contact || !before) return refuse({ kind: "not-found" });
    if (contactStatus(contact, ctx.now) === "ended")
      return invalid("", "contact.endedMeanwhile", { name: contact.name });
    if (!isSameSet(confirmedIds(before), from)) return invalid("", "contact.sightMeanwhile");
    const sees = confirmedSight(before, confirmed, contact.controllerId);
    const earlier = await findSightContacts(tx, contact.controllerId);
    await tx.controllerContact.update({ where: { id }, data: { sees } });
    const after = required(await findContactSight(tx, id), "contact of the merge");
    if (isSameSet(confirmedIds(after), from)) return done({ id });
    journal.note({
      event: "contact.sight-changed",
      subject: { noun: "contact", id, label: contact.name },
      before: { sees: namesOf(before) },
      after: { sees: namesOf(after) },
    });
    const { controllerId } = contact;
    await notifySights(tx, ctx, { before: earlier, controllerIds: [controllerId], closedAs: "closed", own });
    return done({ id });
  });
}

function confirmedIds({ others }: ContactSight): string[] {
  return others.filter(({ isConfirmed }) => isConfirmed).map(({ id }) => id);
}

function namesOf({ own, others }: ContactSight): string {
  return [...own, ...others.filter(({ isConfirmed }) => isConfirmed)].map(({ label }) => label).join(", ");
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
