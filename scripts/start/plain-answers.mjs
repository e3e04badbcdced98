// @ts-check
// What the web process answers by itself, where Next has no page for it. Plain JavaScript, as the process itself.
import { AsyncLocalStorage } from "node:async_hooks";

/** As many bytes as a form may have: a little less than `serverActions.bodySizeLimit` of next.config.ts. */
export const MAX_FORM_BYTES = 2_000_000;

/** @typedef {import("node:http").IncomingMessage} Asked */
/** @typedef {import("node:http").ServerResponse} Answer */
/** @typedef {(request: Asked, response: Answer) => void} Serve */
/** @typedef {(kind: "awayForm" | "away" | "tooLong", asked: import("node:http").IncomingHttpHeaders) => { headers: import("node:http").OutgoingHttpHeaders, html: string }} Page */

/** @type {AsyncLocalStorage<{ isAway: boolean }>} */
const current = new AsyncLocalStorage();

/** Notes, within a request, that no database answered it. */
export function noteAway() {
  const store = current.getStore();
  if (store) store.isAway = true;
}

/**
 * A form of too many bytes is answered 413, and a request that failed because no database answered 503, both in words.
 *
 * @param {{ serve: Serve, page: Page }} of
 * @returns {Serve}
 */
export function answerPlainly({ serve, page }) {
  return (request, response) => {
    if (isTooLong(request)) {
      const { headers, html } = page("tooLong", request.headers);
      response.writeHead(413, { ...headers, connection: "close" }).end(html);
      // Read on and thrown away: a connection that is closed while a browser sends shows nobody the answer.
      request.resume();
      return;
    }
    const store = { isAway: false };
    replaceFailure(response, () => {
      if (!store.isAway) return null;
      return page(request.method === "POST" ? "awayForm" : "away", request.headers);
    });
    current.run(store, () => serve(request, response));
  };
}

/**
 * Forms go to pages; what `app/api` takes has limits of its own.
 *
 * @param {Asked} request
 */
function isTooLong({ method, url = "", headers }) {
  return (
    method === "POST" && !url.startsWith("/api/") && Number(headers["content-length"] ?? 0) > MAX_FORM_BYTES
  );
}

/**
 * Puts another answer in the place of one that says 500, before its first byte; what follows of that one is dropped.
 *
 * @param {Answer} response
 * @param {() => ReturnType<Page> | null} other
 */
function replaceFailure(response, other) {
  const { writeHead, write, end } = response;
  let isReplaced = false;
  /** @param {unknown} [status] */
  const replace = (status) => {
    if (isReplaced || response.headersSent) return isReplaced;
    const said = typeof status === "number" ? status : response.statusCode;
    const instead = said === 500 ? other() : null;
    if (!instead) return false;
    isReplaced = true;
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    Object.assign(response, { writeHead, write, end });
    response.writeHead(503, instead.headers);
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
