import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FILE_ROUTES, MAX_FORM_BYTES, MAX_SMALL_BYTES, refusalOf } from "./request-limits.mjs";

const HOST = { host: "amana.example" };
const post = (url: string, headers: Record<string, string> = {}) =>
  refusalOf({ method: "POST", url, headers: { ...HOST, ...headers } });

describe("a body", () => {
  it.each([
    ["/api/auth/callback/credentials", MAX_SMALL_BYTES],
    ["/api/auth/_log", MAX_SMALL_BYTES],
    ["/api/extracts/0190", MAX_SMALL_BYTES],
    ["/api/exports/nejma", MAX_SMALL_BYTES],
    ["/api/nothing-of-ours", MAX_SMALL_BYTES],
    ["/api", MAX_SMALL_BYTES],
    ["/sign-in", MAX_FORM_BYTES],
    ["/icon/controllers", MAX_FORM_BYTES],
  ])("sent to %s is bounded before anything reads it", (url, most) => {
    expect(post(url, { "content-length": String(most) })).toBeNull();
    expect(post(url, { "content-length": String(most + 1) })).toBe("tooLong");
    expect(post(`${url}?a=1`, { "content-length": "300000000" })).toBe("tooLong");
  });

  it.each(["GET", "PUT", "DELETE"])("of a %s is bounded as well", (method) => {
    const headers = { ...HOST, "content-length": "300000000" };
    expect(refusalOf({ method, url: "/sign-in", headers })).toBe("tooLong");
  });

  it("that does not say how long it is goes nowhere, not even where files are taken", () => {
    for (const url of ["/sign-in", "/api/auth/callback/link", "/api/imports/nejma"])
      expect(post(url, { "transfer-encoding": "chunked" })).toBe("unmeasured");
  });

  it("is left to the route where a file is taken, and to no other", () => {
    const routes = listRoutes(join(import.meta.dirname, "../../app/api"));
    const [taking, other] = [routes.filter(takesFile), routes.filter((one) => !takesFile(one))];
    expect(taking.length).toBeGreaterThan(6);
    for (const { path } of taking) expect(FILE_ROUTES.test(path), path).toBe(true);
    for (const { path } of other) expect(FILE_ROUTES.test(path), path).toBe(false);
  });
});

type Route = { path: string; code: string };

/** Every route that takes a post, with the parts of its address that stand for something made up. */
function listRoutes(folder: string): Route[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts"))
    .map((file) => ({
      path: `/api/${file.replace(/\/route\.ts$/, "").replace(/\[[^\]]+\]/g, "x")}`,
      code: readFileSync(join(folder, file), "utf8"),
    }))
    .filter(({ code }) => /\bPOST\b/.test(code));
}

function takesFile({ code }: Route): boolean {
  return /receiveInOrganisation|receiveDocument|MAX_\w+_BYTES/.test(code);
}

describe("a request that nothing could have made but by hand", () => {
  it.each(["/%ff", "/%", "/%zz/x", "/%00", "/api/portal/%00/documents", "/a?next=%00", "/_next/static/%ff"])(
    "is refused by its address: %s",
    (url) => expect(refusalOf({ method: "GET", url, headers: HOST })).toBe("malformed"),
  );

  it.each(["/", "/caf%C3%A9", "/%25ff", "/nejma/records?q=100%25", "/a?b=%ff", "/portal/x?a=b?c"])(
    "is none: %s",
    (url) => expect(refusalOf({ method: "GET", url, headers: HOST })).toBeNull(),
  );

  it("is refused by an action that has no such name", () => {
    expect(post("/sign-in", { "next-action": "zz" })).toBe("malformed");
    expect(post("/sign-in", { "next-action": "40c78c7021a5ceef9095e7b19819c91d278b4e9058" })).toBeNull();
  });

  it("is refused as another site's by its origin", () => {
    expect(post("/sign-in", { origin: "https://amana.example" })).toBeNull();
    expect(post("/sign-in", { origin: "https://evil.example" })).toBe("foreign");
    expect(post("/sign-in", { origin: "nonsense" })).toBe("malformed");
    expect(post("/sign-in", { origin: "null" })).toBeNull();
    const proxied = {
      origin: "https://amana.example",
      host: "10.0.0.1:3000",
      "x-forwarded-host": "amana.example",
    };
    expect(post("/sign-in", proxied)).toBeNull();
  });
});
