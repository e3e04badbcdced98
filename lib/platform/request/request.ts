import { env } from "@/lib/platform/environment/env";
import type { AuditorCtx, ContactCtx, StaffCtx } from "./context";
import {
  auditorContext,
  contactContext,
  lacksSecondFactor,
  journalStranger,
  staffContext,
} from "./request-session";

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

/**
 * Refuses more bytes than the file may have, with 64 KiB for the rest of the form; and a body without a
 * length, which no form sends.
 */
export function isTooLong(request: Request, maxBytes: number): boolean {
  const declared = request.headers.get("content-length");
  return declared === null || !(Number(declared) <= maxBytes + 65_536);
}

/** The form of a request; null where the body is none, or broke off. */
export async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}

/** Leads the browser on with a GET. Relative: behind a proxy, the request's own address is not the one it knows. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

/** The context of a route handler, or the answer that refuses it; what is out of scope is "not found". */
export async function authenticate(org: string): Promise<StaffCtx | Response> {
  const ctx = await staffContext(org);
  if (ctx) return ctx;
  return (await lacksSecondFactor(org)) ? secondFactorDemanded() : new Response(null, { status: 404 });
}

/** Authenticates a controller's contact in its portal; a foreign portal is journalled, as its pages do. */
export async function authenticateContact(contact: string): Promise<ContactCtx | Response> {
  const ctx = await contactContext(contact);
  if (ctx) return ctx;
  await journalStranger("contact", contact);
  return new Response(null, { status: 404 });
}

/** Authenticates an auditor within a grant that is open; any other is journalled. */
export async function authenticateAuditor(grant: string): Promise<AuditorCtx | Response> {
  const ctx = await auditorContext(grant);
  if (ctx) return ctx;
  await journalStranger("audit", grant);
  return new Response(null, { status: 404 });
}

/** RFC 9457: what a machine is told; a person is led there by the pages. */
function secondFactorDemanded(): Response {
  const problem = {
    type: "about:blank",
    status: 403,
    title: "Second factor required",
    detail: "This organisation demands a second factor, and none was given in this session.",
    instance: "/account/second-factor",
  };
  return Response.json(problem, { status: 403, headers: { "content-type": "application/problem+json" } });
}
