import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

test("each layout with a shell has a page of faults within it", () => {
  const layouts = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("layout.tsx"))
    .filter((path) => /Shell\b/.test(readFileSync(join("app", path), "utf8")));
  expect(layouts.length).toBeGreaterThan(2);
  expect(layouts.filter((path) => !existsSync(join("app", dirname(path), "error.tsx")))).toEqual([]);
});
