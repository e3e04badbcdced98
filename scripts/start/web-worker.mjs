// @ts-check
// One web process: Next's production server behind node:http. Plain JavaScript, so that no loader stands in its way.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import next from "next";
import { makeConcurrencyLimit } from "./concurrency-limit.mjs";
import { dropForwarded, dropForeignForwarded } from "./forwarded-headers.mjs";
import { refuseUpgrades } from "./refuse-upgrades.mjs";
import { boundBody } from "./body-time.mjs";
import { boundConsole } from "./bound-console.mjs";
import { noteUnfound } from "./note-unfound.mjs";
import { answerPlainly, markDatabaseAway, markMalformed, markTooSlow } from "./plain-answers.mjs";
import { headersOf, securityHeaders, setHeaders } from "./security-headers.mjs";

const host = process.env.HOST;
const port = Number(process.env.PORT);

// Takes the configuration as the build has read it: reading it again loads the compiler of TypeScript, 25 MB and a second
// of processor in each process. The server that Next's standalone output brings is given it in this variable too.
const built = new URL("../../.next/required-server-files.json", import.meta.url);
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(JSON.parse(readFileSync(built, "utf8")).config);

const app = next({ dev: false, dir: new URL("../..", import.meta.url).pathname, hostname: host, port });

// Next says on standard output how long it took to read its configuration, once a worker; start prints one address.
const say = console.log;
console.log = () => {};
await app.prepare();
console.log = say;

boundConsole({ noteMalformed: markMalformed });

const handle = app.getRequestHandler();

/**
 * Functions that the server's instrumentation sets in this process; no jobs where they run elsewhere.
 *
 * @type {{ amanaPlainPage: import("../../lib/i18n/plain-pages").PlainPages, amanaNoteUnfound: Parameters<typeof noteUnfound>[2], amanaStopJobs?: () => Promise<void> }}
 */
const ours = /** @type {any} */ (globalThis);
Object.assign(globalThis, { amanaNoteAway: markDatabaseAway, amanaNoteSlow: markTooSlow });

// Trusts the peer's stated address only behind a proxy of ours; limits count by this address.
const isBehindProxy = process.env.TRUST_PROXY === "true";

const come = makeConcurrencyLimit({
  serve: answerPlainly({
    serve: (request, response) => void handle(request, response),
    page: (kind, asked) => ours.amanaPlainPage(kind, asked),
  }),
  refuse: (request, response) => {
    const { headers, html } = ours.amanaPlainPage("busy", request.headers);
    response.writeHead(503, headers).end(html);
  },
});

const onEveryAnswer = securityHeaders({
  isSecure: String(process.env.AMANA_URL).startsWith("https://"),
  withSubdomains: process.env.HSTS_SUBDOMAINS === "true",
});

const server = createServer((request, response) => {
  boundBody(request);
  setHeaders(response, headersOf(onEveryAnswer, request.url));
  if (isBehindProxy) dropForeignForwarded(request.headers, String(process.env.AMANA_URL));
  else dropForwarded(request.headers, request.socket.remoteAddress);
  noteUnfound(request, response, (asked) => ours.amanaNoteUnfound(asked));
  come(request, response);
});
refuseUpgrades(server);
// Longer than the usual idle time of a proxy in front, which would otherwise reuse a connection as it closes.
server.keepAliveTimeout = 65_000;
// Bodies have limits of their own; heads keep Node's.
server.requestTimeout = 0;

server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
  process.send?.({ listenError: error.code ?? "unknown" }, () => process.exit(1));
});
server.listen(port, host);

// The supervisor ends a process that works on without answering.
process.on("message", (asked) => {
  if (asked === "alive?") process.send?.("alive");
});

// Ctrl-C reaches the whole group: the supervisor alone decides when a worker ends, and tells it by SIGTERM.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => void endInOrder());

async function endInOrder() {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await Promise.all([closed, ours.amanaStopJobs?.()]);
  process.exit(0);
}
