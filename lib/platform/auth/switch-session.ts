import { cookies } from "next/headers";
import { LONGEST_SESSION } from "@/lib/domain/account/session-limits";
import { COOKIE_OPTIONS, SESSION_COOKIE, SIGNED_OUT_COOKIE } from "./cookie";
import { revokeSession } from "@/lib/platform/request/session-store";

/** The browser keeps the cookie no longer than any session lasts. */
export const SESSION_COOKIE_OPTIONS = { ...COOKIE_OPTIONS, maxAge: LONGEST_SESSION.absoluteMs / 1000 };

const SOON_S = 60;

/** Replaces this browser's session and ends the previous one, which would otherwise remain open unseen. */
export async function switchSession(token: string, now: Date): Promise<void> {
  await endPresentSession(now);
  (await cookies()).set(SESSION_COOKIE, token, SESSION_COOKIE_OPTIONS);
}

/** Ends the session that this browser is in, should it be in one (ASVS 7.2.4). */
export async function endPresentSession(now: Date): Promise<void> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  if (token) await revokeSession(token, now);
}

/** Takes the cookie out of this browser, and has the next answer clear what it holds of the pages (ASVS 14.3.1). */
export async function leaveBrowser(): Promise<void> {
  const jar = await cookies();
  jar.set(SESSION_COOKIE, "", { ...COOKIE_OPTIONS, maxAge: 0 });
  jar.set(SIGNED_OUT_COOKIE, "1", { ...COOKIE_OPTIONS, maxAge: SOON_S });
}
