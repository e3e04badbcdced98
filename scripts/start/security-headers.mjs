// @ts-check
// What every answer of a web process carries, whoever makes it. Plain JavaScript, as the web process itself.

const YEAR_SECONDS = 31_536_000;

/**
 * Headers set before an answer is made: a page puts its own content policy in the place of this one, which shows and runs
 * nothing. HSTS is told over https alone, and for other hosts of the domain where the setting says so.
 *
 * @param {{ isSecure: boolean, withSubdomains: boolean }} how
 * @returns {Record<string, string>}
 */
export function securityHeaders({ isSecure, withSubdomains }) {
  return {
    "content-security-policy":
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    ...(isSecure && {
      "strict-transport-security": `max-age=${YEAR_SECONDS}${withSubdomains ? "; includeSubDomains" : ""}`,
    }),
  };
}

/** Address of a document that a page of ours shows in a frame: its route states the policy, by the type of the document. */
const VIEW = /^\/api\/document-views\/[^/?]+\/[^/?]+(?:\?|$)/;

/**
 * Headers of one address: those of every answer, but where a document is shown only pages of ours may frame it.
 *
 * @param {Record<string, string>} onEveryAnswer
 * @param {string | undefined} url
 * @returns {Record<string, string>}
 */
export function headersOf(onEveryAnswer, url) {
  if (!VIEW.test(url ?? "")) return onEveryAnswer;
  const { "content-security-policy": _policy, ...others } = onEveryAnswer;
  return { ...others, "x-frame-options": "SAMEORIGIN" };
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {Record<string, string>} headers
 */
export function setHeaders(response, headers) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
