/** Runs once in each server process: what follows what is put together here, and what is done without being asked. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { registerFollowers } = await import("@/lib/features/reassessment/follow");
  registerFollowers();
  const { env } = await import("@/lib/platform/env");
  if (env().AMANA_JOBS === "off") return;
  const [{ JOBS }, { startJobs }] = await Promise.all([
    import("@/lib/features/upkeep/jobs"),
    import("@/lib/platform/jobs/start-jobs"),
  ]);
  const { stop } = startJobs(JOBS);
  // Called by scripts/start/web-worker.mjs before it ends.
  Object.assign(globalThis, { amanaStopJobs: stop });
}
