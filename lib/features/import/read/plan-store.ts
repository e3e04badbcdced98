import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Tx } from "@/lib/platform/database/transaction";
import { findRun } from "./queries";
import { plannedImport, type PlannedImport } from "./planned";
import { previewRun } from "./preview";

/** Raised whenever a plan is written in another form: what an older program stored is then planned anew. */
const FORM = 5;
const FAST = { level: 1 };

/** A plan and the stamp of what it was made from; "choice" where a person must first choose the sheet. */
export type StampedPlan = { stamp: string; result: PlannedImport | "choice" | "tooDemanding" };

/**
 * What a plan is made from, in a few words: every change of the register leaves an entry in the journal, every change of
 * the run raises its version, and the law and the terms of contracts are those of a day. Null where there is no such run.
 */
export async function findStamp(tx: Tx, id: string, today: string): Promise<string | null> {
  const run = await tx.importRun.findFirst({ where: { id }, select: { version: true, orgId: true } });
  if (!run) return null;
  const head = await tx.journalHead.findUnique({ where: { orgId: run.orgId }, select: { seq: true } });
  return `${FORM} ${run.version} ${today} ${head?.seq ?? 0}`;
}

/** The plan of a run as long as nothing has changed since it was made. */
export async function findStoredPlan(tx: Tx, id: string, stamp: string): Promise<StampedPlan | null> {
  const row = await tx.importRun.findFirst({ where: { id, planStamp: stamp }, select: { plan: true } });
  if (!row) return null;
  if (!row.plan) return { stamp, result: "tooDemanding" };
  const text = (await promisify(gunzip)(row.plan)).toString("utf8");
  return { stamp, result: JSON.parse(text) as PlannedImport | "choice" };
}

/** Makes the plan of a run anew, from one state of the register; null where there is no such run. */
export async function makePlan(tx: Tx, id: string, today: string): Promise<StampedPlan | null> {
  const stamp = await findStamp(tx, id, today);
  const run = stamp && (await findRun(tx, id));
  if (!stamp || !run) return null;
  const preview = await previewRun(tx, run, today);
  return { stamp, result: preview ? plannedImport(run, preview) : "choice" };
}

/** Stores a plan with its run: it is made from rows that stand elsewhere, and may be made again at any time. */
export async function storePlan(tx: Tx, id: string, { stamp, result }: StampedPlan): Promise<void> {
  const text = Buffer.from(JSON.stringify(result), "utf8");
  const plan = result === "tooDemanding" ? null : new Uint8Array(await promisify(gzip)(text, FAST));
  await tx.importRun.updateMany({ where: { id, state: "open" }, data: { plan, planStamp: stamp } });
}
