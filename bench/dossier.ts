import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { join } from "node:path";
import { z } from "zod";
import { required } from "@/lib/domain/invariant/required";
import { projectRoot } from "@/scripts/start/build";
import { watchWork } from "./memory";
import type { Measured } from "./seed";

const answerSchema = z.object({ seconds: z.number(), ownMegabytes: z.number(), bytes: z.number() });

/** `largestMegabytes` is of the largest process of the family: the compiler of a PDF, where it takes more than the maker. */
export type DossierCost = z.output<typeof answerSchema> & { largestMegabytes: number; cpuSeconds: number };

/** Heap option of the web processes, whose job makes dossiers. */
const WEB_WORKER = ["--max-semi-space-size=64", "--heap-growing-percent=50"];

/** Makes a dossier of everything in a process of its own: time, its own peak, and the peak of the largest of its children. */
export async function measureDossier({ ctx }: Measured, language: "fr" | "ar"): Promise<DossierCost> {
  const child = spawn(
    process.execPath,
    [
      ...WEB_WORKER,
      ...["--import", "tsx", join(projectRoot, "bench/dossier-child.ts")],
      ...[JSON.stringify({ actor: ctx.actor, scope: ctx.scope }), language],
    ],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, NODE_ENV: "production" } },
  );
  let answer = "";
  const { peakMegabytes, cpuSeconds } = await watchWork(
    required(child.pid, "pid of the child"),
    async () => (answer = await text(child.stdout)),
  );
  return { ...answerSchema.parse(JSON.parse(answer)), largestMegabytes: peakMegabytes, cpuSeconds };
}
