/** Runs once in each server process: what follows what is put together here. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { registerFollowers } = await import("@/lib/features/reassessment/follow");
  registerFollowers();
}
