import { readFileSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { itemAt } from "@/lib/domain/invariant/required";
import { env } from "@/lib/platform/environment/env";
import { get, type Target } from "./load";
import { cpuSeconds, family } from "./memory";

/** Milliseconds of processor time, in user and system, that one page takes; other load of the machine changes it little. */
export type ProcessorTime = { web: number; database: number };

/** Seconds that a server with all its processes, and PostgreSQL with all its backends, have used so far. */
export function readProcessorSeconds(server: number): ProcessorTime {
  const postmaster = readFileSync(join(env().AMANA_DATA_DIR, "postgres/postmaster.pid"), "utf8");
  return {
    web: cpuSeconds(family(server)),
    database: cpuSeconds(family(Number.parseInt(postmaster, 10), { isDatabase: true })),
  };
}

/** Asks so many pages of a server and divides what it and PostgreSQL used; nothing else may ask PostgreSQL meanwhile. */
export async function measureProcessorTime(
  server: number,
  target: Target,
  pages: number,
): Promise<ProcessorTime> {
  const before = readProcessorSeconds(server);
  await askPages(target, pages);
  const after = readProcessorSeconds(server);
  const perPage = (of: keyof ProcessorTime) => ((after[of] - before[of]) * 1000) / pages;
  return { web: perPage("web"), database: perPage("database") };
}

const CONNECTIONS = 4;

export async function askPages(target: Target, pages: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let left = pages;
  const one = async () => {
    while (left-- > 0) await get(target, agent);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  agent.destroy();
}

export function medianOf<T>(measures: readonly T[], of: (measure: T) => number): number {
  return itemAt(
    measures.map(of).toSorted((a, b) => a - b),
    measures.length >> 1,
  );
}
