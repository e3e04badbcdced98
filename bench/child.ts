import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { required } from "@/lib/domain/invariant/required";
import { projectRoot } from "@/scripts/start/build";
import { watchWork } from "./memory";

/** Heap options of the web processes. */
export const WEB_WORKER = ["--max-semi-space-size=16", "--heap-growing-percent=20"];

type Answer = { answer: unknown; peakMegabytes: number; cpuSeconds: number };

/** Runs a program of the bench as a web process runs, and returns what it wrote as JSON and what it took. */
export async function runChild(program: string, words: readonly string[]): Promise<Answer> {
  const child = spawn(
    process.execPath,
    [...WEB_WORKER, "--import", "tsx", join(projectRoot, "bench", program), ...words],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, NODE_ENV: "production" } },
  );
  let answer = "";
  const taken = await watchWork(
    required(child.pid, "pid of the child"),
    async () => (answer = await text(child.stdout)),
  );
  return { ...taken, answer: JSON.parse(answer) };
}
