import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "./temporary-folder";
import { removeEmpty } from "./temporary-root";

describe("a folder of a test", () => {
  const ofFile = temporaryFolder("of-file");
  const made: string[] = [];
  afterAll(() => expect(existsSync(ofFile)).toBe(true));

  it.fails("goes with its test, also where that fails", () => {
    made.push(temporaryFolder("of-test"));
    writeFileSync(join(made.join(""), "left"), "");
    expect.fail();
  });

  it("is gone by the next test, while that of the file stays", () => {
    expect(made).toHaveLength(1);
    expect(made.filter((folder) => existsSync(folder))).toEqual([]);
    expect(existsSync(ofFile)).toBe(true);
  });
});

describe("the folder of a run", () => {
  it("is removed, and fails the run by the names of what was left in it", () => {
    const root = mkdtempSync(join(temporaryFolder("root"), "run-"));
    removeEmpty(root);
    expect(existsSync(root)).toBe(false);
    mkdirSync(join(root, "forgotten"), { recursive: true });
    expect(() => removeEmpty(root)).toThrow(/forgotten/);
    expect(existsSync(root)).toBe(false);
  });

  it("has the folders of all tests: none makes one beside it", () => {
    const tests = ["components", "lib", "scripts"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((path) => /\.(test|fixture)\.tsx?$/.test(path))
        .map((path) => join(folder, path)),
    );
    const beside = tests.filter((path) =>
      /mkdtemp\w*\(\s*join\(\s*tmpdir\(\)/.test(readFileSync(path, "utf8")),
    );
    expect(tests.length).toBeGreaterThan(100);
    expect(beside).toEqual([]);
    expect(temporaryFolder("here").startsWith(join(tmpdir(), "amana-tests-"))).toBe(true);
  });
});
