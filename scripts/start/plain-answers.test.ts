import { createServer, request as ask, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterEach, expect, it, vi } from "vitest";
import { boundConsole } from "./bound-console.mjs";
import { answerPlainly, markDatabaseAway, markMalformed, markTooSlow } from "./plain-answers.mjs";

type Serve = Parameters<typeof answerPlainly>[0]["serve"];

let server: Server;
afterEach(async () => {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
});

async function start(serve: Serve): Promise<string> {
  const page = (kind: string) => ({ headers: { "content-type": "text/html" }, html: `the page ${kind}` });
  server = createServer(answerPlainly({ serve, page }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function send(url: string, method = "GET", body = "", headers: Record<string, string> = {}) {
  const sent = ask(url, { method, headers, agent: false });
  sent.end(body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  return { status: response.statusCode, said: await text(response) };
}

it("answers a body that is too long without handing on one byte", async () => {
  const serve = vi.fn<Serve>();
  const at = await start(serve);
  const long = "x".repeat(3_000_000);
  expect(await send(`${at}/api/auth/_log`, "POST", long)).toEqual({ status: 413, said: "the page tooLong" });
  expect(await send(`${at}/nejma/records`, "POST", long)).toEqual({ status: 413, said: "the page tooLong" });
  const chunked = { "transfer-encoding": "chunked" };
  expect((await send(`${at}/api/extracts/x`, "POST", "a", chunked)).status).toBe(411);
  expect(serve).not.toHaveBeenCalled();
});

it("answers in words and with 503 what failed for want of a database, and leaves another fault as it is", async () => {
  const at = await start((request, response) => {
    if (request.url !== "/faulty") markDatabaseAway();
    response.writeHead(500, { "x-of": "next" }).end("Internal Server Error");
  });
  expect(await send(`${at}/nejma`)).toEqual({ status: 503, said: "the page away" });
  expect(await send(`${at}/nejma`, "POST", "a=b")).toEqual({ status: 503, said: "the page awayForm" });
  expect(await send(`${at}/faulty`)).toEqual({ status: 500, said: "Internal Server Error" });
});

it("answers in words and with 503 what took the database too long", async () => {
  const at = await start((_, response) => {
    markTooSlow();
    response.writeHead(500).end("Internal Server Error");
  });
  expect(await send(`${at}/nejma`)).toEqual({ status: 503, said: "the page slow" });
  expect(await send(`${at}/nejma`, "POST", "a=b")).toEqual({ status: 503, said: "the page slowForm" });
});

it("answers 400 to a body that no page of ours sends, and writes one line without its trace", async () => {
  const lines: string[] = [];
  const console = { error: (line: string) => void lines.push(line), warn: () => {} };
  boundConsole({ noteMalformed: markMalformed, console });
  const at = await start((_, response) => {
    console.error(new TypeError("Failed to parse body as FormData.") as never);
    response.statusCode = 500;
    response.end("Internal Server Error");
  });
  expect(await send(`${at}/sign-in`, "POST", "x")).toEqual({ status: 400, said: "the page malformed" });
  expect(lines).toEqual(["A request could not be read: Failed to parse body as FormData"]);
});

it("answers 400 where an action's arguments are no JSON, and leaves a fault of ours a fault", async () => {
  const lines: string[] = [];
  const console = { error: (line: string) => void lines.push(line), warn: () => {} };
  boundConsole({ noteMalformed: markMalformed, console });
  const at = await start(({ url = "" }, response) => {
    try {
      if (url === "/ours") throw new TypeError("Cannot read properties of undefined");
      JSON.parse("{{");
    } catch (error) {
      console.error(error as never);
    }
    response.writeHead(500).end("Internal Server Error");
  });
  expect(await send(`${at}/sign-in`, "POST", "{{")).toMatchObject({ status: 400 });
  expect(lines[0]).toMatch(/^A request could not be read: SyntaxError: [^\n]*$/);
  expect(await send(`${at}/ours`, "POST", "x")).toMatchObject({ status: 500 });
  expect(lines[1]).toContain("at ");
});

it("writes so many lines an hour, whatever strangers send", async () => {
  const lines: string[] = [];
  const console = { error: (line: string) => void lines.push(line), warn: () => {} };
  boundConsole({ noteMalformed: markMalformed, console });
  const at = await start((_, response) => {
    for (let count = 0; count < 500; count++) console.error(`fault ${count} ${"x".repeat(100_000)}`);
    response.end();
  });
  await send(at);
  expect(lines.length).toBeLessThanOrEqual(100);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(8_100);
});

it("puts words in the place of a bare 429", async () => {
  const at = await start((_, response) => void response.writeHead(429).end());
  expect(await send(`${at}/api/exports/x`, "POST", "a")).toEqual({ status: 429, said: "the page tooMany" });
});

it("answers what is not found or not allowed as a document, and leaves what scripts and routes are answered", async () => {
  const at = await start((request, response) => {
    response.statusCode = request.url === "/answer/forbidden" ? 403 : 404;
    if (request.url !== "/api/files/x") response.setHeader("content-type", "text/html; charset=utf-8");
    response.end("<html id=__next_error__>");
  });
  expect(await send(`${at}/public/nowhere`)).toEqual({ status: 404, said: "the page notFound" });
  expect(await send(`${at}/answer/forbidden`)).toEqual({ status: 403, said: "the page forbidden" });
  const blank = { status: 404, said: "<html id=__next_error__>" };
  expect(await send(`${at}/public/nowhere`, "GET", "", { rsc: "1" })).toEqual(blank);
  expect(await send(`${at}/public/nowhere`, "POST", "a=b")).toEqual(blank);
  expect(await send(`${at}/centre/records/nowhere`)).toEqual(blank);
  expect(await send(`${at}/api/files/x`)).toEqual(blank);
});

it("leaves a document that a route writes for strangers in its own words", async () => {
  const at = await start((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("x-robots-tag", "noindex");
    response.writeHead(404).end("the link is not whole");
  });
  expect(await send(`${at}/answer/unknown/ended`)).toEqual({ status: 404, said: "the link is not whole" });
});
