import { readFileSync } from "node:fs";
import { errorCode } from "@/lib/platform/environment/private-file";

/**
 * Names a process so that a later one with the same number is not taken for it: `pid` or, where the system tells
 * when a process began, `pid@start`.
 */
export function processStamp(pid = process.pid): string {
  const start = startTime(pid);
  return start ? `${pid}@${start}` : String(pid);
}

/** Returns whether the process that wrote this stamp still runs; false for text that is no stamp. */
export function isStampAlive(stamp: string): boolean {
  const [pid = 0, start] = stamp.trim().split("@").map(Number);
  if (!isProcessAlive(pid)) return false;
  return start === undefined || startTime(pid) === String(start);
}

/** Returns whether a living process has this number; one of another user counts, a zombie does not. */
export function isProcessAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== "EPERM") return false;
  }
  return procFields(pid)?.[0] !== "Z";
}

function startTime(pid: number): string | undefined {
  return procFields(pid)?.[19];
}

/**
 * Linux: the fields of /proc/<pid>/stat from the third on (0: state, 19: start in ticks since boot). The name before
 * them may hold spaces and brackets.
 */
function procFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
