import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { required } from "@/lib/domain/invariant/required";
import { makeCollection, makeConsentFile } from "@/prisma/factories/consent";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { projectRoot } from "@/scripts/start/build";
import { watchWork } from "./memory";

const answerSchema = z.object({
  /** Seconds until every line has its answer, and then until the list is written. */
  answering: z.number(),
  writing: z.number(),
  allowed: z.number(),
  unknown: z.number(),
});

/** Cost of a check in a process of its own, beside a plain loop that reads, parses and hashes the same file. */
export type LookupCost = z.output<typeof answerSchema> & {
  floor: number;
  peakMegabytes: number;
  floorMegabytes: number;
};

/** Heap options of the web processes, which check lists. */
const WEB_WORKER = ["--max-semi-space-size=64", "--heap-growing-percent=50"];

/** Persons of whom one has agreed. */
const AGREED_EACH = 4;
/** Consents of one file. */
const FILE_LINES = 100_000;

/** Measures the check of a list of so many numbers, a quarter of which agreed to be called. */
export async function measureLookup(ownerUrl: string, lines: number): Promise<LookupCost> {
  const folder = await mkdtemp(join(tmpdir(), "amana-lookup-"));
  const file = join(folder, "numbers.csv");
  try {
    await writeList(file, lines);
    const ctx = await makeOrganisation(ownerUrl);
    const { id: controllerId } = await makeController(ctx);
    const { id: collectionId } = await makeCollection(ctx, { controllerId });
    for (let from = 0; from < lines; from += FILE_LINES * AGREED_EACH)
      await makeConsentFile(ctx, collectionId, agreedFrom(from, lines));
    const floor = await run(["floor", file]);
    const stated = JSON.stringify({ actor: ctx.actor, scope: ctx.scope });
    const product = await run(["product", file, stated, controllerId]);
    return {
      ...answerSchema.parse(JSON.parse(product.answer)),
      floor: z.object({ seconds: z.number() }).parse(JSON.parse(floor.answer)).seconds,
      ...{ peakMegabytes: product.peakMegabytes, floorMegabytes: floor.peakMegabytes },
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function agreedFrom(from: number, lines: number): string[] {
  const agreed: string[] = [];
  for (let line = from; line < Math.min(lines, from + FILE_LINES * AGREED_EACH); line += AGREED_EACH)
    agreed.push(`${numberOf(line)};01/10/2026;30/09/2027;FORM-${line}`);
  return agreed;
}

function numberOf(line: number): string {
  return `06${String(10_000_000 + line)}`;
}

async function writeList(file: string, lines: number): Promise<void> {
  const out = createWriteStream(file);
  out.write("téléphone;nom\n");
  for (let line = 0; line < lines; line += 1)
    if (!out.write(`${numberOf(line)};Personne ${line}\n`)) await once(out, "drain");
  out.end();
  await once(out, "finish");
}

async function run(words: readonly string[]): Promise<{ answer: string; peakMegabytes: number }> {
  const child = spawn(
    process.execPath,
    [...WEB_WORKER, "--import", "tsx", join(projectRoot, "bench/lookup-child.ts"), ...words],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, NODE_ENV: "production" } },
  );
  let answer = "";
  const { peakMegabytes } = await watchWork(
    required(child.pid, "pid of the child"),
    async () => (answer = await text(child.stdout)),
  );
  return { answer, peakMegabytes };
}
