import { env } from "@/lib/platform/env";
import type { StaffCtx } from "@/lib/platform/context";
import { staffContext } from "@/lib/platform/session";

/** True for a form sent from a page of our own: the browser says where a post comes from (`Origin`, Fetch Metadata). */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return (
    origin !== null && URL.canParse(origin) && (origin === env().AMANA_URL || new URL(origin).host === host)
  );
}

/** Leads the browser on with a GET. Relative: behind a proxy, the request's own address is not the one it knows. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

/** The context of a route handler, or the answer that refuses it; what is out of scope is "not found". */
export async function authenticate(org: string): Promise<StaffCtx | Response> {
  return (await staffContext(org)) ?? new Response(null, { status: 404 });
}
