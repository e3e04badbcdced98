import { NextResponse, type NextRequest } from "next/server";
import { COOKIE_OPTIONS, CSRF_COOKIE, DONE_COOKIE, SIGNED_OUT_COOKIE } from "@/lib/platform/auth/cookie";
import { DONE_HEADER } from "@/lib/forms/form-state";
import { cookieOf } from "@/lib/platform/auth/choice-cookie";
import { makeCsrf } from "@/lib/platform/auth/csrf";
import { authSecret } from "@/lib/platform/auth/options";
import { letterLanguage } from "@/lib/i18n/letter-language";
import { env } from "@/lib/platform/environment/env";

/**
 * Adds to every page a fresh nonce for its scripts, its own path for the return from sign-in, and a token for
 * plain forms.
 */
export function proxy(request: NextRequest) {
  const led = request.method === "GET" ? letterLanguage(request.nextUrl) : null;
  if (led) return toLetterLanguage(led);
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentPolicy(nonce);
  const csrf = makeCsrf(authSecret(), request.cookies.get(CSRF_COOKIE)?.value);

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-amana-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("x-amana-csrf", csrf.token);

  // Announces an action once. A page reads its cookies as the response leaves them: the value of a deleted
  // one is passed on in a header.
  const done = request.method === "GET" ? request.cookies.get(DONE_COOKIE)?.value : undefined;
  if (done) headers.set(DONE_HEADER, done);
  else headers.delete(DONE_HEADER);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (csrf.cookie) response.cookies.set(CSRF_COOKIE, csrf.cookie, COOKIE_OPTIONS);
  if (done) remove(response, DONE_COOKIE);
  if (request.cookies.has(SIGNED_OUT_COOKIE)) {
    response.headers.set("clear-site-data", '"cache", "storage"');
    remove(response, SIGNED_OUT_COOKIE);
  }
  return response;
}

/** A cookie of the prefix `__Host-` is removed by an answer that is secure and names the whole site. */
function remove(response: NextResponse, name: string): void {
  response.cookies.set(name, "", { ...COOKIE_OPTIONS, maxAge: 0 });
}

/** Chooses the language of a letter for whoever comes from it, as the page's own buttons choose another. */
function toLetterLanguage({ locale, path }: { locale: string; path: string }): NextResponse {
  const response = NextResponse.redirect(new URL(path, env().AMANA_URL));
  const { name, options } = cookieOf("locale", locale, COOKIE_OPTIONS.secure);
  response.cookies.set(name, locale, options);
  return response;
}

function contentPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

// Matches whole names: an organisation may be called Icon or Fonts, and its pages are under its name.
export const config = {
  matcher: ["/((?!api/|_next/static/|_next/image$|icon\\.svg$).*)"],
};
