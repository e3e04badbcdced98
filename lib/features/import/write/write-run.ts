import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

type RunChange = Parameters<Tx["importRun"]["updateMany"]>[0]["data"];

/** Refuses an act on a run that somebody has ended since, in another tab or elsewhere; one that never was is not found. */
export function refuseClosed(run: { state: string } | null): Outcome<never> {
  if (!run) return refuse({ kind: "not-found" });
  return invalid("", run.state === "committed" ? "runCommitted" : "runAbandoned");
}

/** Updates an open run conditionally on the version shown. */
export async function updateRun(
  tx: Tx,
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  data: RunChange,
): Promise<Outcome<{ id: string }>> {
  const { count } = await tx.importRun.updateMany({
    where: { id, version, state: "open" },
    data: { ...data, version: version + 1, updatedAt: ctx.now },
  });
  return count === 1 ? done({ id }) : invalid("", "planChanged");
}
