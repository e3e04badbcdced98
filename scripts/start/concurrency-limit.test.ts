import {
  createServer,
  request as ask,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeConcurrencyLimit } from "./concurrency-limit.mjs";

let server: Server;
let at: string;
let served: { path: string; response: ServerResponse }[];

beforeEach(async () => {
  const arrived: typeof served = (served = []);
  const come = makeConcurrencyLimit({
    serve: ({ url = "" }, response) => void arrived.push({ path: url, response }),
    refuse: (_, response) => void response.writeHead(503).end(),
    places: 2,
    patience: 15_000,
  });
  server = createServer();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    come(request, response);
    server.emit("passed", response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  vi.useRealTimers();
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
});

/** Asks for a page and waits until it has come to the door. `answered` is its status, once there is one. */
async function come(path: string, method = "GET") {
  const arrived = once(server, "passed");
  const sent = ask(at + path, { method, agent: false });
  const answered = once(sent, "response").then(
    ([response]) => (response as IncomingMessage).resume().statusCode,
  );
  answered.catch(() => undefined);
  sent.on("error", () => undefined).end();
  const [response] = (await arrived) as [ServerResponse];
  return { sent, answered, response };
}

const paths = () => served.map(({ path }) => path);

it("lets so many pages in, and the others in their order as an answer begins", async () => {
  for (const path of ["/a", "/b", "/c", "/d"]) await come(path);
  expect(paths()).toEqual(["/a", "/b"]);
  // Begun and not ended: whoever reads slowly keeps nobody out.
  served[1]!.response.write("<html>");
  expect(paths()).toEqual(["/a", "/b", "/c"]);
  served[0]!.response.end();
  expect(paths()).toEqual(["/a", "/b", "/c", "/d"]);
});

it("frees one place for one answer, however it ends", async () => {
  const [first] = [await come("/a"), await come("/b"), await come("/c"), await come("/d")];
  const closed = once(first.response, "close");
  first.response.end("done");
  await closed;
  expect(await first.answered).toBe(200);
  expect(paths()).toEqual(["/a", "/b", "/c"]);
});

it("gives a place on where nobody waits for the answer any more", async () => {
  const [first] = [await come("/a"), await come("/b"), await come("/c")];
  const closed = once(first.response, "close");
  first.sent.destroy();
  await closed;
  expect(paths()).toEqual(["/a", "/b", "/c"]);
});

it("forgets who leaves the line", async () => {
  const [, , third] = [await come("/a"), await come("/b"), await come("/gone"), await come("/d")];
  const left = once(third.response, "close");
  third.sent.destroy();
  await left;
  served[0]!.response.end();
  expect(paths()).toEqual(["/a", "/b", "/d"]);
});

it("tells whoever waited too long that there is no place, and serves them no more", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const [, , third] = [await come("/a"), await come("/b"), await come("/late")];
  vi.advanceTimersByTime(14_999);
  const fourth = await come("/patient");
  vi.advanceTimersByTime(1);
  expect(await third.answered).toBe(503);
  served[0]!.response.end();
  expect(paths()).toEqual(["/a", "/b", "/patient"]);
  served[2]!.response.end();
  expect(await fourth.answered).toBe(200);
});

it.each([
  ["/records", "POST"],
  ["/_next/static/chunk.js", "GET"],
  ["/api/health", "GET"],
])("keeps %s (%s) out of the line", async (path, method) => {
  for (const page of ["/a", "/b", "/c"]) await come(page);
  await come(path, method);
  expect(paths()).toEqual(["/a", "/b", path]);
});
