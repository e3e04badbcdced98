import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { env } from "@/lib/platform/env";

/** Quiet, alone, and able to run as root and with little shared memory. */
export const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/**
 * The browser that the tests drive: the one named by CHROMIUM_PATH, else the system's, else Playwright's own, else the
 * one that npm brought (Linux x64 alone). Undefined where there is none.
 */
export async function findBrowser(): Promise<string | undefined> {
  const { CHROMIUM_PATH } = env();
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  return (
    ["/usr/bin/chromium", chromium.executablePath()].find((path) => existsSync(path)) ??
    (await unpackBrowser())
  );
}

async function unpackBrowser(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const { default: packed } = await import("@sparticuz/chromium");
  return packed.executablePath();
}
