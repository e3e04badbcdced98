import type { ContactRole, Role } from "@/lib/domain/access/actor";
import {
  endsAtMs,
  isSessionLive,
  LONGEST_SESSION,
  sessionLimits,
  type SessionLimits,
} from "@/lib/domain/account/session-limits";
import { authClient, authPool } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import { hashToken, newToken } from "@/lib/platform/secrets/token";
import type { Tx } from "@/lib/platform/database/transaction";

const MINUTE = 60_000;
// The last look is written at most once a minute, or every read would be a write.
const TOUCH_EVERY_MS = MINUTE;

/**
 * Means of opening a session. "recovery" is the password and a recovery code; a passkey alone counts as two
 * factors; "link" is a link of a letter, or its code.
 */
export type Means =
  | "password"
  | "password+totp"
  | "password+passkey"
  | "recovery"
  | "passkey"
  | "link"
  | "link+totp"
  | "link+passkey"
  | "link+recovery";

const AFTER_LINK: Partial<Record<Means, Means>> = {
  "password+totp": "link+totp",
  "password+passkey": "link+passkey",
  recovery: "link+recovery",
};

/** Combines two steps: a link remains a link, whatever follows it. */
export function meansAfter(first: string, means: Means): Means {
  return (first.startsWith("link") && AFTER_LINK[means]) || means;
}

export type SignedIn = {
  sessionId: string;
  /** SHA-256 of the session's secret, in hex: it binds the scopes of a portal and of an audit. */
  sessionHash: string;
  /** Instant of opening, or of the last proof since. */
  openedAt: Date;
  secondFactorAt: Date | null;
  /** A link of a letter opened it, or its code: a mailbox was proved, and no password. */
  isByLetter: boolean;
  limits: SessionLimits;
  /** Instant at which it ends however much it is used. */
  endsAtMs: number;
  person: { id: string; name: string; email: string; locale: string };
  /** The organisations that they belong to, in the order in which they joined; none in a session of a link. */
  memberships: Membership[];
  /** The controllers whose portal they may enter, by organisation and name. */
  contacts: Contact[];
  /** The audits that are open to them at this instant. */
  audits: Audit[];
};

/** Membership of the person signed in, with the fields of its organisation that the shell shows. */
export type Membership = {
  memberId: string;
  role: Role;
  name: string;
  org: { id: string; slug: string; legalName: string; city: string; requiresSecondFactor: boolean };
};

/** Portal that the person signed in may enter, with the fields that its shell shows. */
export type Contact = {
  id: string;
  /** Present role: a signatory of an archived controller is a reader. */
  role: ContactRole;
  /** The controllers whose rows it sees, where its own became one with another; none: its own. */
  sees: string[];
  name: string;
  capacity: string;
  /** False until this session's visit is noted. */
  isVisit: boolean;
  /** `archivedAt`: the instant, in milliseconds; null while it is served. */
  controller: { id: string; name: string; archivedAt: number | null };
  org: { id: string; name: string };
};

/** Grant of the person signed in, begun and not ended, with the fields that its shell shows. */
export type Audit = {
  id: string;
  name: string;
  sections: string[];
  /** By the grant, or by its organisation. */
  requiresSecondFactor: boolean;
  org: { id: string; name: string };
};

type SessionRow = Pick<SignedIn, "person" | "memberships" | "contacts" | "audits"> & {
  id: string;
  created_at: Date;
  second_factor_at: Date | null;
  last_seen_at: Date;
  method: Means;
  expires_at: Date;
  revoked_at: Date | null;
  disabled_at: Date | null;
};

/** Opens a session and returns the opaque token that goes into the cookie; its SHA-256 alone is stored. */
export async function openSession(
  personId: string,
  device: { userAgent: string; address: string },
  now: Date,
  method: Means = "password",
  tx: Tx = authClient(),
): Promise<string> {
  const token = newToken();
  await tx.session.create({
    data: {
      method,
      secondFactorAt: method === "password" || method === "link" ? null : now,
      id: newId(now),
      tokenHash: hashToken(token),
      personId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + LONGEST_SESSION.absoluteMs),
      userAgent: device.userAgent.slice(0, 300),
      address: device.address.slice(0, 64),
    },
  });
  return token;
}

/** The live session of a token, or null when it is unknown, revoked, idle or too old. */
export async function readSession(token: string, now: Date): Promise<SignedIn | null> {
  const hash = Buffer.from(hashToken(token));
  const { rows } = await authPool().query<SessionRow>({
    name: "session_open",
    text: "SELECT * FROM session_open($1)",
    values: [hash],
  });
  const session = rows[0];
  if (!session || session.revoked_at || session.disabled_at) return null;
  // A letter opens a controller's portal; the register of an organisation asks for more than a mailbox.
  const isByLetter = session.method.startsWith("link");
  const memberships = isByLetter ? [] : session.memberships;
  const limits = sessionLimits({ isByLetter, roles: memberships.map(({ role }) => role) });
  const ages = { expiresAt: session.expires_at, lastSeenAt: session.last_seen_at };
  if (!isSessionLive(ages, limits, now)) return null;
  if (now.getTime() - ages.lastSeenAt.getTime() > TOUCH_EVERY_MS) await updateLastSeen(session.id, now);
  const {
    id: sessionId,
    created_at: openedAt,
    second_factor_at: secondFactorAt,
    person,
    contacts,
    audits,
  } = session;
  return {
    sessionId,
    sessionHash: hash.toString("hex"),
    openedAt,
    secondFactorAt,
    isByLetter,
    limits,
    endsAtMs: endsAtMs(ages.expiresAt, limits),
    person,
    memberships,
    contacts,
    audits,
  };
}

/**
 * A second factor was given in a session that had none: it goes on under a new token, returned for the cookie, and
 * the one before opens nothing any more. Null when the session ended meanwhile.
 */
export async function raiseSession(tx: Tx, id: string, method: Means, now: Date): Promise<string | null> {
  const token = newToken();
  const session = await tx.session.findUnique({ where: { id }, select: { method: true } });
  const { count } = await tx.session.updateMany({
    where: { id, revokedAt: null },
    data: {
      tokenHash: hashToken(token),
      method: meansAfter(session?.method ?? "", method),
      secondFactorAt: now,
    },
  });
  return count === 1 ? token : null;
}

/** Ends every session of a person but one; returns how many. */
export async function endSessions(tx: Tx, personId: string, now: Date, exceptId?: string): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { personId, revokedAt: null, ...(exceptId && { id: { not: exceptId } }) },
    data: { revokedAt: now },
  });
  return count;
}

export async function revokeSession(token: string, now: Date): Promise<void> {
  await authClient().session.updateMany({
    where: { tokenHash: hashToken(token), revokedAt: null },
    data: { revokedAt: now },
  });
}

async function updateLastSeen(id: string, now: Date): Promise<void> {
  await authClient().session.updateMany({
    where: { id, lastSeenAt: { lt: now } },
    data: { lastSeenAt: now },
  });
}
