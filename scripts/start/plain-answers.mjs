// @ts-check
// What the web process answers by itself, where Next has no page for it. Plain JavaScript, as the process itself.
import { AsyncLocalStorage } from "node:async_hooks";
import { refusalOf } from "./request-limits.mjs";

/** @typedef {import("node:http").IncomingMessage} Asked */
/** @typedef {import("node:http").ServerResponse} Answer */
/** @typedef {(request: Asked, response: Answer) => void} Serve */
/** @typedef {(kind: "awayForm" | "away" | "slowForm" | "slow" | "tooLong" | "malformed" | "tooMany" | "notFound" | "forbidden", asked: import("node:http").IncomingHttpHeaders) => { headers: import("node:http").OutgoingHttpHeaders, html: string }} Page */

/** @type {AsyncLocalStorage<{ missing: "away" | "slow" | null, isMalformed: boolean }>} */
const current = new AsyncLocalStorage();

/** Notes, within a request, that no database answered it. */
export function markDatabaseAway() {
  const store = current.getStore();
  if (store) store.missing = "away";
}

/** Notes, within a request, that the database was asked for longer than it may. */
export function markTooSlow() {
  const store = current.getStore();
  if (store) store.missing ??= "slow";
}

/** Notes, within a request, that its body was none that a page of ours sends. */
export function markMalformed() {
  const store = current.getStore();
  if (store) store.isMalformed = true;
}

/** Status of a refused request: 411 where its body states no length. */
const STATUS = { tooLong: 413, malformed: 400, unmeasured: 411, foreign: 403 };

/** Pages that are not shown, by status. */
const ABSENT = /** @type {const} */ ({ 404: "notFound", 403: "forbidden" });

/** Addresses that strangers open, perhaps without scripts. */
const OF_STRANGERS = /^\/(?:answer|parents|public|subscriptions)(?:[/?]|$)/;

/**
 * True of a stranger's page that a browser opens: one that Next's scripts fetch to change the page that is open has a header of
 * theirs. Those of console, portal and audit say in their own frame what is missing or who may read it.
 *
 * @param {Asked} request
 */
function isPublicDocument({ method, headers, url = "" }) {
  return (method === "GET" || method === "HEAD") && headers["rsc"] === undefined && OF_STRANGERS.test(url);
}

/**
 * True of a page of Next. A document that a route writes itself says what is missing in its own words, and tells search engines not
 * to keep it by a header, which Next's pages do by an element.
 *
 * @param {Answer} response
 */
function isPageOfNext(response) {
  const isHtml = String(response.getHeader("content-type") ?? "").startsWith("text/html");
  return isHtml && response.getHeader("x-robots-tag") === undefined;
}

/**
 * Answers a request that `refusalOf` refuses with an error page; one that failed without a database, or
 * because that took too long, with 503, a malformed body with 400, and a person who has too many files made at once. A stranger's
 * page that is not found, or not allowed, is a document that says so: Next's own is blank until its scripts run.
 *
 * @param {{ serve: Serve, page: Page }} of
 * @returns {Serve}
 */
export function answerPlainly({ serve, page }) {
  return (request, response) => {
    const refusal = refusalOf(request);
    if (refusal) {
      const { headers, html } = page(refusal === "tooLong" ? "tooLong" : "malformed", request.headers);
      response.writeHead(STATUS[refusal], { ...headers, connection: "close" }).end(html);
      // Read on and thrown away: a connection that is closed while a browser sends shows nobody the answer.
      request.resume();
      return;
    }
    /** @type {NonNullable<ReturnType<typeof current.getStore>>} */
    const store = { missing: null, isMalformed: false };
    replaceAnswer(response, (status) => {
      if (status === 429) return { status, ...page("tooMany", request.headers) };
      const absent = ABSENT[/** @type {keyof typeof ABSENT} */ (status)];
      if (absent && isPublicDocument(request) && isPageOfNext(response))
        return { status, ...page(absent, request.headers) };
      if (status !== 500) return null;
      if (store.isMalformed) return { status: 400, ...page("malformed", request.headers) };
      if (!store.missing) return null;
      const kind = request.method === "POST" ? /** @type {const} */ (`${store.missing}Form`) : store.missing;
      return { status: 503, ...page(kind, request.headers) };
    });
    current.run(store, () => serve(request, response));
  };
}

/**
 * Puts another answer in the place of one, before its first byte; what follows of that one is dropped.
 *
 * @param {Answer} response
 * @param {(status: number) => { status: number } & ReturnType<Page> | null} other
 */
function replaceAnswer(response, other) {
  const { writeHead, write, end } = response;
  // Headers set before any handler belong to every answer.
  const kept = new Set(response.getHeaderNames());
  let isReplaced = false;
  /** @param {unknown} [status] */
  const replace = (status) => {
    if (isReplaced || response.headersSent) return isReplaced;
    const instead = other(typeof status === "number" ? status : response.statusCode);
    if (!instead) return false;
    isReplaced = true;
    for (const name of response.getHeaderNames()) if (!kept.has(name)) response.removeHeader(name);
    Object.assign(response, { writeHead, write, end });
    response.writeHead(instead.status, instead.headers);
    response.end(instead.html);
    Object.assign(response, { writeHead: () => response, write: () => true, end: () => response });
    return true;
  };
  response.writeHead = (/** @type {any[]} */ ...head) =>
    replace(head[0]) ? response : Reflect.apply(writeHead, response, head);
  response.write = (/** @type {any[]} */ ...part) => replace() || Reflect.apply(write, response, part);
  response.end = (/** @type {any[]} */ ...part) =>
    replace() ? response : Reflect.apply(end, response, part);
}
