import { statfsSync } from "node:fs";

/** PostgreSQL writes its log of changes in files of 16 MB, and frees one or two as it recovers from having none. */
const LEAST_BYTES = 64 * 1024 * 1024;

/** Returns whether the disk of a folder has no room for what PostgreSQL writes next. */
export function isDiskFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LEAST_BYTES;
  } catch {
    return false;
  }
}

/** Returns whether a program wrote that it found no room. */
export function reportsFullDisk(output: string): boolean {
  return /No space left on device|Disk quota exceeded/i.test(output);
}

/** A failure for want of room, with the system's own code. */
export function fullDiskError(folder: string, cause: unknown): Error {
  return Object.assign(new Error(`The disk of ${folder} is full.`, { cause }), { code: "ENOSPC" });
}
