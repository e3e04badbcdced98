import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** All that a build reads. What is missing is left out, so that a new one is noticed when it comes. */
const inputs = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "next.config.mjs",
  "next.config.ts",
  "instrumentation.ts",
  "proxy.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

const ignored = /(\.test\.tsx?|(^|\/)lib\/generated)$/;

/** SHA-256 over the names and contents of a build's inputs, and the version of Node. */
export function hashInputs(root: string): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of inputs.flatMap((input) => listFiles(root, input))) {
    const content = readFileSync(join(root, path));
    hash.update(`\0${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** Whether the build in `.next` was made of exactly these inputs. */
export function isBuildFresh(root: string, hash: string): boolean {
  const stamp = stampPath(root);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

/** Notes what a finished build was made of. */
export function writeBuildStamp(root: string, hash: string) {
  mkdirSync(join(root, ".next"), { recursive: true });
  writeFileSync(stampPath(root), hash);
}

/** The stamp's place, inside the build so that both go together. */
export function stampPath(root: string): string {
  return join(root, ".next", "amana-build");
}

function listFiles(root: string, path: string): string[] {
  if (ignored.test(path)) return [];
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats ? [path] : [];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => listFiles(root, `${path}/${name}`));
}
