import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { chromium } from "@playwright/test";
import { assumeEnvironment, env } from "@/lib/platform/environment/env";

/**
 * Flags for running as root with little shared memory. No code is optimised: no page lives long enough to gain by it,
 * and each new one throws the optimised code of the last away.
 */
export const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--js-flags=--max-optimized-bytecode-size=0",
];

/** Debian's packages. The shell draws no window of its own, which the whole browser does for every page. */
const SYSTEM = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/**
 * Uses CHROMIUM_PATH, else the system's browser, else Playwright's, else the npm package's (Linux x64 only). Undefined
 * where there is none.
 */
export async function findBrowser(): Promise<string | undefined> {
  const { CHROMIUM_PATH } = env();
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  return [...SYSTEM, chromium.executablePath()].find((path) => existsSync(path)) ?? (await unpackBrowser());
}

/** The package unpacks its system libraries only where it detects an Amazon host. */
async function unpackBrowser(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  assumeEnvironment({ AWS_LAMBDA_JS_RUNTIME: `nodejs${process.versions.node.split(".")[0]}.x` });
  const { default: packed } = await import("@sparticuz/chromium");
  const path = await packed.executablePath();
  if (runs(path)) return path;
  // Removes a partly unpacked browser of a killed run.
  rmSync(path, { force: true });
  await packed.executablePath();
  return runs(path) ? path : undefined;
}

function runs(path: string): boolean {
  const { status, stdout } = spawnSync(path, ["--no-sandbox", "--version"], {
    timeout: 20_000,
    encoding: "utf8",
  });
  return status === 0 && /chrom/i.test(stdout);
}
