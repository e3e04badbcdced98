import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { required } from "@/lib/domain/invariant/required";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { projectRoot } from "@/scripts/start/build";
import { watchWork } from "./memory";

/** Seconds by the clock, and of processors in the process and in PostgreSQL. */
const spentSchema = z.object({ seconds: z.number(), node: z.number(), database: z.number() });
export type CallsSpent = z.output<typeof spentSchema>;

const answerSchema = z.object({
  reading: spentSchema,
  judging: spentSchema,
  calls: z.number(),
  groups: z.number(),
});

const floorSchema = spentSchema.omit({ database: true });

/** Cost of a plain loop over the file and of the product's reading and judging, with the product's own peak in megabytes. */
export type CallsCost = z.output<typeof answerSchema> & {
  floor: z.output<typeof floorSchema>;
  peakMegabytes: number;
  floorMegabytes: number;
};

/** Heap options of the web processes, which read and judge logs. */
const WEB_WORKER = ["--max-semi-space-size=64", "--heap-growing-percent=50"];

/** Calls that one person gets on average. */
const CALLS_EACH = 3;
const FIRST = Date.UTC(2026, 7, 17, 8);

/** Measures a log of so many lines beside a plain loop that reads, parses and hashes the same file. */
export async function measureCalls(ownerUrl: string, lines: number): Promise<CallsCost> {
  const folder = await mkdtemp(join(tmpdir(), "amana-calls-"));
  const file = join(folder, "calls.csv");
  try {
    await writeLog(file, lines);
    const ctx = await makeOrganisation(ownerUrl);
    const { id: controllerId } = await makeController(ctx);
    const { id: campaign } = await makeCampaign(ctx, { controllerId, basis: "contract" });
    const floor = await run(["floor", file]);
    const product = await run([
      "product",
      file,
      JSON.stringify({ actor: ctx.actor, scope: ctx.scope }),
      campaign,
    ]);
    return {
      ...answerSchema.parse(JSON.parse(product.answer)),
      floor: floorSchema.parse(JSON.parse(floor.answer)),
      ...{ peakMegabytes: product.peakMegabytes, floorMegabytes: floor.peakMegabytes },
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function run(words: readonly string[]): Promise<{ answer: string; peakMegabytes: number }> {
  const child = spawn(
    process.execPath,
    [...WEB_WORKER, "--import", "tsx", join(projectRoot, "bench/calls-child.ts"), ...words],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, NODE_ENV: "production" } },
  );
  let answer = "";
  const { peakMegabytes } = await watchWork(
    required(child.pid, "pid of the child"),
    async () => (answer = await text(child.stdout)),
  );
  return { answer, peakMegabytes };
}

/** Writes calls of four weeks of working hours in Paris, as a dialler does: in their order. */
async function writeLog(file: string, lines: number): Promise<void> {
  const out = createWriteStream(file);
  out.write("uniqueid,lead_id,call_date,length_in_sec,status,phone_number,callerid,user\n");
  const people = Math.ceil(lines / CALLS_EACH);
  for (let line = 0; line < lines; line += 1) {
    const number = `06${String(10_000_000 + ((line * 7919) % people))}`;
    const at = new Date(FIRST + Math.floor((line / lines) * 28 * 86_400) * 1000).toISOString();
    const status = ["A", "NA", "SALE", "B", "NI"][(line * 31) % 5];
    const row = `${line}.${number},${line},${at.slice(0, 10)} ${at.slice(11, 19)},${line % 300},${status},${number},0123456789,agent${line % 90}\n`;
    if (!out.write(row)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
