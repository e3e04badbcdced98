import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A child that neither works nor ends is stopped after this many times its seconds of processor. */
const WALL_TIMES = 15;

/** A child that grows too large says so on its standard error before it ends. */
export const TOO_MUCH_MEMORY = "too much memory";

/**
 * Arguments of Node that end a child after `seconds` of processor time, and beyond `megabytes` of memory where they are
 * given: the process as a whole, with what native code takes outside the heap.
 */
export function processLimits(root: string, { seconds, megabytes = 0 }: ProcessLimits): string[] {
  const program = pathToFileURL(join(/* turbopackIgnore: true */ root, "lib/platform/log/limits-worker.mjs"));
  return ["--import", `${program.href}?seconds=${seconds}&megabytes=${megabytes}`];
}

type ProcessLimits = { seconds: number; megabytes?: number };

/** Milliseconds by the clock, for a child that waits for ever. */
export function wallLimit(seconds: number): number {
  return seconds * WALL_TIMES * 1000;
}
