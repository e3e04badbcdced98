import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { cookies } from "next/headers";
import { CHALLENGE_LIMITS, openChallenge } from "@/lib/platform/auth/challenge";
import {
  CALLBACK_COOKIE,
  CHALLENGE_COOKIE,
  COOKIE_OPTIONS,
  CSRF_COOKIE,
  DEVICE_COOKIE,
  LINK_COOKIE,
  SESSION_COOKIE,
} from "@/lib/platform/auth/cookie";
import { LONGEST_SESSION } from "@/lib/domain/account/session-limits";
import { rememberDevice } from "@/lib/platform/auth/known-device";
import { suggestLocale } from "./choice-cookie";
import { endPresentSession } from "./switch-session";
import { signIn, type SignInTry } from "@/lib/platform/auth/sign-in";
import type { Device } from "@/lib/platform/request/context";
import { deriveSecret, rootSecret } from "@/lib/platform/environment/env";
import { log } from "@/lib/platform/log/log";
import { openSession, readSession, revokeSession } from "@/lib/platform/request/session-store";

export function authSecret(): string {
  return deriveSecret(rootSecret(), "session");
}

/**
 * next-auth with opaque, revocable sessions: the strategy stays "jwt", but what it encodes into the cookie is a
 * random token whose SHA-256 is a row. `signInByLink` is the verb behind the links of letters.
 */
export function authOptions(device: Device, signInByLink: SignInByLink): NextAuthOptions {
  return {
    secret: authSecret(),
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    cookies: {
      sessionToken: { name: SESSION_COOKIE, options: COOKIE_OPTIONS },
      csrfToken: { name: CSRF_COOKIE, options: COOKIE_OPTIONS },
      callbackUrl: { name: CALLBACK_COOKIE, options: COOKIE_OPTIONS },
    },
    session: { strategy: "jwt", maxAge: LONGEST_SESSION.absoluteMs / 1000 },
    jwt: { encode: encodeOpaque(device), decode: decodeOpaque },
    providers: [credentials(device), linkCredentials(device, signInByLink)],
    callbacks: {
      signIn: ({ user, credentials }) => allowSignIn(user, credentials?.callbackUrl),
      jwt: ({ token, user }) => (user ? { ...token, sub: user.id, ...meansOf(user) } : token),
      session: ({ session, token }) => ({ ...session, user: { name: token.name, email: token.email } }),
      redirect: ({ url, baseUrl }) => (isLocal(url, baseUrl) ? url : baseUrl),
    },
    events: { signOut: ({ token }) => endSession(token) },
    logger: { error: logError, warn: () => {}, debug: () => {} },
  };
}

function credentials(device: Device) {
  return CredentialsProvider({
    credentials: { email: {}, password: {} },
    authorize: async (input) => {
      const marks = (await cookies()).get(DEVICE_COOKIE)?.value ?? "";
      const attempt: SignInTry = {
        email: input?.email ?? "",
        password: input?.password ?? "",
        marks,
        ...device,
      };
      return checked(() => signIn(attempt, new Date()));
    },
  });
}

type SignInCandidate = {
  id: string;
  name: string;
  email: string;
  locale: string;
  needsSecondFactor: boolean;
};

/** A person who came by a link or its code, or the page that says why not. */
export type ByLink = (SignInCandidate & { means: "link" }) | { id: ""; refusedAt: string };

export type SignInByLink = (
  attempt: { token: string; code: string; browser: string; returnPath: string },
  device: Device,
  now: Date,
) => Promise<ByLink>;

/** The cookie tells the browser that asked; the link or the code, that its letter was read. */
function linkCredentials(device: Device, signInByLink: SignInByLink) {
  return CredentialsProvider({
    id: "link",
    credentials: { token: {}, code: {}, callbackUrl: {} },
    authorize: async (input) => {
      const browser = (await cookies()).get(LINK_COOKIE)?.value ?? "";
      const { token = "", code = "", callbackUrl: returnPath = "/" } = input ?? {};
      return checked(() => signInByLink({ token, code, browser, returnPath }, device, new Date()));
    },
  });
}

function meansOf(user: object): { means?: "link" } {
  return "means" in user && user.means === "link" ? { means: "link" } : {};
}

/**
 * Logs a fault before Auth.js turns it into an address of the sign-in page, where it would look like a wrong
 * password.
 */
async function checked<T>(check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof Error && error.message === "locked") throw error;
    log.error({ err: error }, "sign-in failed");
    throw new Error("unavailable", { cause: error });
  }
}

/**
 * A password, or a link, is not enough for somebody who has more: no session yet, a challenge, and the page that asks
 * for it.
 */
async function allowSignIn(user: { id: string }, returnPath: unknown): Promise<true | string> {
  if ("refusedAt" in user) return String(user.refusedAt);
  // Auth.js types the user without the fields that `signIn` returned.
  const known = user as SignInCandidate | null;
  if (known) await suggestLocale(known.locale);
  if (!known?.needsSecondFactor) return true;
  const path = typeof returnPath === "string" ? returnPath : "/";
  const token = await openChallenge(user.id, path, new Date(), meansOf(user).means);
  const maxAge = CHALLENGE_LIMITS.lifeMs / 1000;
  (await cookies()).set(CHALLENGE_COOKIE, token, { ...COOKIE_OPTIONS, maxAge });
  return "/sign-in/second-factor";
}

function encodeOpaque(device: Device): NonNullable<NextAuthOptions["jwt"]>["encode"] {
  return async ({ token }) => {
    if (typeof token?.sessionToken === "string") return token.sessionToken;
    if (!token?.sub) throw new Error("A session needs a person.");
    const now = new Date();
    await endPresentSession(now);
    await rememberDevice(token.sub, now);
    return openSession(token.sub, device, now, meansOf(token).means);
  };
}

const decodeOpaque: NonNullable<NextAuthOptions["jwt"]>["decode"] = async ({ token }) => {
  const session = token ? await readSession(token, new Date()) : null;
  if (!session) return null;
  const { id, name, email } = session.person;
  return { sub: id, name, email, sessionToken: token };
};

async function endSession(token: unknown): Promise<void> {
  const sessionToken = (token as { sessionToken?: string } | undefined)?.sessionToken;
  if (sessionToken) await revokeSession(sessionToken, new Date());
}

/** A path, or an address of this very origin: a sign-in never sends anyone elsewhere. */
function isLocal(url: string, baseUrl: string): boolean {
  return URL.canParse(url, baseUrl) && new URL(url, baseUrl).origin === new URL(baseUrl).origin;
}

// A cookie that no longer opens a session is everyday life, not a fault.
function logError(code: string, metadata: unknown): void {
  if (code !== "JWT_SESSION_ERROR") log.error({ code, metadata: String(metadata) }, "next-auth");
}
