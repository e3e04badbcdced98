import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { dirname, join, relative } from "node:path";
import { Script } from "node:vm";

const SOURCE_MAP = /\n?\/\/# sourceMappingURL=\S*\s*$/;
/** Characters below which a chunk stays as it is. */
const LEAST = 2_000;
/** Each of the two runtimes has a register of modules of its own. */
const RUNTIME = "[turbopack]_runtime.js";

/**
 * Lessens what the texts of chunks take of a process, which stores that of every file it loads: the bundler writes some of
 * a megabyte once for each route, and one character outside Latin-1 makes each character of its file two bytes.
 */
export function shrinkChunks(folder: string): void {
  const firsts = new Map<string, string>();
  for (const path of listScripts(folder)) {
    const text = readFileSync(path, "utf8").replace(SOURCE_MAP, "");
    if (text.length < LEAST) continue;
    const hash = createHash("sha256").update(text).digest("hex");
    const first = firsts.get(hash);
    if (first !== undefined) writeFileSync(path, stubOf(path, first));
    else {
      firsts.set(hash, path);
      const escaped = escapeBeyondLatin1(text);
      if (escaped !== text) writeFileSync(path, escaped);
    }
  }
}

/** Loads the first chunk of the same content. A chunk exports an array that its runtime only reads. */
function stubOf(path: string, first: string): string {
  const target = relative(dirname(path), first).replaceAll("\\", "/");
  return `module.exports=require(${JSON.stringify(target.startsWith(".") ? target : `./${target}`)});\n`;
}

/**
 * Writes characters beyond U+00FF as escapes, which mean the same in strings, templates, patterns and most names; not where
 * a backslash or `String.raw` would make them text, where a name of two units would be no name any more, nor where so many
 * are escaped that the file would take more.
 */
export function escapeBeyondLatin1(text: string): string {
  if (text.includes("String.raw") || /\\[^\0-\xff]/.test(text)) return text;
  const escaped = text.replace(
    /[^\0-\xff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return escaped.length < 2 * text.length && isScript(escaped) ? escaped : text;
}

/** Parses a text as Node.js parses a file that it requires, without running it. */
function isScript(text: string): boolean {
  try {
    return new Script(Module.wrap(text)) !== null;
  } catch {
    return false;
  }
}

function listScripts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".js") && entry.name !== RUNTIME)
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}
