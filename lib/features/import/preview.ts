import { createHash } from "node:crypto";
import { planImport, type ImportPlan } from "@/lib/domain/import/plan";
import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import type { Tx } from "@/lib/platform/transaction";
import { findKnownControllers, findKnownRecords, findRememberedRows, type ImportRun } from "./data";
import { readFile, readRows, type ReadFile } from "./read-file";

export type Preview = { file: ReadFile; plan: ImportPlan; fingerprint: string };

/** What committing a run would do, as things stand in this transaction; null while its sheet is not chosen. */
export async function previewRun(tx: Tx, run: ImportRun, today: string): Promise<Preview | null> {
  const read = readFile(run, run.decisions.sheet);
  if (!read.ok)
    throw new Error(`The file of import ${run.id} was readable once and is no more: ${read.refusal.key}`);
  if (!read.file) return null;
  const plan = planImport({
    readings: readRows(read.file, run.mapping),
    records: await findKnownRecords(tx),
    controllers: await findKnownControllers(tx),
    remembered: await findRememberedRows(tx),
    decisions: run.decisions,
    today,
  });
  return { file: read.file, plan, fingerprint: fingerprintOf(plan) };
}

function fingerprintOf(plan: ImportPlan): string {
  return createHash("sha256")
    .update(canonicalText(JSON.parse(JSON.stringify(plan)) as JsonValue))
    .digest("hex");
}
