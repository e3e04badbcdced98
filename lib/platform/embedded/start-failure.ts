import { ConfigurationError } from "@/lib/platform/environment/env";
import { fullDiskError, isDiskFull, reportsFullDisk } from "@/lib/platform/embedded/full-disk";

/** A start that failed: the folder of the cluster, what PostgreSQL wrote meanwhile, and the error of the command. */
export type FailedStart = { cluster: string; output: string; cause: unknown };

/**
 * Finds in what PostgreSQL wrote a reason that no second try removes: files of another version, or a full disk. The
 * command runs in the C locale, so that its words are known.
 */
export function lastingFailure({ cluster, output, cause }: FailedStart): Error | undefined {
  const versions = /initialized by PostgreSQL version (\S+), which is not compatible with this version (\d+)/;
  const [, theirs, ours] = versions.exec(output) ?? [];
  if (theirs && ours) return otherVersion(cluster, theirs, ours);
  return reportsFullDisk(output) || isDiskFull(cluster) ? fullDiskError(cluster, cause) : undefined;
}

function otherVersion(cluster: string, theirs: string, ours: string): ConfigurationError {
  return new ConfigurationError(
    `${cluster} was written by PostgreSQL ${theirs}, and this Amana brings PostgreSQL ${ours}; nothing in it was changed.\n` +
      `Install the Amana that wrote it and run \`npm run backup -- FILE\`; then restore FILE with this one into a new data ` +
      `folder that holds a copy of the old one's file \`secret\` (docs/operations.md, "Restoring").`,
  );
}
