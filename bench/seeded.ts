import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/lib/platform/environment/env";
import { openSession } from "@/lib/platform/request/session-store";
import { printLine } from "./report";
import { seedMatrix, type MeasuredMatrix } from "./seed-matrix";
import { seedOrganisation, type Measured, type Size } from "./seed";

/** The organisations to measure, made once in this data folder; each run opens sessions of its own. */
export async function seedOnce(ownerUrl: string, sizes: readonly Size[]): Promise<Measured[]> {
  const path = join(env().AMANA_DATA_DIR, "bench.json");
  const stored = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Measured[]) : [];
  const all: Measured[] = [];
  for (const size of sizes) {
    const known = stored.find((measured) => JSON.stringify(measured.size) === JSON.stringify(size));
    if (!known) printLine(`Making an organisation of ${size.records} records…`);
    all.push(known ? await reopen(known) : await seedOrganisation(ownerUrl, size));
    writeFileSync(
      path,
      JSON.stringify([...all, ...stored.filter((before) => !all.some(({ slug }) => slug === before.slug))]),
    );
  }
  return all;
}

/** The one whose matrix is measured, made once too. */
export async function seedMatrixOnce(ownerUrl: string): Promise<MeasuredMatrix> {
  const path = join(env().AMANA_DATA_DIR, "bench-matrix.json");
  if (existsSync(path)) return reopen(JSON.parse(readFileSync(path, "utf8")) as MeasuredMatrix);
  printLine("Making an organisation with a matrix…");
  const made = await seedMatrix(ownerUrl);
  writeFileSync(path, JSON.stringify(made));
  return made;
}

async function reopen<T extends Pick<Measured, "ctx" | "token">>(measured: T): Promise<T> {
  const device = { userAgent: "bench", address: "127.0.0.1" };
  const token = await openSession(measured.ctx.actor.personId, device, new Date());
  return { ...measured, token, ctx: { ...measured.ctx, now: new Date() } };
}
