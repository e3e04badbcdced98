import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { BUILD, CLIENT, hashInputs, isFresh, makeStamped } from "./build-stamp";
import { temporaryFolder } from "../test/temporary-folder";

let root: string;

function write(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

beforeEach(() => {
  root = temporaryFolder("build");
  write("app/page.tsx", "page");
  write("lib/domain/rule.ts", "rule");
  write("package-lock.json", "{}");
});

describe("hashInputs", () => {
  it.each([
    ["a changed file", () => write("lib/domain/rule.ts", "rule!")],
    ["a new file", () => write("app/other/page.tsx", "")],
    ["an input that did not exist", () => write("proxy.ts", "")],
    ["a renamed file", () => renameSync(join(root, "app/page.tsx"), join(root, "app/place.tsx"))],
    ["content moved between neighbours", () => (write("app/page.tsx", "pag"), write("app/z.tsx", "e"))],
    ["another dependency", () => write("package-lock.json", "{ }")],
  ])("changes with %s", (_, change) => {
    const before = hashInputs(root, BUILD);
    change();
    expect(hashInputs(root, BUILD)).not.toBe(before);
  });

  it("does not change with tests, generated code or data", () => {
    const before = hashInputs(root, BUILD);
    write("lib/domain/rule.test.ts", "test");
    write("lib/generated/prisma/client.ts", "generated");
    write(".data/secret", "secret");
    expect(hashInputs(root, BUILD)).toBe(before);
  });
});

describe.each([
  ["a build", BUILD, "app/page.tsx"],
  ["a client", CLIENT, "prisma/schema/base.prisma"],
])("%s", (_, product, input) => {
  const make = async () => {};

  it("is stale until it was made whole, and once its inputs change", async () => {
    expect(isFresh(root, product)).toBe(false);
    await makeStamped(root, product, make);
    expect(isFresh(root, product)).toBe(true);
    write(input, "changed");
    expect(isFresh(root, product)).toBe(false);
  });

  it("is stale after a making that failed, whatever was there before", async () => {
    await makeStamped(root, product, make);
    const failing = makeStamped(root, product, async () => Promise.reject(new Error("killed")));
    await expect(failing).rejects.toThrow("killed");
    expect(isFresh(root, product)).toBe(false);
  });

  it("is stale when an input changed while it was made, and when it was thrown away", async () => {
    await makeStamped(root, product, async () => write(input, "meanwhile"));
    expect(isFresh(root, product)).toBe(false);
    await makeStamped(root, product, make);
    rmSync(join(root, dirname(product.stamp)), { recursive: true });
    expect(isFresh(root, product)).toBe(false);
  });
});

it("leaves the client as it is when pages change", async () => {
  await makeStamped(root, CLIENT, async () => {});
  write("app/page.tsx", "changed");
  expect(isFresh(root, CLIENT)).toBe(true);
});
