import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";

const EVERY_MS = 100;

/** Typst takes its memory outside the heap that V8 limits and never yields, so it is watched from beside it. */
setInterval(() => {
  if (process.memoryUsage.rss() <= workerData.maxBytes) return;
  writeSync(2, workerData.message);
  process.kill(process.pid, "SIGKILL");
}, EVERY_MS);
