import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Search } from "@/lib/forms/list-query";
import { arePasskeysPossible } from "@/lib/platform/auth/relying-party";
import { currentMemberships, currentPerson, requireSelf } from "@/lib/platform/request/request-session";
import { readDevice } from "@/lib/domain/account/device-words";
import { isSessionLive, sessionLimits } from "@/lib/domain/account/session-limits";
import { returnPathSchema } from "@/lib/domain/account/return-path";
import type { TokenKind } from "@/lib/domain/account/token";
import {
  findPendingEmail,
  findReminderChoice,
  findToken,
  listSessions,
  MOST_SESSIONS,
} from "@/lib/features/account/read/queries";
import { readSignInNotice, readSignInProblem } from "./schema";

const HOUR_MS = 3_600_000;

/** Redirects a person who is signed in already. */
export async function loadSignIn(search: Search) {
  const next = returnPathSchema.parse(search.next ?? pathOf(search.callbackUrl));
  if (await currentPerson()) redirect(next);
  return {
    csrfToken: (await headers()).get("x-amana-csrf") ?? "",
    next,
    problem: readSignInProblem(search.error),
    notice: readSignInNotice(search.notice),
    arePasskeysPossible: arePasskeysPossible(),
  };
}

export async function loadAccountShell() {
  const [{ person }, memberships] = [await requireSelf(), await currentMemberships()];
  return { person, organisations: memberships.map(({ org }) => org) };
}

export async function loadProfile(search: Search) {
  const { person, now } = await requireSelf();
  const pending = await findPendingEmail(person.id, now);
  return {
    person,
    pending: pending && { email: pending.email, untilMs: pending.expiresAt.getTime() },
    isEmailChanged: search.notice === "emailChanged",
    reminders: await findReminderChoice(person.id),
  };
}

export async function loadSelf() {
  return { person: (await requireSelf()).person };
}

export async function loadSessions(search: Search) {
  const { person, sessionId, now, limits, endsAtMs } = await requireSelf();
  const [listed, memberships] = [await listSessions(person.id, now), await currentMemberships()];
  const roles = memberships.map(({ role }) => role);
  const rows = listed.filter(({ method, ...row }) =>
    isSessionLive(row, sessionLimits({ isByLetter: method.startsWith("link"), roles }), now),
  );
  return {
    limits: { idleHours: limits.idleMs / HOUR_MS, endsAtMs },
    sessions: rows.map(({ userAgent, createdAt, lastSeenAt, expiresAt: _until, ...row }) => ({
      ...row,
      device: readDevice(userAgent),
      sinceMs: createdAt.getTime(),
      seenMs: lastSeenAt.getTime(),
      isThis: row.id === sessionId,
    })),
    isFull: listed.length === MOST_SESSIONS,
    after: readAfter(search),
  };
}

function readAfter(search: Search) {
  if (search.ended !== undefined) return { kind: "ended" as const };
  if (search.gone !== undefined) return { kind: "gone" as const };
  if (typeof search.failed === "string")
    return { kind: "failed" as const, incident: search.failed.slice(0, 8) };
  const count = typeof search.others === "string" ? Number(search.others) : NaN;
  return Number.isInteger(count) && count >= 0 ? { kind: "others" as const, count } : null;
}

/** Reads a token without consuming it. */
export async function loadToken(kind: TokenKind, token: string) {
  const { state, email, person } = await findToken(kind, token, new Date());
  return { state, email: kind === "password-reset" ? (person?.email ?? "") : email };
}

/** Takes only the path: next-auth returns an absolute address after a refusal. */
function pathOf(address: unknown): string | undefined {
  if (typeof address !== "string" || address.startsWith("/")) return address as string | undefined;
  if (!URL.canParse(address)) return undefined;
  const { pathname, search } = new URL(address);
  return pathname + search;
}
