import { gzipSync } from "node:zlib";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchPublic, MOST_BYTES, pinnedLookup } from "./fetch-public";
import { operatorPolicy } from "./outbound-policy";
import { loopbackPolicy, serveOnLoopback } from "./loopback.fixture";

let server: Awaited<ReturnType<typeof serveOnLoopback>>;
const asked: IncomingMessage[] = [];

const ANSWERS: Record<string, (response: ServerResponse, request: IncomingMessage) => void> = {
  "/feed": (response) => response.setHeader("etag", '"1"').end("feed"),
  "/moved": (response) => response.writeHead(302, { location: "/feed" }).end(),
  "/inside": (response) => response.writeHead(302, { location: "http://10.0.0.1/feed" }).end(),
  "/metadata": (response) =>
    response.writeHead(301, { location: "http://[::ffff:169.254.169.254]/latest/meta-data" }).end(),
  "/file": (response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/elsewhere": (response) => response.writeHead(302, { location: "http://cnil.example/feed" }).end(),
  "/circle": (response) => response.writeHead(302, { location: "/circle" }).end(),
  "/gone": (response) => response.writeHead(410).end(),
  "/large": (response) => response.end(Buffer.alloc(MOST_BYTES + 1)),
  "/bomb": (response) =>
    response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(MOST_BYTES + 1))),
  "/packed": (response) => response.setHeader("content-encoding", "gzip").end(gzipSync("packed feed")),
  "/broken": (response) => response.setHeader("content-encoding", "gzip").end("no gzip"),
  "/never": () => {},
  "/slow": (response) => void response.write("begun"),
  "/same": (response, { headers }) =>
    response.writeHead(headers["if-none-match"] === '"1"' ? 304 : 200).end(),
};

beforeAll(async () => {
  server = await serveOnLoopback((request, response) => {
    asked.push(request);
    ANSWERS[request.url ?? ""]?.(response, request);
  });
});
afterAll(() => server.stop());

const read = (path: string, options: Parameters<typeof fetchPublic>[1] = {}) =>
  fetchPublic(`${server.url}${path}`, { policy: loopbackPolicy, ...options });
const failureOf = async (fetched: ReturnType<typeof fetchPublic>) => {
  const it = await fetched;
  return it.kind === "failed" ? it.failure : it.kind;
};
const textOf = async (fetched: ReturnType<typeof fetchPublic>) => {
  const it = await fetched;
  return it.kind === "read" ? new TextDecoder().decode(it.bytes) : it;
};

describe("an address that something is sent to", () => {
  const post = {
    body: new TextEncoder().encode("question"),
    contentType: "text/question",
    accept: "text/answer",
  };

  it("gets it by POST, with its type and length", async () => {
    asked.length = 0;
    expect(await textOf(read("/feed", { post }))).toBe("feed");
    expect(
      asked.map(({ method, headers }) => [method, headers["content-type"], headers["content-length"]]),
    ).toEqual([["POST", "text/question", "8"]]);
  });

  it("leads nowhere else: nothing is sent on", async () => {
    asked.length = 0;
    expect(await read("/moved", { post })).toMatchObject({ kind: "failed", failure: "status", status: 302 });
    expect(asked).toHaveLength(1);
  });
});

describe("an address", () => {
  it("is read, with what tells a later change", async () => {
    expect(await textOf(read("/feed"))).toBe("feed");
    expect(await read("/feed")).toMatchObject({ kind: "read", etag: '"1"' });
  });

  it("that has not changed is not read again", async () => {
    expect(await failureOf(read("/same", { etag: '"1"' }))).toBe("unchanged");
  });

  it("that moved is followed, and packed bytes are unpacked", async () => {
    expect(await textOf(read("/moved"))).toBe("feed");
    expect(await textOf(read("/packed"))).toBe("packed feed");
  });

  it.each([
    ["/inside", "private"],
    ["/metadata", "private"],
    ["/file", "address"],
    ["/circle", "redirects"],
    ["/gone", "status"],
    ["/large", "tooLarge"],
    ["/bomb", "tooLarge"],
    ["/broken", "unreachable"],
  ])("%s fails: %s", async (path, failure) => {
    expect(await failureOf(read(path))).toBe(failure);
  });

  it.each(["/never", "/slow"])("%s ends with its time", async (path) => {
    expect(await failureOf(read(path, { patience: 200 }))).toBe("timeout");
  });

  it("is not asked at all where nobody admits loopback, whatever it is called", async () => {
    const before = asked.length;
    const { port } = server;
    const names = [
      ...[`http://127.0.0.1:${port}/feed`, `http://localhost:${port}/feed`, `http://[::1]:${port}/feed`],
      ...[
        `http://2130706433:${port}/feed`,
        `http://0x7f.1:${port}/feed`,
        `http://[::ffff:127.0.0.1]:${port}/`,
      ],
    ];
    const policy = { ...operatorPolicy(), isPortAllowed: () => true };
    for (const name of names) expect(await failureOf(fetchPublic(name, { policy })), name).toBe("private");
    for (const name of names) expect(await failureOf(fetchPublic(name)), name).toBe("port");
    expect(asked).toHaveLength(before);
  });

  it("is not asked where the operator's list does not name its host, also behind a redirect", async () => {
    const before = asked.length;
    const policy = { ...loopbackPolicy, isHostAllowed: (host: string) => host === "127.0.0.1" };
    expect(await failureOf(fetchPublic(`http://localhost:${server.port}/feed`, { policy }))).toBe("host");
    expect(asked).toHaveLength(before);
    expect(await failureOf(read("/elsewhere", { policy }))).toBe("host");
  });

  it.each(["ftp://cnil.example/", "file:///etc/passwd", "http://user:secret@cnil.example/", "cnil.example"])(
    "%s is none of the web",
    async (url) => {
      expect(await failureOf(fetchPublic(url))).toBe("address");
    },
  );

  it("named by a host is connected to where it was checked, whatever the name means by then", async () => {
    const { port } = server;
    expect(await textOf(fetchPublic(`http://localhost:${port}/feed`, { policy: loopbackPolicy }))).toBe(
      "feed",
    );
    const pinned = { address: "192.0.2.7", family: 4 };
    const answers = [{ all: true }, { all: false }].map(
      (options) =>
        new Promise((resolve) => pinnedLookup(pinned)("localhost", options, (_, ...found) => resolve(found))),
    );
    expect(await Promise.all(answers)).toEqual([[[pinned]], ["192.0.2.7", 4]]);
  });

  it("of a server that is not there is unreachable", async () => {
    const other = await serveOnLoopback(() => {});
    other.stop();
    expect(await failureOf(fetchPublic(other.url, { policy: loopbackPolicy }))).toBe("unreachable");
  });
});
