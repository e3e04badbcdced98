import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isServerAlive, killServer } from "@/lib/platform/embedded/server";
import { findSettings } from "@/lib/platform/embedded/settings";

/** Removes a data folder and all it holds, with a server that a killed run may have left; for tests alone. */
export async function discardData(dataDir: string) {
  const cluster = findSettings(dataDir)?.cluster;
  if (cluster) {
    killServer(cluster);
    while (isServerAlive(cluster)) await sleep(50);
    rmSync(cluster, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
