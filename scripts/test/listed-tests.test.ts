import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findTaggedFiles } from "./listed-tests";
import { temporaryFolder } from "./temporary-folder";

/** Put together, for the runner reads it in this file as well. */
const MARK = ["// @module", "tag"].join("-");

it("tells files of which every test carries a tag from those of which some do", () => {
  const folder = temporaryFolder("tagged");
  mkdirSync(join(folder, "a"));
  const files = {
    "a/whole.db.test.ts": `${MARK} long\nit("x", () => {});\n`,
    "a/other.db.test.ts": `${MARK} longer\nit("x", () => {});\n`,
    "part.test.ts": 'it("x", { timeout: 5, tags: ["long"] }, () => {});\n',
    "chosen.test.ts": 'it("x", { tags: isLong ? ["long"] : [] }, () => {});\n',
    "none.test.ts": 'it("long", () => {});\n',
    "long.fixture.ts": `${MARK} long\n`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { whole, part } = findTaggedFiles(folder, "long");
  expect(whole).toEqual([join(folder, "a/whole.db.test.ts")]);
  expect(part.toSorted()).toEqual([join(folder, "chosen.test.ts"), join(folder, "part.test.ts")]);
});
