import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./start/build";
import { findCommentFaults } from "./verify/comments";

// A folder is listed once its comments pass.
const CHECKED_FOLDERS = [
  ...[
    "app",
    "bench",
    "components",
    "e2e",
    "lib/domain",
    "lib/features",
    "lib/forms",
    "lib/i18n",
    "lib/platform",
  ],
  ...["prisma", "scripts"],
];

const SOURCE = /\.(?:tsx?|mts|mjs|cjs|js|prisma|sql)$/;
/** Names what is generated, and repeats the comments of functions. */
const isGenerated = (path: string) =>
  path === "prisma/schema.sql" || /^prisma\/migrations\/\d+_baseline\//.test(path);

// Folders given on the command line are checked in place of the listed ones.
const given = process.argv.slice(2);
const files =
  given.length > 0 ? given.flatMap(sourcesOf) : [...topFiles(), ...CHECKED_FOLDERS.flatMap(sourcesOf)];
const faults = files.flatMap((path) =>
  findCommentFaults(path, textOf(path)).map((fault) => ({ path, ...fault })),
);

for (const { path, line, reason, text } of faults) {
  console.error(`${path}:${line} ${reason}: ${text.slice(0, 80)}`);
}
console.log(`comments: ${files.length} files, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

function sourcesOf(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => SOURCE.test(path))
    .map((path) => join(folder, path))
    .filter(
      (path) => !path.startsWith("lib/generated/") && !path.includes("node_modules/") && !isGenerated(path),
    );
}

/** Reads a file; of the sources of functions without their bodies, whose comments were checked in their migration. */
function textOf(path: string): string {
  const text = readFileSync(join(projectRoot, path), "utf8");
  if (!path.startsWith("prisma/sql/")) return text;
  return text.replaceAll(/(\$\w*\$)[\s\S]*?\1/g, (body) => body.replaceAll(/[^\n]/g, ""));
}

function topFiles(): string[] {
  // Next.js writes its own comments.
  return readdirSync(projectRoot).filter((path) => SOURCE.test(path) && path !== "next-env.d.ts");
}
