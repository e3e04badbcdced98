// @ts-check
// Who is let in, and who waits before the door. Plain JavaScript, as the web process that stands behind it.

/** Pages that one process works on at a time: as many as its pool for reading holds connections. */
const PLACES = 5;
/** Milliseconds that a page waits for its turn before it is refused. */
const PATIENCE = 15_000;

/** @typedef {import("node:http").IncomingMessage} Asked */
/** @typedef {import("node:http").ServerResponse} Answer */
/** @typedef {(request: Asked, response: Answer) => void} Serve */

/**
 * Lets so many pages be worked on at once, the others in the order in which they came. A thousand at once would each
 * wait for all of them, hold what the next one needs, and none would be in time. A page leaves its place as its answer
 * begins, so that whoever reads slowly keeps nobody out; whoever goes away leaves the line.
 *
 * @param {{ serve: Serve, refuse: Serve, places?: number, patience?: number }} of
 * @returns {Serve}
 */
export function makeConcurrencyLimit({ serve, refuse, places = PLACES, patience = PATIENCE }) {
  /** @type {Set<() => void>} */
  const line = new Set();
  let free = places;

  /** @type {Serve} */
  const admit = (request, response) => {
    free -= 1;
    onBeginning(response, () => {
      free += 1;
      const [next] = line;
      next?.();
    });
    serve(request, response);
  };

  /** @type {Serve} */
  const wait = (request, response) => {
    const leave = () => {
      line.delete(enter);
      clearTimeout(timer);
      response.off("close", leave);
    };
    const enter = () => {
      leave();
      admit(request, response);
    };
    const timer = setTimeout(() => {
      leave();
      refuse(request, response);
    }, patience);
    response.once("close", leave);
    line.add(enter);
  };

  return (request, response) => {
    if (!isPage(request)) serve(request, response);
    else if (free > 0) admit(request, response);
    else wait(request, response);
  };
}

/**
 * Limits reading alone: a form is admitted at once, and could arrive slowly. Files of the build and health
 * checks are admitted too.
 *
 * @param {Asked} request
 */
function isPage({ method, url = "" }) {
  if (method !== "GET" && method !== "HEAD") return false;
  return !url.startsWith("/_next/") && !url.startsWith("/api/health");
}

/**
 * Calls `then` once, as an answer begins or its client has gone.
 *
 * @param {Answer} response
 * @param {() => void} then
 */
function onBeginning(response, then) {
  const { writeHead } = response;
  let isBegun = false;
  const begin = () => {
    if (!isBegun) then();
    isBegun = true;
  };
  response.writeHead = (/** @type {any[]} */ ...head) => {
    begin();
    return Reflect.apply(writeHead, response, head);
  };
  response.once("close", begin);
}
