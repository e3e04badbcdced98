// @ts-check
// What is refused before anything reads it. Plain JavaScript, as the web process itself.

/** Bytes of a page's form, at most: a little less than the `bodySizeLimit` of Next.js's server actions. */
export const MAX_FORM_BYTES = 2_000_000;
/** Bytes of a form without a file under `/api`, at most: a sign-in, the choice of an export. */
export const MAX_SMALL_BYTES = 65_536;

/** Routes that take a file: each asks who sends it and how long it is before it reads one byte. */
export const FILE_ROUTES =
  /^\/api\/(?:call-logs|choice-checks|contract-imports|documents|emails|files|imports|pending-documents|registers|returned-mail)\/[^/]+$|^\/api\/(?:consents|consultation-people)\/[^/]+\/[^/]+$|^\/api\/portal\/[^/]+\/documents$/;

/** Next.js's identifiers of server actions. */
const ACTION = /^[0-9a-f]{40,64}$/;

/** @typedef {import("node:http").IncomingMessage} Asked */

/**
 * Refuses an address or a call of an action that only a hand-made request contains, a body without a length
 * or longer than its address may take, and a form of another site's page. Null where the request may pass.
 *
 * @param {Pick<Asked, "method" | "url" | "headers">} asked
 * @returns {"malformed" | "unmeasured" | "tooLong" | "foreign" | null}
 */
export function refusalOf({ method, url = "", headers }) {
  const address = decoded(url);
  if (address === null) return "malformed";
  const action = headers["next-action"];
  if (action !== undefined && !ACTION.test(String(action))) return "malformed";
  if (headers["transfer-encoding"] !== undefined) return "unmeasured";
  const length = Number(headers["content-length"] ?? 0);
  if (length > limitOf(address)) return "tooLong";
  return method === "POST" && !isUnderApi(address) ? refusalOfOrigin(headers) : null;
}

/**
 * The server's actions take a form from a page of their own host alone. A browser that names no origin is left to the
 * token in the form.
 *
 * @param {Asked["headers"]} headers
 */
function refusalOfOrigin({ origin, host, "x-forwarded-host": forwarded }) {
  if (origin === undefined || origin === "null") return null;
  if (!URL.canParse(origin)) return "malformed";
  return new URL(origin).host === String(forwarded ?? host) ? null : "foreign";
}

/**
 * The path as Next will read it; null where it is not UTF-8, or where path or query hold a zero, which no database keeps.
 *
 * @param {string} url
 */
function decoded(url) {
  const [path = "", query = ""] = url.split("?", 2);
  if (/%00/.test(query)) return null;
  try {
    const read = decodeURIComponent(path);
    return read.includes("\0") ? null : path;
  } catch {
    return null;
  }
}

/** @param {string} path */
function limitOf(path) {
  if (FILE_ROUTES.test(path)) return Number.POSITIVE_INFINITY;
  return isUnderApi(path) ? MAX_SMALL_BYTES : MAX_FORM_BYTES;
}

/** @param {string} path */
function isUnderApi(path) {
  return path === "/api" || path.startsWith("/api/");
}
