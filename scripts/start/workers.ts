import cluster, { type Worker } from "node:cluster";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { ConfigurationError, env } from "@/lib/platform/environment/env";
import { nextBackoff } from "./backoff";
import { ANSWER, watchHeartbeat } from "./heartbeat";
import { explainListenError } from "./port";

export type Workers = {
  /** Resolves once every worker listens; rejects when one cannot. */
  ready: Promise<void>;
  /** Lets requests under way finish, for ten seconds at most. */
  stop: () => Promise<void>;
};

const grace = 10_000;
// Node 20's own size of the nursery, which later versions of Node enlarge: three halves of 64 MB took 70 MB more of
// each process and spared 2 % of the processor time of a page.
const NURSERY = "--max-semi-space-size=16";
// Limits the growth of V8's old heap between two collections, which on a large machine may reach four times the live data:
// an export of 10,000 entries left a gigabyte of garbage. A fifth took 50 MB less than a half after 1,200 pages, and no
// more of the processor. Unlike a limit it cannot end the process.
const GROWTH = "--heap-growing-percent=20";
// Threads otherwise take an arena of the C library each, and hold what they once took: 84 MB of a process at rest.
const ARENAS = { MALLOC_ARENA_MAX: "2" };
const listenFailure = z.object({ listenError: z.string() });

/** Keeps this many web processes on one address, replacing those that die. `environment` is added to each one's. */
export function startWorkers(count: number, environment: Record<string, string>): Workers {
  cluster.setupPrimary({ exec: join(import.meta.dirname, "web-worker.mjs"), execArgv: [NURSERY, GROWTH] });
  let isStopping = false;
  const runOne = async (onListening: () => void, onRefusal: (reason: Error) => void) => {
    for (let state = { failures: 0, delay: 0 }; !isStopping; await sleep(state.delay)) {
      const started = Date.now();
      const worker = cluster.fork({ NODE_ENV: "production", ...ARENAS, ...environment });
      worker.once("listening", onListening);
      worker.once("listening", () => watchHeartbeat(worker.process));
      worker.on("message", (message: unknown) => {
        if (message !== ANSWER) onRefusal(new ConfigurationError(describeRefusal(message)));
      });
      const ending = await endOf(worker);
      if (isStopping) return;
      state = nextBackoff(state, Date.now() - started);
      console.error(`A web worker ended (${ending}); another starts in ${state.delay} ms.`);
      if (state.failures >= 3) onRefusal(new Error("The web workers end as soon as they start."));
    }
  };
  const slots = Array.from({ length: count }, () => new Promise<void>((yes, no) => void runOne(yes, no)));
  return {
    ready: Promise.all(slots).then(() => {}),
    stop: async () => {
      isStopping = true;
      await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && stopWorker(worker)));
    },
  };
}

async function stopWorker(worker: Worker) {
  const ended = endOf(worker);
  worker.process.kill("SIGTERM");
  const timer = setTimeout(() => worker.process.kill("SIGKILL"), grace);
  await ended;
  clearTimeout(timer);
}

/** Describes the end of a worker. */
function endOf(worker: Worker): Promise<string> {
  return new Promise((resolve) => {
    worker.once("exit", (code, signal) => resolve(signal ?? `code ${code}`));
    worker.once("error", (error) => resolve(String(error)));
  });
}

function describeRefusal(message: unknown): string {
  const failure = listenFailure.safeParse(message);
  if (!failure.success) return "A web worker could not start.";
  return explainListenError(failure.data.listenError, env().PORT, env().HOST);
}
