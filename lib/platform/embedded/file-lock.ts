import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isStampAlive, processStamp } from "@/lib/platform/embedded/process-stamp";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { errorCode } from "@/lib/platform/environment/private-file";

export type LockOptions = {
  /** Milliseconds to wait for another process; past them the call fails. */
  patience?: number;
  /** Called once when another living process holds the lock. */
  onWait?: (holder: string) => void;
};

/**
 * Runs `work` while this process alone holds the lock file. A lock whose holder was killed is taken over.
 * Within one process the lock is not re-entrant.
 */
export async function withFileLock<T>(
  path: string,
  work: () => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  await acquireLock(path, options);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

async function acquireLock(path: string, { patience = 180_000, onWait }: LockOptions) {
  const deadline = Date.now() + patience;
  for (let waited = false; !tryLock(path); waited = true) {
    const holder = readLock(path);
    if (holder !== undefined && !isStampAlive(holder)) discardLock(path, holder);
    else if (Date.now() > deadline) throw new ConfigurationError(describeHolder(path, holder));
    else {
      if (!waited && holder) onWait?.(holder);
      await sleep(100);
    }
  }
}

function describeHolder(path: string, holder = ""): string {
  const [pid] = holder.split("@");
  return `Another command (process ${pid}) has held ${path} for too long: wait until it ends, or end it, then try again.`;
}

/** Linked into place, so that a lock is never seen without the name of its holder. */
function tryLock(path: string): boolean {
  const aside = `${path}.${process.pid}`;
  try {
    writeFileSync(aside, processStamp());
    linkSync(aside, path);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Guards the lock of a faster process: two may find the same dead holder. */
function discardLock(path: string, dead: string) {
  const aside = `${path}.dead-${process.pid}`;
  try {
    renameSync(path, aside);
    if (readLock(aside) !== dead) linkSync(aside, path);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes(errorCode(error) ?? "")) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
