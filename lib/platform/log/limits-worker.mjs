import { writeSync } from "node:fs";
import { isMainThread, Worker, workerData } from "node:worker_threads";

/**
 * Loaded before a child's program by `--import …/limits-worker.mjs?seconds=20&megabytes=400`: ends the process once it
 * has used that much processor time, for a clock would refuse on a busy machine what a quiet one reads; or that much
 * memory, where a limit is given, for native code takes it outside the heap that V8 limits. Such code never yields, so
 * the process is watched from a thread of its own.
 */
const WATCH_MS = 50;
const NAME = "process limits";
const TOO_MUCH_MEMORY = "too much memory";

/** @param {{ seconds: number, megabytes: number }} limits no limit of memory where `megabytes` is 0 */
function stopBeyond({ seconds, megabytes }) {
  const { user, system } = process.cpuUsage();
  const isTooLarge = megabytes > 0 && process.memoryUsage.rss() > megabytes * 2 ** 20;
  if (isTooLarge) writeSync(2, TOO_MUCH_MEMORY);
  if (isTooLarge || (user + system) / 1e6 > seconds) process.kill(process.pid, "SIGKILL");
}

if (isMainThread) {
  const asked = new URL(import.meta.url).searchParams;
  const limits = { seconds: Number(asked.get("seconds")), megabytes: Number(asked.get("megabytes")) };
  new Worker(new URL(import.meta.url), { execArgv: [], workerData: { [NAME]: limits } }).unref();
  // A short child ends before the worker first looks.
  process.on("exit", () => stopBeyond(limits));
} else if (workerData?.[NAME]) {
  // Other threads of the child load this file too, and watch nothing.
  setInterval(() => stopBeyond(workerData[NAME]), WATCH_MS);
}
