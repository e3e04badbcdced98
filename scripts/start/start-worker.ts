import { assumeEnvironment } from "@/lib/platform/environment/env";
import { generateIfStale } from "./build";
import { openConfiguredDatabase } from "./database";
import { checkNodeVersion } from "./node-version";
import { runUntilStopped } from "./shutdown";
import { webEnvironment } from "./web-environment";

/** Jobs alone, in a process without pages; the web processes are then started with AMANA_JOBS=off. */
export async function startWorker(): Promise<never> {
  return runUntilStopped(async ({ step }) => {
    checkNodeVersion(process.versions.node);
    await step(generateIfStale);
    const database = await step(openConfiguredDatabase, ({ release }) => release());
    assumeEnvironment(webEnvironment(database));
    await step(workAlone, ({ stop }) => stop());
    console.log("Amana's jobs are at work.");
  });
}

/** Imported only now: the client that they need may just have been made. */
async function workAlone() {
  const { registerFollowers } = await import("@/lib/features/reassessment/write/follow");
  const { JOBS } = await import("@/lib/features/upkeep/write/jobs");
  const { closeClients } = await import("@/lib/platform/database/clients");
  const { startJobs } = await import("@/lib/platform/jobs/start-jobs");
  registerFollowers();
  const { stop } = startJobs(JOBS);
  return { stop: () => stop().then(closeClients) };
}
