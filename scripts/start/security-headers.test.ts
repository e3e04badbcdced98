import { readdirSync } from "node:fs";
import { join } from "node:path";
import { unstable_doesMiddlewareMatch as doesMatch } from "next/experimental/testing/server";
import { describe, expect, it } from "vitest";
import { config } from "@/proxy";
import { slugOf } from "@/lib/features/setup/read/slug";
import { projectRoot } from "./build";
import { headersOf, securityHeaders } from "./security-headers.mjs";

describe("every answer", () => {
  it("is framed by nobody, runs nothing of its own accord, and is taken for what it says", () => {
    const headers = securityHeaders({ isSecure: false, withSubdomains: true });
    expect(headers["content-security-policy"]).toMatch(/default-src 'none';.*frame-ancestors 'none'/);
    expect(headers).toMatchObject({ "x-frame-options": "DENY", "x-content-type-options": "nosniff" });
    expect(headers).not.toHaveProperty("strict-transport-security");
  });

  it("tells a browser to come by https, and to other hosts of the domain where that was said", () => {
    const of = (withSubdomains: boolean) =>
      securityHeaders({ isSecure: true, withSubdomains })["strict-transport-security"];
    expect(of(false)).toBe("max-age=31536000");
    expect(of(true)).toBe("max-age=31536000; includeSubDomains");
  });
});

describe("a document that a page shows", () => {
  const every = securityHeaders({ isSecure: false, withSubdomains: false });

  it("is framed by our own pages, and states its policy itself", () => {
    const headers = headersOf(every, "/api/document-views/centre/0192?x=1");
    expect(headers["x-frame-options"]).toBe("SAMEORIGIN");
    expect(headers).not.toHaveProperty("content-security-policy");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  it.each([
    "/",
    "/api/files/centre/0192",
    "/api/document-views/centre",
    "/x/api/document-views/a/b",
    undefined,
  ])("is no other address: %s", (url) => expect(headersOf(every, url)).toBe(every));
});

describe("a page", () => {
  const isPage = (path: string) => doesMatch({ config, nextConfig: {}, url: `https://amana.example${path}` });

  it.each(["Icon", "Icône", "Favicon", "Fonts", "Images", "Icon.svg", "API Center", "_next static"])(
    "of an organisation called %s has a policy of its own",
    (name) => {
      const slug = slugOf(name);
      for (const path of [`/${slug}`, `/${slug}/controllers`, `/${slug}/records/new`])
        expect(isPage(path), path).toBe(true);
    },
  );

  it("is every address but the routes, the files of the build and what lies in public as an image", () => {
    for (const path of ["/", "/sign-in", "/favicon.ico", "/icons", "/fonts/x", "/apiary/records"])
      expect(isPage(path), path).toBe(true);
    const images = readdirSync(join(projectRoot, "public")).filter((file) => file.endsWith(".svg"));
    expect(images).toEqual(["icon.svg"]);
    for (const path of ["/api/health", "/_next/static/chunks/a.js", "/_next/image", "/icon.svg"])
      expect(isPage(path), path).toBe(false);
  });
});
