import { Readable } from "node:stream";
import type { OrgScope } from "@/lib/domain/access/scope";
import { childLines, type ChildLimits } from "@/lib/platform/log/child-lines";
import { databaseUrl } from "@/lib/platform/environment/env";
import { log } from "@/lib/platform/log/log";
import { withOrg } from "@/lib/platform/database/transaction";
import { findStamp, findStoredPlan, makePlan, storePlan, type StampedPlan } from "./plan-store";

/** Limits: 20,000 rows need some 10 s and 700 MB on a busy core. */
export const PLAN_LIMITS: ChildLimits = { megabytes: 1_500, seconds: 180 };

/** Bytes below which a plan is made in this process: all readers are linear, and a child takes longer to start. */
const SMALL_BYTES = 200_000;
const SMALL_REGISTER = 2_000;

const WATCH_MS = 500;
const SNAPSHOT = { isSnapshot: true, timeoutMs: 60_000 };

type PlanKey = { scope: OrgScope; id: string; today: string };

// Shares one plan of a run between concurrent pages.
const underWay = new Map<string, Promise<StampedPlan | null>>();

/** Returns the stored plan, or recomputes it after a change. Null without a run. */
export async function planRun(which: PlanKey, limits = PLAN_LIMITS): Promise<StampedPlan | null> {
  const { scope, id, today } = which;
  const found = await withOrg(scope, async (tx) => {
    const stamp = await findStamp(tx, id, today);
    return stamp && { stamp, stored: await findStoredPlan(tx, id, stamp) };
  });
  if (!found) return null;
  if (found.stored) return found.stored;
  const key = `${id} ${found.stamp}`;
  const made = underWay.get(key) ?? makeAndStore(which, found.stamp, limits);
  underWay.set(key, made);
  return made.finally(() => underWay.delete(key));
}

async function makeAndStore(which: PlanKey, stamp: string, limits: ChildLimits): Promise<StampedPlan | null> {
  const { scope, id, today } = which;
  if (!(await isSmall(which))) return makeInChild(which, stamp, limits);
  const made = await withOrg(scope, (tx) => makePlan(tx, id, today), SNAPSHOT);
  if (made) await withOrg(scope, (tx) => storePlan(tx, id, made));
  return made;
}

async function isSmall({ scope, id }: PlanKey): Promise<boolean> {
  return withOrg(scope, async (tx) => {
    const [size] = await tx.$queryRaw<{ bytes: number }[]>`
      SELECT greatest(octet_length(bytes), coalesce(pg_column_size(sheets), 0))::int AS bytes
      FROM import_run WHERE id = ${id}::uuid`;
    const records = await tx.processingRecord.count({ take: SMALL_REGISTER + 1 });
    return size !== undefined && size.bytes <= SMALL_BYTES && records <= SMALL_REGISTER;
  });
}

/** Uses a child process, so that a file beyond the limits affects nothing else. */
async function makeInChild(which: PlanKey, stamp: string, limits: ChildLimits): Promise<StampedPlan | null> {
  const { scope, id, today } = which;
  const stop = new AbortController();
  const watch = setInterval(() => void stopIfGivenUp(which, stop), WATCH_MS);
  try {
    const input = Readable.from([JSON.stringify({ org: scope.org, id, today })]);
    const lines = childLines("lib/features/import/read/plan-child.ts", input, limits, {
      environment: { DATABASE_APP_URL: databaseUrl("app") },
      signal: stop.signal,
    });
    for await (const stated of lines) stamp = stated;
    return withOrg(scope, (tx) => findStoredPlan(tx, id, stamp));
  } catch (error) {
    if (stop.signal.aborted) return null;
    log.warn({ err: error, run: id }, "an import could not be planned within its limits");
    const refused: StampedPlan = { stamp, result: "tooDemanding" };
    await withOrg(scope, (tx) => storePlan(tx, id, refused));
    return refused;
  } finally {
    clearInterval(watch);
  }
}

/** Polls the run, which a person may abandon from any process. */
async function stopIfGivenUp({ scope, id }: PlanKey, stop: AbortController): Promise<void> {
  try {
    const run = await withOrg(scope, (tx) =>
      tx.importRun.findFirst({ where: { id }, select: { state: true } }),
    );
    if (run?.state !== "open") stop.abort();
  } catch (error) {
    log.warn({ err: error, run: id }, "it could not be seen whether an import was given up");
  }
}
