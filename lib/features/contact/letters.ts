import { formatInstant } from "@/lib/i18n/format";
import { resolveLocale } from "@/lib/i18n/locale";
import type { StaffCtx } from "@/lib/platform/context";
import { env } from "@/lib/platform/env";
import { queueMail } from "@/lib/platform/mail/queue";
import type { Tx } from "@/lib/platform/transaction";

type Invited = { id: string; name: string; email: string; language: string; expiresAt: Date };

/** Says who invites, for whom, and where: its link opens a sign-in and nothing else. Returns the letter's id. */
export async function sendInvitation(
  tx: Tx,
  { scope, actor, now }: StaffCtx,
  { id, name, email, language, expiresAt }: Invited,
  controller: string,
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
        controller,
        organisation: await nameOfOrganisation(tx, scope.org),
        by: actor.name,
        until: formatInstant(expiresAt.getTime(), "Europe/Paris", locale),
      },
      secrets: { link: `${env().AMANA_URL}/portal/${id}` },
    },
    now,
  );
}

/** A letter that nothing waits for any more need not leave; one that has left opens a sign-in that refuses. */
export async function stopLetter(tx: Tx, letterId: string | null, now: Date): Promise<void> {
  if (!letterId) return;
  await tx.outboxMail.updateMany({
    where: { id: letterId, state: "queued" },
    data: { state: "cancelled", sealed: null, closedAt: now },
  });
}

/** Somebody put out hears it from us, and not from a page that no longer opens. */
export async function tellEnded(
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

async function nameOfOrganisation(tx: Tx, id: string): Promise<string> {
  return (await tx.organisation.findUniqueOrThrow({ where: { id }, select: { legalName: true } })).legalName;
}
