import { readdirSync, readFileSync } from "node:fs";

export type Peak = { seconds: number; peakMegabytes: number; cpuSeconds: number };

/** Runs a piece of work and looks every 50 ms at how much memory the largest process of a family holds. */
export async function watchWork(root: number, work: () => Promise<unknown>): Promise<Peak> {
  const begun = performance.now();
  const cpu = cpuSeconds(family(root));
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, ...family(root).map(residentMegabytes));
  };
  look();
  const timer = setInterval(look, 50);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, peakMegabytes: Math.round(peak), cpuSeconds: cpuSeconds(family(root)) - cpu };
}

/** A process and all that it started; PostgreSQL, whose memory is shared, is counted apart. */
function family(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const stat = readText(`/proc/${name}/stat`);
    if (stat && !stat.includes("(postgres)"))
      parents.set(Number(name), Number(stat.replace(/^.*\) /s, "").split(" ")[1]));
  }
  const within = (pid: number): boolean => pid === root || (parents.has(pid) && within(parents.get(pid)!));
  return [...parents.keys()].filter(within);
}

function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readText(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** Processor time of processes, in user and system, by ticks of a hundredth of a second. */
export function cpuSeconds(pids: number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = readText(`/proc/${pid}/stat`)
      .replace(/^.*\) /s, "")
      .split(" ");
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
  }, 0);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
