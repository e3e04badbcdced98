import { markParams } from "@/lib/domain/contact/address-marks";
import type { ContactRole } from "@/lib/domain/access/actor";
import type { OwnPeople } from "@/lib/domain/access/own-address";
import { findSeatZone } from "@/lib/platform/controller-zone";
import { formatInstant } from "@/lib/i18n/format";
import { resolveLocale } from "@/lib/i18n/locale";
import type { StaffCtx } from "@/lib/platform/request/context";
import { env } from "@/lib/platform/environment/env";
import { queueMail } from "@/lib/platform/mail/queue";
import type { Tx } from "@/lib/platform/database/transaction";
import { findAddressMarks, findOtherContacts } from "@/lib/features/contact/read/queries";

type Invited = { id: string; name: string; email: string; language: string; expiresAt: Date };

/** The link opens a sign-in only. Returns the letter's id. */
export async function sendInvitation(
  tx: Tx,
  { scope, actor, now }: StaffCtx,
  { id, name, email, language, expiresAt }: Invited,
  controller: { id: string; name: string },
): Promise<string> {
  const locale = resolveLocale(language, null);
  return queueMail(
    tx,
    scope.org,
    {
      template: "contact-invitation",
      locale,
      to: { name, address: email },
      params: {
        name,
        controller: controller.name,
        organisation: await nameOfOrganisation(tx, scope.org),
        by: actor.name,
        until: formatInstant(expiresAt.getTime(), await findSeatZone(tx, controller.id), locale),
      },
      link: `${env().AMANA_URL}/portal/${id}`,
    },
    now,
  );
}

/** Cancels an unsent letter; a sent one opens a sign-in that refuses. */
export async function stopLetter(tx: Tx, letterId: string | null, now: Date): Promise<void> {
  if (!letterId) return;
  await tx.outboxMail.updateMany({
    where: { id: letterId, state: "queued" },
    data: { state: "cancelled", sealed: null, closedAt: now },
  });
}

/** Informs a person whose access ended. */
export async function notifyEnded(
  tx: Tx,
  { scope, actor, now }: StaffCtx,
  {
    name,
    email,
    language,
    controllerName,
  }: Pick<Invited, "name" | "email" | "language"> & { controllerName: string },
): Promise<void> {
  await queueMail(
    tx,
    scope.org,
    {
      template: "contact-ended",
      locale: resolveLocale(language, null),
      to: { name, address: email },
      params: {
        name,
        controller: controllerName,
        organisation: await nameOfOrganisation(tx, scope.org),
        by: actor.name,
      },
    },
    now,
  );
}

type NotifiedRole = {
  id: string;
  controllerId: string;
  name: string;
  email: string;
  capacity: string;
  role: ContactRole;
  controllerName: string;
  own: OwnPeople;
};

/** Informs the controller's other contacts of a new signatory. */
export async function notifyOtherContacts(
  tx: Tx,
  { scope, actor, now }: StaffCtx,
  { id, controllerId, own, ...values }: NotifiedRole,
): Promise<void> {
  const witnesses = await findOtherContacts(tx, controllerId, values.email, own);
  const organisation = await nameOfOrganisation(tx, scope.org);
  // Marks concern who may sign: other roles decide nothing.
  const isSigning = values.role === "signatory";
  const marks = isSigning ? await findAddressMarks(tx, { controllerId, email: values.email, now }, own) : [];
  for (const { name, email, language } of witnesses) {
    const letter = {
      template: "contact-role-told",
      locale: resolveLocale(language, null),
      to: { name, address: email },
      params: {
        name,
        organisation,
        by: actor.name,
        role: values.role,
        person: values.name,
        address: values.email,
        controller: values.controllerName,
        capacity: values.capacity || "—",
        ...markParams(marks),
      },
      dedupeKey: `contact-role-told ${id} ${values.role} ${now.toISOString()} ${email}`,
    };
    await queueMail(tx, scope.org, letter, now);
  }
}

export async function nameOfOrganisation(tx: Tx, id: string): Promise<string> {
  return (await tx.organisation.findUniqueOrThrow({ where: { id }, select: { legalName: true } })).legalName;
}
