import { BackupRefused } from "@/lib/platform/backup/refusal";
import { ConfigurationError } from "@/lib/platform/env";

/**
 * Runs a command's work and ends the process: with 0, or after the reason with 1 or a refused backup's own code. A
 * mistake in the settings is told in its own words, anything else with its trace. Ending by hand, because Prisma's
 * engine leaves a timer behind.
 */
export async function runToEnd(work: () => Promise<unknown>): Promise<never> {
  try {
    await work();
    process.exit(0);
  } catch (error) {
    explain(error);
    process.exit(error instanceof BackupRefused ? error.exitCode : 1);
  }
}

/** Writes an error for the person at the terminal. */
export function explain(error: unknown) {
  console.error(error instanceof ConfigurationError ? error.message : error);
}
