// @ts-check

// Next.js accepts a form by the forwarded host: a visitor must not set it.
const FORWARDED = ["forwarded", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"];

/**
 * Without a proxy in front a visitor speaks for itself: what it writes of other hosts goes, and its address is the one it
 * connects from.
 *
 * @param {import("node:http").IncomingHttpHeaders} headers
 * @param {string | undefined} address
 */
export function dropForwarded(headers, address) {
  for (const name of FORWARDED) delete headers[name];
  headers["x-forwarded-for"] = address;
}
