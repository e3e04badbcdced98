import { hasSecondFactor } from "@/lib/domain/access/second-factor";
import { stateOfToken, type TokenKind } from "@/lib/domain/account/token";
import { authClient } from "@/lib/platform/database/clients";
import { LONGEST_SESSION } from "@/lib/domain/account/session-limits";
import { hashToken } from "@/lib/platform/secrets/token";

/** Limit of listed sessions; the others can be ended together. */
export const MOST_SESSIONS = 50;

/** Null where the address may receive no letter. */
export function findPersonByEmail(email: string) {
  return authClient().person.findUnique({
    where: { email, disabledAt: null },
    select: { id: true, name: true, email: true, locale: true },
  });
}

export function findPasswordHash(personId: string) {
  return authClient().person.findUniqueOrThrow({
    where: { id: personId },
    select: { passwordHash: true },
  });
}

export async function findHasFactor(personId: string): Promise<boolean> {
  const passkeys = await authClient().passkey.count({ where: { personId, removedAt: null } });
  const totp = await authClient().totpFactor.count({ where: { personId, confirmedAt: { not: null } } });
  return hasSecondFactor({ totp: totp > 0, passkeys });
}

/** Consumes nothing: mail programs follow links by themselves. */
export async function findToken(kind: TokenKind, token: string, now: Date) {
  const row = await authClient().accountToken.findUnique({
    where: { tokenHash: hashToken(token), kind },
    select: {
      email: true,
      usedAt: true,
      expiresAt: true,
      person: { select: { id: true, name: true, email: true, locale: true, disabledAt: true } },
    },
  });
  const known = row?.person.disabledAt ? null : row;
  return { state: stateOfToken(known, now), email: known?.email ?? "", person: known?.person ?? null };
}

/** Null where no change of address is pending. */
export function findPendingEmail(personId: string, now: Date) {
  return authClient().accountToken.findFirst({
    where: { personId, kind: "email-change", usedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    select: { email: true, expiresAt: true },
  });
}

export function listSessions(personId: string, now: Date) {
  return authClient().session.findMany({
    where: openSessionsOf(personId, now),
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: MOST_SESSIONS,
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      expiresAt: true,
      userAgent: true,
      address: true,
      method: true,
    },
  });
}

/** Sessions that are neither ended nor expired, idle or absolute. */
export function openSessionsOf(personId: string, now: Date) {
  return {
    personId,
    revokedAt: null,
    expiresAt: { gt: now },
    lastSeenAt: { gte: new Date(now.getTime() - LONGEST_SESSION.idleMs) },
  };
}

/** States how a person is reminded of dates, as the form has it. */
export async function findReminderChoice(personId: string): Promise<ReminderChoice> {
  const { reminderChannel, reminderLeads, weeklyLetter, weeklyDay, weeklyHour } =
    await authClient().person.findUniqueOrThrow({
      where: { id: personId },
      select: {
        reminderChannel: true,
        reminderLeads: true,
        weeklyLetter: true,
        weeklyDay: true,
        weeklyHour: true,
      },
    });
  return {
    channel: reminderChannel,
    leads: reminderLeads.join(", "),
    weekly: weeklyLetter,
    weeklyDay: String(weeklyDay),
    weeklyHour: String(weeklyHour),
  };
}

/** Values of the form of one's own letters. */
export type ReminderChoice = {
  channel: string;
  leads: string;
  weekly: string;
  weeklyDay: string;
  weeklyHour: string;
};
