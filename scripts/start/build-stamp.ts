import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Something made of the sources, and where it keeps the hash of those it was made of: inside itself, to go with it. */
export type Product = { inputs: readonly string[]; stamp: string };

/** The pages: all that a build reads. What is missing is left out, so that a new one is noticed when it comes. */
export const BUILD: Product = {
  inputs: [
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
  ],
  stamp: ".next/amana-build",
};

/** The Prisma client. */
export const CLIENT: Product = {
  inputs: ["prisma/schema", "prisma.config.ts", "package-lock.json"],
  stamp: "lib/generated/prisma/amana-client",
};

const ignored = /(\.test\.tsx?|(^|\/)lib\/generated)$/;

/** SHA-256 over the names and contents of a product's inputs, and the version of Node. */
export function hashInputs(root: string, { inputs }: Product): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of inputs.flatMap((input) => listFiles(root, input))) {
    const content = readFileSync(join(root, path));
    hash.update(`\0${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** Returns whether the product is complete and made of its present inputs. */
export function isFresh(root: string, product: Product): boolean {
  const stamp = join(root, product.stamp);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashInputs(root, product);
}

/** Makes a product and stamps it at the end. The hash is taken before: what changes meanwhile makes it stale at once. */
export async function makeStamped(root: string, product: Product, make: () => Promise<void>) {
  const stamp = join(root, product.stamp);
  rmSync(stamp, { force: true });
  const hash = hashInputs(root, product);
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

function listFiles(root: string, path: string): string[] {
  if (ignored.test(path)) return [];
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats ? [path] : [];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => listFiles(root, `${path}/${name}`));
}
