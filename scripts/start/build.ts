import { mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { withFileLock } from "@/lib/platform/embedded/file-lock";
import { childEnvironment } from "@/lib/platform/env";
import { hashInputs, isBuildFresh, stampPath, writeBuildStamp } from "./build-stamp";
import { runNode } from "./child";
import { generateClient } from "./generate-client";

/** The folder of the project, whatever the current one is. */
export const projectRoot = join(import.meta.dirname, "../..");

/** Builds when the build is not of these sources. Of two starts at once, one builds and the other waits for it. */
export async function buildIfStale() {
  if (isBuildFresh(projectRoot, hashInputs(projectRoot))) return;
  await withBuildLock(async () => {
    if (!isBuildFresh(projectRoot, hashInputs(projectRoot))) await buildNow();
  });
}

/** Builds whatever the stamp says. */
export async function build() {
  await withBuildLock(buildNow);
}

/** The hash is taken before: a file changed during the build makes it stale at once, as it should. */
async function buildNow() {
  console.log("Building Amana (half a minute or so, once)…");
  rmSync(stampPath(projectRoot), { force: true });
  const hash = hashInputs(projectRoot);
  await generateClient();
  await runNode([nextCommand(), "build", projectRoot], {
    env: childEnvironment({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
    quiet: true,
  });
  writeBuildStamp(projectRoot, hash);
}

/** The path of Next's own command. */
export function nextCommand(): string {
  return createRequire(import.meta.url).resolve("next/dist/bin/next");
}

/** Outside `.next`, which a build may empty. */
function withBuildLock(work: () => Promise<void>): Promise<void> {
  const folder = join(projectRoot, "node_modules", ".cache");
  mkdirSync(folder, { recursive: true });
  return withFileLock(join(folder, "amana-build.lock"), work, {
    patience: 900_000,
    onWait: (holder) => console.log(`Another build is running (process ${holder}); waiting for it…`),
  });
}
