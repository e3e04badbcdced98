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

/** Database tests below a folder that carry a tag; a file of which every test is left out would leave its database behind. */
export function findTaggedFiles(folder: string, tag: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".db.test.ts"))
    .map((name) => join(folder, name))
    .filter((path) => readFileSync(path, "utf8").includes(`tags: ["${tag}"]`));
}
