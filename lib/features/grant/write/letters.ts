import { termDays } from "@/lib/domain/grant/term";
import { formatDay } from "@/lib/i18n/format";
import { groupFingerprint } from "@/lib/i18n/fingerprint";
import { resolveLocale } from "@/lib/i18n/locale";
import type { GrantRow } from "@/lib/features/grant/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";
import { env } from "@/lib/platform/environment/env";
import { queueMail } from "@/lib/platform/mail/queue";
import type { Ctx } from "@/lib/platform/request/context";

type Addressed = Pick<
  GrantRow,
  "id" | "name" | "email" | "language" | "mandate" | "startsAt" | "endsAt" | "asOf" | "grantedByName"
>;

/** Sends the address of a sign-in, and the fingerprint by which dossiers are verified. Returns the letter's id. */
export async function sendGrant(
  tx: Tx,
  { scope, now }: Ctx,
  grant: Addressed,
  fingerprint: string,
): Promise<string> {
  const locale = resolveLocale(grant.language, null);
  const term = termDays({ startsAt: grant.startsAt.getTime(), endsAt: grant.endsAt.getTime() });
  const letter = {
    template: "audit-granted",
    locale,
    to: { name: grant.name, address: grant.email },
    params: {
      name: grant.name,
      by: grant.grantedByName,
      mandate: grant.mandate,
      organisation: await nameOfOrganisation(tx, scope.org),
      from: formatDay(term.first, locale),
      until: formatDay(term.last, locale),
      day: formatDay(grant.asOf, locale),
      fingerprint: groupFingerprint(fingerprint),
    },
    link: `${env().AMANA_URL}/audit/${grant.id}`,
  };
  return queueMail(tx, scope.org, letter, now);
}

/** Informs the auditor that access ended early. */
export async function notifyRevoked(
  tx: Tx,
  { scope, now, actor }: Ctx,
  { name, email, language }: Pick<GrantRow, "name" | "email" | "language">,
): Promise<void> {
  const letter = {
    template: "audit-revoked",
    locale: resolveLocale(language, null),
    to: { name, address: email },
    params: {
      name,
      organisation: await nameOfOrganisation(tx, scope.org),
      by: "name" in actor ? actor.name : "",
    },
  };
  await queueMail(tx, scope.org, letter, now);
}

/** Cancels an unsent letter; a sent one opens a sign-in that refuses. */
export async function stopLetter(tx: Tx, letterId: string | null, now: Date): Promise<void> {
  if (!letterId) return;
  await tx.outboxMail.updateMany({
    where: { id: letterId, state: "queued" },
    data: { state: "cancelled", sealed: null, closedAt: now },
  });
}

async function nameOfOrganisation(tx: Tx, id: string): Promise<string> {
  const found = await tx.organisation.findUniqueOrThrow({ where: { id }, select: { legalName: true } });
  return found.legalName;
}
