// @ts-check

/** The shape of the ids of rows. */
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/**
 * Hands on a request that named a row and was answered "not found", once its answer has left: whether a page, a file or a
 * form refused it.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {(asked: { url: string, headers: Record<string, string | undefined> }) => unknown} note
 */
export function noteUnfound(request, response, note) {
  const { url = "" } = request;
  if (!ID.test(url.split("?", 1)[0] ?? "")) return;
  response.once("finish", () => {
    if (response.statusCode !== 404) return;
    const { cookie, "user-agent": userAgent, "x-forwarded-for": addresses } = request.headers;
    note({ url, headers: { cookie, "user-agent": userAgent, "x-forwarded-for": String(addresses ?? "") } });
  });
}
