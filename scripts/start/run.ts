import { ConfigurationError } from "@/lib/platform/env";

/**
 * Runs a command's work and ends the process: with 0, or with 1 after the reason. A mistake in the settings is told
 * in its own words, anything else with its trace. Ending by hand, because Prisma's engine leaves a timer behind.
 */
export async function runToEnd(work: () => Promise<unknown>): Promise<never> {
  try {
    await work();
    process.exit(0);
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}

/** Writes an error for the person at the terminal. */
export function explain(error: unknown) {
  console.error(error instanceof ConfigurationError ? error.message : error);
}
