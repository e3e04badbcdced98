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

/**
 * A proxy hands on what it does not set itself: what names another host than the application's own address goes, so that a
 * visitor behind it names none either. Its list of addresses stays.
 *
 * @param {import("node:http").IncomingHttpHeaders} headers
 * @param {string} ownAddress
 */
export function dropForeignForwarded(headers, ownAddress) {
  const { host, port, protocol } = new URL(ownAddress);
  const own = {
    "x-forwarded-host": host,
    "x-forwarded-port": port || (protocol === "https:" ? "443" : "80"),
    "x-forwarded-proto": protocol.slice(0, -1),
  };
  for (const name of FORWARDED) {
    const isOwn = Object.entries(own).some(([known, value]) => name === known && headers[name] === value);
    if (!isOwn) delete headers[name];
  }
}
