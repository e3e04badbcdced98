import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { hashInputs, isBuildFresh, writeBuildStamp } from "./build-stamp";

let root: string;

function write(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "amana-build-"));
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
    const before = hashInputs(root);
    change();
    expect(hashInputs(root)).not.toBe(before);
  });

  it("does not change with tests, generated code or data", () => {
    const before = hashInputs(root);
    write("lib/domain/rule.test.ts", "test");
    write("lib/generated/prisma/client.ts", "generated");
    write(".data/secret", "secret");
    expect(hashInputs(root)).toBe(before);
  });
});

describe("isBuildFresh", () => {
  it("is false until a build of the same inputs is finished", () => {
    const hash = hashInputs(root);
    expect(isBuildFresh(root, hash)).toBe(false);
    writeBuildStamp(root, hash);
    expect(isBuildFresh(root, hash)).toBe(true);
    write("app/page.tsx", "changed");
    expect(isBuildFresh(root, hashInputs(root))).toBe(false);
  });
});
