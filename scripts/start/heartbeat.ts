import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

/** Question to a web process, and the answer that its event loop gives. */
export const ASKED = "alive?";
export const ANSWER = "alive";

/** Interval of the questions. */
const EVERY_MS = 1_000;
/**
 * Processor seconds of a process's own main thread without an answer after which it is replaced: twice the longest that is
 * known of a page, the dates of 100,000 records. A machine that is busy, or a process that was stopped, spends none.
 */
const LIMIT_SECONDS = 15;
/** Linux counts processor time for its users in hundredths of a second, whatever its own clock. */
const TICKS_A_SECOND = 100;

type Limits = { seconds: number; onEnd: (reason: string) => void };

/** Asks a process whether it lives until it ends, and ends it where it works on without answering. */
export function watchHeartbeat(child: ChildProcess, limits: Partial<Limits> = {}, everyMs = EVERY_MS): void {
  const beat = makeHeartbeat(child, limits);
  const timer = setInterval(beat, everyMs);
  timer.unref();
  child.once("exit", () => clearInterval(timer));
}

/**
 * Returns what is to be called at each interval. Where the system does not tell a process's processor time, as outside
 * Linux, nothing is ever ended.
 */
export function makeHeartbeat(
  child: ChildProcess,
  { seconds = LIMIT_SECONDS, onEnd = console.error }: Partial<Limits>,
): () => void {
  let askedAt: number | null = null;
  let isSuspect = false;
  let isEnded = false;
  child.on("message", (message) => {
    if (message === ANSWER) askedAt = null;
  });
  return () => {
    const spent = processorSeconds(child.pid);
    if (spent === null || isEnded) return;
    if (askedAt === null) {
      askedAt = spent;
      isSuspect = false;
      ask(child);
    } else if (spent - askedAt >= seconds) {
      // Ends it at the next interval only: where this process itself was held up, an answer may lie unread.
      if (isSuspect) isEnded = end(child, spent - askedAt, onEnd);
      isSuspect = true;
    }
  };
}

/** A process that ends meanwhile takes no question; its end is told elsewhere. */
function ask(child: ChildProcess): void {
  if (child.connected) child.send(ASKED, () => {});
}

function end(child: ChildProcess, seconds: number, onEnd: Limits["onEnd"]): boolean {
  if (!child.kill("SIGKILL")) return false;
  onEnd(
    `The web worker ${child.pid} is replaced: it spent ${Math.round(seconds)} s of processor without answering.`,
  );
  return true;
}

/** Processor time of the thread that runs a process's program, in seconds; null where it is not told. */
export function processorSeconds(pid: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/task/${pid}/stat`, "latin1");
    // The name, in parentheses, may hold blanks; user and system time are the 12th and 13th fields after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return Number.isFinite(ticks) ? ticks / TICKS_A_SECOND : null;
  } catch {
    return null;
  }
}
