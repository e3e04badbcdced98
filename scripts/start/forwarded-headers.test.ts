import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dropForwarded, dropForeignForwarded } from "./forwarded-headers.mjs";
import { refusalOf } from "./request-limits.mjs";

/** Answers with what is left of a request's headers, and why it would not be handed on. */
const server = createServer((asked, response) => {
  dropForwarded(asked.headers, asked.socket.remoteAddress);
  response.end(JSON.stringify({ headers: asked.headers, refusal: refusalOf(asked) }));
});

beforeAll(() => new Promise<void>((done) => void server.listen(0, "127.0.0.1", done)));
afterAll(() => new Promise<void>((done) => void server.close(() => done())));

type Seen = { headers: Record<string, string>; refusal: string | null };

function send(headers: Record<string, string>): Promise<Seen> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: "127.0.0.1", port, method: "POST", path: "/sign-in", headers },
      (answer) => {
        let text = "";
        answer
          .on("data", (part: Buffer) => (text += part.toString()))
          .on("end", () => resolve(JSON.parse(text)));
      },
    );
    asked.on("error", reject).end();
  });
}

const CLAIMS = {
  forwarded: "for=203.0.113.9;host=evil.example",
  "x-forwarded-host": "evil.example",
  "x-forwarded-port": "8443",
  "x-forwarded-proto": "http",
};

describe("without a proxy in front", () => {
  it("a visitor names no other host, port or way by which it came", async () => {
    const { headers } = await send(CLAIMS);
    for (const name of Object.keys(CLAIMS)) expect(headers, name).not.toHaveProperty(name);
  });

  it("a visitor comes from the address it connects from, whichever it claims", async () => {
    expect((await send({ "x-forwarded-for": "203.0.113.9, 198.51.100.7" })).headers).toMatchObject({
      "x-forwarded-for": "127.0.0.1",
    });
  });

  it("another site's form does not pass for one of ours by the host that it claims", async () => {
    const claimed = { origin: "https://evil.example", "x-forwarded-host": "evil.example" };
    expect((await send(claimed)).refusal).toBe("foreign");
  });
});

describe("behind a proxy", () => {
  const OWN = {
    "x-forwarded-host": "amana.example",
    "x-forwarded-port": "443",
    "x-forwarded-proto": "https",
  };

  it("believes of the forwarded host, port and protocol those of the application's own address alone", () => {
    const own = { ...OWN, "x-forwarded-for": "203.0.113.9" };
    const headers = { ...own };
    dropForeignForwarded(headers, "https://amana.example");
    expect(headers).toEqual(own);
    const foreign = { ...CLAIMS, "x-forwarded-for": "203.0.113.9" };
    dropForeignForwarded(foreign, "https://amana.example");
    expect(foreign).toEqual({ "x-forwarded-for": "203.0.113.9" });
  });

  it("another site's form does not pass by a host that the proxy handed on", () => {
    const headers = {
      origin: "https://evil.example",
      host: "amana.example",
      "x-forwarded-host": "evil.example",
    };
    dropForeignForwarded(headers, "https://amana.example");
    expect(refusalOf({ method: "POST", url: "/sign-in", headers })).toBe("foreign");
  });
});
