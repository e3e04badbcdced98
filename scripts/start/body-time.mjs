// @ts-check
// How long a body may take to arrive. Node's own limit counts from the first byte, and would cut a long file on a slow line.
import { FILE_ROUTES } from "./request-limits.mjs";

/**
 * Milliseconds in which a form arrives whole, and those without one byte after which the sender of a file is taken for gone.
 */
const BODY_LIMITS = { wholeMs: 300_000, idleMs: 300_000 };

/** @typedef {import("node:http").IncomingMessage} Asked */

/**
 * Ends a request whose form does not arrive in time, or whose file stops arriving. A file may take as long as bytes come.
 *
 * @param {Asked} request
 */
export function boundBody(request, { wholeMs, idleMs } = BODY_LIMITS) {
  if (!(Number(request.headers["content-length"]) > 0)) return;
  const [path = ""] = (request.url ?? "").split("?", 1);
  if (FILE_ROUTES.test(path)) endWhenIdle(request, idleMs);
  else endAfter(request, wholeMs);
}

/**
 * @param {Asked} request
 * @param {number} idleMs
 */
function endWhenIdle(request, idleMs) {
  request.setTimeout(idleMs, () => request.destroy());
  // The answer may take longer: it is no longer the sender who is waited for.
  request.once("end", () => request.setTimeout(0));
}

/**
 * @param {Asked} request
 * @param {number} wholeMs
 */
function endAfter(request, wholeMs) {
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, wholeMs);
  request.once("close", () => clearTimeout(timer));
}
