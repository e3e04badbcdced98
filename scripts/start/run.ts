import { BackupRefused } from "@/lib/platform/backup/refusal";
import { ConfigurationError } from "@/lib/platform/environment/env";

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
  console.error(wordsOf(error));
}

/** A mistake in the settings and a full disk in words, anything else as it is. */
export function wordsOf(error: unknown): unknown {
  if (error instanceof ConfigurationError) return error.message;
  return isDiskFull(error) ? DISK_FULL : error;
}

const DISK_FULL =
  "The disk is full: nothing can be written there. Nothing that was saved is lost.\n" +
  "Make room on the disk of the data folder (AMANA_DATA_DIR), then start Amana again.";

/** Detects a full disk or quota reported by the system or by PostgreSQL, in an error or its cause. */
function isDiskFull(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  if (["ENOSPC", "EDQUOT", "53100"].includes(String(code))) return true;
  return [cause, ...(Array.isArray(errors) ? errors : [])].some(isDiskFull);
}
