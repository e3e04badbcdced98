import { writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fromBufferPromise } from "yauzl";
import type { Ctx } from "@/lib/platform/request/context";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { valueOf } from "@/prisma/factories/register";
import { findChunks, findDossier } from "./read/queries";
import { dossierSchema } from "./schema";
import { makeDossier } from "./write/make";
import { requestDossier } from "./write/mutations";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

type Asked = Partial<Parameters<typeof dossierSchema.parse>[0] & object>;

export const EVERY_SECTION = [
  ...["register", "clauses", "measures", "chain", "authorisations", "transfers", "instructions", "breaches"],
  ...["trainings", "requests", "telephone", "consultations", "choices", "journal"],
];

/** Asks for a dossier and makes it as the job does; gives its row and its zip. */
export async function makeWhole(ctx: Ctx, asked: Asked = {}) {
  const input = {
    audience: "authority",
    recipient: "CNIL",
    sections: EVERY_SECTION,
    language: "fr",
    ...asked,
  };
  const { id } = valueOf(await requestDossier(ctx, dossierSchema.parse(input)));
  const job = jobContext("dossier-making", ctx.scope.org, ctx.now);
  const outcome = valueOf(await makeDossier(job, id, new AbortController().signal));
  return { id, outcome, ...(await readMade(ctx, id)) };
}

export async function readMade(ctx: Ctx, id: string) {
  return withOrg(ctx.scope, async (tx) => {
    const row = (await findDossier(tx, id))!;
    const pieces = await findChunks(tx, row, { from: 0, take: row.chunks });
    return { row, zip: Buffer.concat(pieces) };
  });
}

/** Files of a dossier that was made and verified. */
export async function makeVerified(ctx: Ctx, asked: Asked): Promise<Map<string, Buffer>> {
  const { row, zip } = await makeWhole(ctx, asked);
  if (row.state !== "made") throw new Error(`The dossier is ${row.state}: ${row.failure}`);
  const { out } = verifyZip(zip, "--key", row.keyFingerprint);
  if (!out.includes("RESULT whole")) throw new Error(out);
  return unzip(zip);
}

/** Rows of a section's JSON. */
export function rowsOf(files: ReadonlyMap<string, Buffer>, path: string) {
  return JSON.parse(String(files.get(path))).rows;
}

/** Files of a zip by their path. */
export async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  const opened = await fromBufferPromise(bytes);
  for await (const entry of opened.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await opened.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    found.set(entry.fileName, Buffer.concat(pieces));
  }
  return found;
}

/** Writes a zip and runs the verifier on it. */
export function verifyZip(zip: Buffer, ...words: string[]) {
  const folder = temporaryFolder("dossier");
  const path = join(folder, "dossier.zip");
  writeFileSync(path, zip);
  return verifyPath(path, ...words);
}

/** Runs the verifier that lies in a dossier, as its reader would, on a zip or a folder. */
export function verifyPath(path: string, ...words: string[]) {
  const run = spawnSync(process.execPath, ["lib/platform/dossier/verify.mjs", path, ...words], {
    encoding: "utf8",
  });
  return { status: run.status, out: run.stdout + run.stderr };
}
