import { formatInstant } from "@/lib/i18n/format";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/i18n/locale";
import { env } from "@/lib/platform/environment/env";
import { queueMail } from "@/lib/platform/mail/queue";
import type { Tx } from "@/lib/platform/database/transaction";
import type { MemberRow } from "./rows";

type LetterContext = { org: string; organisation: string; by: string; now: Date };

type Invited = { name: string; email: string; role: string; locale: string; expiresAt: Date };

/** Holds the only copy of the link. Returns the letter's id. */
export function sendInvitation(tx: Tx, post: LetterContext, to: Invited, token: string): Promise<string> {
  const locale = localeOf(to.locale);
  return queueMail(
    tx,
    post.org,
    {
      template: "member-invitation",
      locale,
      to: { name: to.name, address: to.email },
      params: {
        name: to.name,
        organisation: post.organisation,
        by: post.by,
        role: to.role,
        until: formatInstant(to.expiresAt.getTime(), "Africa/Casablanca", locale),
      },
      secrets: { link: `${env().AMANA_URL}/invitations/${token}` },
    },
    post.now,
  );
}

/** Cancels an unsent letter; the link of a sent one is void anyway. */
export async function stopInvitation(tx: Tx, letterId: string, now: Date): Promise<void> {
  await tx.outboxMail.updateMany({
    where: { id: letterId, state: "queued" },
    data: { state: "cancelled", sealed: null, closedAt: now },
  });
}

/** Informs a removed person. */
export async function notifyRemoved(tx: Tx, post: LetterContext, removed: MemberRow): Promise<void> {
  const locale = (await localesOf(tx, [removed.personId])).get(removed.personId) ?? DEFAULT_LOCALE;
  const params = { name: removed.name, organisation: post.organisation, by: post.by };
  const to = { name: removed.name, address: removed.email };
  await queueMail(tx, post.org, { template: "member-removed", locale, to, params }, post.now);
}

/** Informs all owners of a new one, who could remove any of them. */
export async function notifyOwners(
  tx: Tx,
  post: LetterContext,
  added: { id: string; name: string; email: string },
  members: readonly MemberRow[],
): Promise<void> {
  const owners = members.filter(({ role, id }) => role === "owner" && id !== added.id);
  const locales = await localesOf(
    tx,
    owners.map(({ personId }) => personId),
  );
  for (const owner of owners) {
    const locale = locales.get(owner.personId) ?? DEFAULT_LOCALE;
    const params = {
      name: owner.name,
      organisation: post.organisation,
      by: post.by,
      owner: added.name,
      address: added.email,
    };
    const to = { name: owner.name, address: owner.email };
    await queueMail(tx, post.org, { template: "owner-added", locale, to, params }, post.now);
  }
}

export async function nameOfOrganisation(tx: Tx, org: string): Promise<string> {
  const { legalName } = await tx.organisation.findUniqueOrThrow({
    where: { id: org },
    select: { legalName: true },
  });
  return legalName;
}

async function localesOf(tx: Tx, ids: string[]): Promise<Map<string, Locale>> {
  const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, locale: true } });
  return new Map(people.map(({ id, locale }) => [id, localeOf(locale)]));
}

function localeOf(value: string): Locale {
  return isLocale(value) ? value : DEFAULT_LOCALE;
}
