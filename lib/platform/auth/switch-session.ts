import { cookies } from "next/headers";
import { COOKIE_OPTIONS, SESSION_COOKIE } from "./cookie";
import { revokeSession } from "@/lib/platform/request/session-store";

/** Replaces this browser's session and ends the previous one, which would otherwise remain open unseen. */
export async function switchSession(token: string, now: Date): Promise<void> {
  await endPresentSession(now);
  (await cookies()).set(SESSION_COOKIE, token, COOKIE_OPTIONS);
}

/** Ends the session that this browser is in, should it be in one (ASVS 7.2.4). */
export async function endPresentSession(now: Date): Promise<void> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  if (token) await revokeSession(token, now);
}
