import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Tx } from "@/lib/platform/database/transaction";
import { findRun } from "./queries";
import { packPlan, unpackPlan, type PackedPlan } from "./packed-plan";
import { plannedImport, type PlannedImport } from "./planned";
import { previewOrChoice, type SheetsToChoose } from "./preview";

/** Incremented with each change of the stored plan's format, so that older plans are recomputed. */
const FORM = 10;
const FAST = { level: 1 };

/** Plan with the stamp of its inputs, or the sheets of which one must be chosen first. */
export type StampedPlan = { stamp: string; result: PlannedImport | SheetsToChoose | "tooDemanding" };

type StoredImport = Omit<PlannedImport, "plan"> & { plan: PackedPlan };

/**
 * Stamp of the plan's inputs: journal head, run version and day, which cover every change of register, run, law and
 * contract. Null without a run.
 */
export async function findStamp(tx: Tx, id: string, today: string): Promise<string | null> {
  const run = await tx.importRun.findFirst({ where: { id }, select: { version: true, orgId: true } });
  if (!run) return null;
  const head = await tx.journalHead.findFirst({ where: { orgId: run.orgId }, select: { seq: true } });
  return `${FORM} ${run.version} ${today} ${head?.seq ?? 0}`;
}

// Several pages and the commit read one plan in turn; the collector may drop it at any time.
let lastRead: { id: string; plan: WeakRef<StampedPlan> } | null = null;

/** Null where an input has changed. Nobody changes what it returns, which others may hold. */
export async function findStoredPlan(tx: Tx, id: string, stamp: string): Promise<StampedPlan | null> {
  const known = lastRead?.id === id ? lastRead.plan.deref() : undefined;
  if (known?.stamp !== stamp) return readStoredPlan(tx, id, stamp);
  const isStored = await tx.importRun.count({ where: { id, planStamp: stamp } });
  return isStored === 1 ? known : null;
}

async function readStoredPlan(tx: Tx, id: string, stamp: string): Promise<StampedPlan | null> {
  const row = await tx.importRun.findFirst({ where: { id, planStamp: stamp }, select: { plan: true } });
  if (!row) return null;
  if (!row.plan) return { stamp, result: "tooDemanding" };
  const text = (await promisify(gunzip)(row.plan)).toString("utf8");
  const stored = JSON.parse(text) as StoredImport | SheetsToChoose;
  const result = "choice" in stored ? stored : { ...stored, plan: unpackPlan(stored.plan) };
  const read: StampedPlan = { stamp, result };
  lastRead = { id, plan: new WeakRef(read) };
  return read;
}

/** Plans from one snapshot of the register; null without a run. */
export async function makePlan(tx: Tx, id: string, today: string): Promise<StampedPlan | null> {
  const stamp = await findStamp(tx, id, today);
  const run = stamp && (await findRun(tx, id));
  if (!stamp || !run) return null;
  const preview = await previewOrChoice(tx, run, today);
  return { stamp, result: "choice" in preview ? preview : plannedImport(run, preview) };
}

/** Stores a derived value, which can be recomputed at any time. */
export async function storePlan(tx: Tx, id: string, { stamp, result }: StampedPlan): Promise<void> {
  const stored = isPlanned(result) ? { ...result, plan: packPlan(result.plan) } : result;
  const text = Buffer.from(JSON.stringify(stored), "utf8");
  const plan = result === "tooDemanding" ? null : new Uint8Array(await promisify(gzip)(text, FAST));
  await tx.importRun.updateMany({ where: { id, state: "open" }, data: { plan, planStamp: stamp } });
}

/** True where rows were compared with the register. */
export function isPlanned(result: StampedPlan["result"]): result is PlannedImport {
  return typeof result === "object" && !("choice" in result);
}
