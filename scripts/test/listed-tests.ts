import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Counts the browser tests of a folder by their text, where no browser can run them. */
export function countListedTests(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".spec.ts"),
  );
  return files.reduce((sum, name) => sum + countInText(readFileSync(join(folder, name), "utf8")), 0);
}

/** Counts calls of `test(` at the beginning of a line; a test in a loop counts once. */
export function countInText(text: string): number {
  return [...text.matchAll(/^\s*test\(/gm)].length;
}

/** Files of unit and database tests with a tag: `whole` carry it on every test (`@module-tag`), `part` on some. */
export type TaggedFiles = { whole: string[]; part: string[] };

/** Finds the tests below a folder that carry a tag; a database test of which every test is left out would leave its database behind. */
export function findTaggedFiles(folder: string, tag: string): TaggedFiles {
  const tagged: TaggedFiles = { whole: [], part: [] };
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".test.ts")) continue;
    const path = join(folder, name);
    const text = readFileSync(path, "utf8");
    if (text.includes(`@module-tag ${tag}\n`)) tagged.whole.push(path);
    else if (new RegExp(`tags: .*\\["${tag}"\\]`).test(text)) tagged.part.push(path);
  }
  return tagged;
}
