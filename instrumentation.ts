/** Runs once in each server process: what follows what is put together here, and what is done without being asked. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { registerFollowers } = await import("@/lib/features/reassessment/follow");
  registerFollowers();
  // For scripts/start/web-worker.mjs: what it says at its door, and what it calls before it ends.
  const { busyPage } = await import("@/lib/i18n/busy-page");
  const { log } = await import("@/lib/platform/log");
  const amanaBusyPage: typeof busyPage = (asked) => {
    log.warn("a page waited too long for its turn, and was answered 503");
    return busyPage(asked);
  };
  Object.assign(globalThis, { amanaBusyPage });
  const { env } = await import("@/lib/platform/env");
  if (env().AMANA_JOBS === "off") return;
  const [{ JOBS }, { startJobs }] = await Promise.all([
    import("@/lib/features/upkeep/jobs"),
    import("@/lib/platform/jobs/start-jobs"),
  ]);
  const { stop } = startJobs(JOBS);
  Object.assign(globalThis, { amanaStopJobs: stop });
}
