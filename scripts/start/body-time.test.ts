import { once } from "node:events";
import {
  createServer,
  request as ask,
  type ClientRequest,
  type IncomingMessage,
  type Server,
} from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, it } from "vitest";
import { boundBody } from "./body-time.mjs";

let server: Server;

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function listen(limits: { wholeMs: number; idleMs: number }) {
  server = createServer((request, response) => {
    boundBody(request, limits);
    void text(request).then(
      (body) => response.end(body),
      () => undefined,
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
}

/** Begins to send a body of four bytes, of which two arrive. */
async function send(path: string): Promise<ClientRequest> {
  const { port } = server.address() as AddressInfo;
  const sent = ask({
    host: "127.0.0.1",
    port,
    path,
    method: "POST",
    headers: { "content-length": 4 },
  });
  const [[arrived]] = (await Promise.all([
    once(server, "request"),
    new Promise((written) => sent.write("ab", written)),
  ])) as [[IncomingMessage], unknown];
  expect(arrived.url).toBe(path);
  return sent;
}

const isCut = async (sent: ClientRequest) => (await once(sent, "error"))[0] as NodeJS.ErrnoException;

async function finish(sent: ClientRequest): Promise<string> {
  sent.end("cd");
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return text(answer);
}

it("cuts a form that does not arrive in time, and not a file that began before it", async () => {
  await listen({ wholeMs: 30, idleMs: 60_000 });
  const file = await send("/api/call-logs/centre");
  const form = await send("/centre/telephone");
  expect((await isCut(form)).code).toBe("ECONNRESET");
  expect(await finish(file)).toBe("abcd");
});

it("cuts a file of which nothing arrives any more", async () => {
  await listen({ wholeMs: 60_000, idleMs: 30 });
  const file = await send("/api/call-logs/centre?x=1");
  expect((await isCut(file)).code).toBe("ECONNRESET");
});

it("lets a form through that arrives in time", async () => {
  await listen({ wholeMs: 60_000, idleMs: 60_000 });
  expect(await finish(await send("/centre/telephone"))).toBe("abcd");
});
