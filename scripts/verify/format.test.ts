import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { projectRoot } from "../start/build";
import { findUnformatted } from "./format";
import { temporaryFolder } from "../test/temporary-folder";

/** Pairs a file of each kind that we write with a text that is laid out badly. */
const BADLY: Readonly<Record<string, string>> = {
  "a.ts": "const a  = 1;\n",
  "b.tsx": "export const B = () => <i   />;\n",
  "c.mjs": "export const c = 'c';\n",
  "d.cjs": "module.exports = { d:1 };\n",
  "e.json": '{"e":1}\n',
  "f.md": "# F\n*  point\n",
  "g.css": "a{color:red}\n",
};

// prettier lays a union of types that fits its line out on one, oxfmt on several.
const ONLY_OURS =
  'export type StateOfNotice =\n  "draft" | "not-sent" | "queued" | "handed-over" | "failed" | "informed" | "acknowledged";\n';

const folder = temporaryFolder("format");
beforeAll(() => {
  for (const name of [".oxfmtrc.json", ".prettierrc.json"])
    copyFileSync(join(projectRoot, name), join(folder, name));
  writeFileSync(join(folder, "good.ts"), "const a = 1;\n");
  writeFileSync(join(folder, "ours.ts"), ONLY_OURS);
  for (const [name, text] of Object.entries(BADLY)) writeFileSync(join(folder, name), text);
});

it("names every file that is laid out badly, of each kind, and none that prettier wrote", async () => {
  expect((await findUnformatted(folder)).toSorted()).toEqual(Object.keys(BADLY));
});

it("fails on a file that cannot be read", async () => {
  writeFileSync(join(folder, "broken.ts"), "const {\n");
  await expect(findUnformatted(folder)).rejects.toThrow(/broken\.ts/);
  rmSync(join(folder, "broken.ts"));
});

it("gives both programs one width of lines", () => {
  const widthOf = (name: string) =>
    JSON.parse(readFileSync(join(projectRoot, name), "utf8")).printWidth as number;
  expect(widthOf(".oxfmtrc.json")).toBe(widthOf(".prettierrc.json"));
});
