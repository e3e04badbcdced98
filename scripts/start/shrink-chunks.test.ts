import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { beforeEach, expect, it } from "vitest";
import { escapeBeyondLatin1, shrinkChunks } from "./shrink-chunks";
import { temporaryFolder } from "../test/temporary-folder";

let folder: string;

beforeEach(() => {
  folder = temporaryFolder("chunks");
  mkdirSync(join(folder, "ssr"));
});

const chunkOf = (id: number) => `module.exports=[${id},"${"x".repeat(3_000)}"];`;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const load = (name: string): unknown => createRequire(import.meta.url)(join(folder, name));

it("loads one of chunks that are alike but for their map, in whichever folder they are", () => {
  write("[root]_a.js", `${chunkOf(1)}\n//# sourceMappingURL=a.js.map`);
  write("b.js", `${chunkOf(1)}\n//# sourceMappingURL=b.js.map`);
  write("ssr/c.js", chunkOf(1));
  write("d.js", chunkOf(2));
  shrinkChunks(folder);
  expect(load("b.js")).toBe(load("[root]_a.js"));
  expect(load("ssr/c.js")).toBe(load("[root]_a.js"));
  expect(load("b.js")).toEqual([1, "x".repeat(3_000)]);
  expect(readFileSync(join(folder, "d.js"), "utf8")).toBe(chunkOf(2));
});

it("leaves small ones, whose stub would save nothing, and does nothing twice", () => {
  write("a.js", "module.exports=[1];");
  write("b.js", "module.exports=[1];");
  write("c.js", chunkOf(3));
  write("d.js", chunkOf(3));
  shrinkChunks(folder);
  expect(readFileSync(join(folder, "b.js"), "utf8")).toBe("module.exports=[1];");
  shrinkChunks(folder);
  expect(load("d.js")).toBe(load("c.js"));
});

it("escapes what Latin-1 has not, and what is run stays what it was", () => {
  const source = [
    '(() => { const été = "’…\\n😀"; const o = { 中: `“${été}”` };',
    'return [été, o.中, /^[“😀]+$/u.test("“😀"), "é", JSON.parse(\'"é…"\')].join(); })()',
  ].join("\n");
  const escaped = escapeBeyondLatin1(source);
  expect(escaped).not.toMatch(/[^\0-\xff]/);
  expect(runInNewContext(escaped)).toBe(runInNewContext(source));
});

it.each([
  ["raw templates", "String.raw`…`;"],
  ["a character behind a backslash", "/\\…/"],
  ["a name of two units", 'module.exports={𝔸:"“"};'],
  ["a text that would grow", `"${"السلام".repeat(10)}"`],
])("leaves %s", (_, text) => expect(escapeBeyondLatin1(text)).toBe(text));
