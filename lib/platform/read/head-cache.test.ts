import { describe, expect, it, vi } from "vitest";
import type { OrgScope } from "@/lib/domain/access/scope";
import { HeadCache } from "./head-cache";

const NOW = new Date("2026-11-24T10:00:00Z");
const scopeOf = (fields: Partial<OrgScope>) => ({ org: "one", scope: "staff", ...fields }) as OrgScope;
const STAFF = scopeOf({});

describe("HeadCache", () => {
  it("computes once for pages of one head and one minute", async () => {
    const cache = new HeadCache<number>();
    const compute = vi.fn(() => Promise.resolve(1));
    await Promise.all([
      cache.at("7", STAFF, "sums", NOW, compute),
      cache.at("7", STAFF, "sums", NOW, compute),
    ]);
    expect(compute).toHaveBeenCalledTimes(1);
  });

  it.each<[string, string, OrgScope, string, Date]>([
    ["another head", "8", STAFF, "sums", NOW],
    ["a minute later", "7", STAFF, "sums", new Date(NOW.getTime() + 60_000)],
    ["another value", "7", STAFF, "lists", NOW],
    ["another organisation", "7", scopeOf({ org: "two" }), "sums", NOW],
    ["a grant", "7", scopeOf({ scope: "auditor", grantId: "g" }), "sums", NOW],
    ["clients of a contact", "7", scopeOf({ scope: "portal", controllerIds: ["c"] }), "sums", NOW],
  ])("computes again for %s", async (_what, ...[head, scope, key, now]) => {
    const cache = new HeadCache<number>();
    await cache.at("7", STAFF, "sums", NOW, () => Promise.resolve(1));
    expect(await cache.at(head, scope, key, now, () => Promise.resolve(2))).toBe(2);
  });

  it("follows what it knows a minute later, and computes where that does not tell enough", async () => {
    const cache = new HeadCache<number>();
    const later = new Date(NOW.getTime() + 60_000);
    const compute = () => Promise.resolve(1);
    await cache.at("7", STAFF, "sums", NOW, compute);
    const follow = (known: number, _: unknown, isLater: boolean) => Promise.resolve(isLater ? known + 4 : 0);
    expect(await cache.at("7", STAFF, "sums", later, { compute, follow })).toBe(5);
    const untold = { compute: () => Promise.resolve(9), follow: () => Promise.resolve(null) };
    expect(await cache.at("7", STAFF, "sums", NOW, untold)).toBe(9);
  });

  it("asks again for what failed", async () => {
    const cache = new HeadCache<number>();
    const failing = cache.at("7", STAFF, "sums", NOW, () => Promise.reject(new Error("no connection")));
    await expect(failing).rejects.toThrow("no connection");
    expect(await cache.at("7", STAFF, "sums", NOW, () => Promise.resolve(2))).toBe(2);
  });
});
