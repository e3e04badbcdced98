/** Runs once in each server process: registers followers of changes, installs the error pages, starts the jobs. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { registerFollowers } = await import("@/lib/features/reassessment/write/follow");
  registerFollowers();
  // Installs functions for the web worker: its error pages, and the call before it ends.
  const { isFaultKind, preparePlainPages } = await import("@/lib/i18n/plain-pages");
  const { log } = await import("@/lib/platform/log/log");
  const pages = await preparePlainPages();
  const amanaPlainPage: typeof pages = (kind, asked) => {
    if (isFaultKind(kind)) log.warn({ kind }, "a request was answered without its page");
    return pages(kind, asked);
  };
  const { noteUnfound } = await import("@/lib/platform/access/foreign-address");
  Object.assign(globalThis, { amanaPlainPage, amanaNoteUnfound: noteUnfound });
  const { env } = await import("@/lib/platform/environment/env");
  if (env().AMANA_JOBS === "off") return;
  const [{ JOBS }, { startJobs }] = await Promise.all([
    import("@/lib/features/upkeep/write/jobs"),
    import("@/lib/platform/jobs/start-jobs"),
  ]);
  const { stop } = startJobs(JOBS);
  Object.assign(globalThis, { amanaStopJobs: stop });
}

/** Reports a fault of a page, a form or a route to the web process before it answers. */
export async function onRequestError(error: unknown) {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { hasTakenTooLong, isDatabaseUnavailable } = await import("@/lib/platform/database/unavailable");
  const { amanaNoteAway, amanaNoteSlow } = globalThis as {
    amanaNoteAway?: () => void;
    amanaNoteSlow?: () => void;
  };
  if (isDatabaseUnavailable(error)) amanaNoteAway?.();
  else if (hasTakenTooLong(error)) amanaNoteSlow?.();
}
