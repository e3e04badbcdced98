import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findDebianPostgres } from "./debian-postgres";
import { temporaryFolder } from "./temporary-folder";

function install(root: string, major: string) {
  mkdirSync(join(root, "lib", major, "bin"), { recursive: true });
  mkdirSync(join(root, "share", major), { recursive: true });
  writeFileSync(join(root, "lib", major, "bin", "initdb"), "");
}

describe("findDebianPostgres", () => {
  it.each([
    [["13", "14"], undefined],
    [["13", "17", "16"], 16],
    [["9.6", "15", "18"], 15],
  ])("of %j takes %s", (majors, expected) => {
    const root = temporaryFolder("debian");
    for (const major of majors) install(root, major);
    expect(findDebianPostgres(join(root, "lib"), join(root, "share"))?.major).toBe(expected);
  });

  it("finds none where there is none, or its programs alone", () => {
    const root = temporaryFolder("debian");
    expect(findDebianPostgres(join(root, "lib"), join(root, "share"))).toBeUndefined();
    mkdirSync(join(root, "lib", "15", "bin"), { recursive: true });
    expect(findDebianPostgres(join(root, "lib"), join(root, "share"))).toBeUndefined();
  });
});
