import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exportName } from "./export-name";

const ROOTS = ["lib/features", "lib/platform/sheets", "app/api"];
const SOURCES = ROOTS.flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.ts$/.test(path) && !/\.(?:test|fixture)\.ts$/.test(path))
    .map((path) => `${root}/${path}`),
);

/** Letters and certificates that bear the number of their row and words of their reader's language, and files taken in. */
const NOT_EXPORTS = [
  /\/print\/(?:letter|certificate)\.ts$/,
  /\/features\/example\//,
  /portal-decision\/write\/mutations\.ts$/,
  /contract-end\/write\/closing\.ts$/,
  /breach-notice\/write\/issue\.ts$/,
];

describe("exportName", () => {
  it("leaves out what is empty", () =>
    expect(exportName("contracts", ["nejma", "", "2026-12-01"], "xlsx")).toBe(
      "contrats-nejma-2026-12-01.xlsx",
    ));

  it("names every file that leaves", () => {
    const named = SOURCES.filter((path) => !NOT_EXPORTS.some((other) => other.test(path))).flatMap((path) =>
      [
        ...readFileSync(path, "utf8").matchAll(/fileName(?:: | = )(?=`|"[^"])[^\n]*|`[^`\n]*-rejets[^\n]*/g),
      ].map(([line]) => `${path}: ${line}`),
    );
    expect(named).toEqual([]);
  });
});
