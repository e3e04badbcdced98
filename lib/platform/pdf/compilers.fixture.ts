import { readdirSync, readFileSync } from "node:fs";

/** Compilers that this process began and that have not ended, each with its environment, as the system has them. */
export function runningCompilers(): { pid: number; environment: string }[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        if (Number(parent) !== process.pid || !command.includes("compile-child")) return [];
        return [{ pid: Number(pid), environment: readFileSync(`/proc/${pid}/environ`, "utf8") }];
      } catch {
        return [];
      }
    });
}
