import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isServerAlive } from "@/lib/platform/embedded/server";

/** The numbers of an Amana's processes, and where its database lies. */
export type Running = { supervisor?: number; worker?: number; cluster: string };

/** Processes that may be killed; each belongs to this supervisor, found by its number and its parent's. */
export const VICTIMS = ["web worker", "supervisor", "job worker", "postgres", "postgres backend"] as const;
export type Victim = (typeof VICTIMS)[number];

/** The process to kill, or undefined where there is none just now. */
export function findVictim(installation: Running, victim: Victim): number | undefined {
  switch (victim) {
    case "supervisor":
      return installation.supervisor;
    case "job worker":
      return installation.worker;
    case "web worker":
      return oneOf(webWorkers(installation));
    case "postgres":
      return postmaster(installation);
    case "postgres backend":
      return oneOf(
        childrenOf(postmaster(installation)).filter((pid) => /^postgres: amana_/.test(commandOf(pid))),
      );
  }
}

/** The web processes that the living supervisor forked. */
export function webWorkers({ supervisor }: Running): number[] {
  return childrenOf(supervisor).filter((pid) => commandOf(pid).includes("web-worker.mjs"));
}

function postmaster({ cluster }: Running): number | undefined {
  if (!isServerAlive(cluster)) return undefined;
  return Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);
}

function childrenOf(parent: number | undefined): number[] {
  if (parent === undefined) return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

function oneOf<T>(items: T[]): T | undefined {
  return items[Math.floor(Math.random() * items.length)];
}
