import { readdirSync, readFileSync } from "node:fs";

export type Peak = { seconds: number; peakMegabytes: number; megabytesBefore: number; cpuSeconds: number };

/**
 * Runs a piece of work and looks every 50 ms at how much memory the largest process of a family holds; what the largest
 * held before is said beside it, for memory that was taken once is not always given back.
 */
export async function watchWork(root: number, work: () => Promise<unknown>): Promise<Peak> {
  const begun = performance.now();
  const cpu = cpuSeconds(family(root));
  const largest = () => Math.max(0, ...family(root).map(residentMegabytes));
  const before = largest();
  let peak = before;
  // Ended processes can no longer be read: the last reading counts.
  let spent = cpu;
  const measure = () => {
    peak = Math.max(peak, largest());
    spent = Math.max(spent, cpuSeconds(family(root)));
  };
  const timer = setInterval(measure, 50);
  try {
    await work();
    measure();
  } finally {
    clearInterval(timer);
  }
  const seconds = (performance.now() - begun) / 1000;
  return {
    seconds,
    peakMegabytes: Math.round(peak),
    megabytesBefore: Math.round(before),
    cpuSeconds: spent - cpu,
  };
}

/** A process and all that it started; PostgreSQL, whose memory is shared, is counted apart unless it is asked for. */
export function family(root: number, { isDatabase = false } = {}): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const stat = readText(`/proc/${name}/stat`);
    if (stat && stat.includes("(postgres)") === isDatabase)
      parents.set(Number(name), Number(stat.replace(/^.*\) /s, "").split(" ")[1]));
  }
  const within = (pid: number | undefined): boolean =>
    pid === root || (pid !== undefined && within(parents.get(pid)));
  return [...parents.keys()].filter(within);
}

function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readText(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** Memory of a process in which what several share is divided among them; 0 where it has ended. */
export function proportionalMegabytes(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readText(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;
}

/** Processor time of processes and of their children that have ended, in user and system, by ticks of a hundredth of a second. */
export function cpuSeconds(pids: number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = readText(`/proc/${pid}/stat`)
      .replace(/^.*\) /s, "")
      .split(" ");
    const [user, system, usersOfChildren, systemsOfChildren] = fields.slice(11, 15).map(Number);
    const ticks = [user, system, usersOfChildren, systemsOfChildren].reduce<number>(
      (all, n) => all + (n ?? 0),
      0,
    );
    return sum + ticks / 100;
  }, 0);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
