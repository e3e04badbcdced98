import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const files = execFileSync("git", ["ls-files"], { encoding: "utf8" }).split("\n");
const documents = files.filter((file) => /^([A-Z]+|docs\/[a-z]+)\.md$/.test(file));

/** Paths that a document names between backquotes: of a source file, or of a folder by its first room. */
function namedPaths(text: string): string[] {
  return [...text.matchAll(/`([^`\s*<>{}$]+)`/g)]
    .map(([, name]) => name!)
    .filter(
      (name) =>
        /\.(tsx?|mjs|typ)$/.test(name) || /^(lib|components|features|domain|platform)\/[a-z]/.test(name),
    );
}

function isThere(name: string): boolean {
  return files.some((file) => {
    const path = `/${file}`;
    return (
      path.endsWith(`/${name}`) ||
      path.includes(`/${name}/`) ||
      path.replace(/\.\w+$/, "").endsWith(`/${name}`)
    );
  });
}

describe("documents", () => {
  it.each(documents)("%s names files that are there", (document) => {
    expect(namedPaths(readFileSync(document, "utf8")).filter((name) => !isThere(name))).toEqual([]);
  });

  it("would miss a file that is not there", () => {
    expect(namedPaths("`domain/nowhere.ts` and `platform/request`").filter((name) => !isThere(name))).toEqual(
      ["domain/nowhere.ts"],
    );
  });
});
