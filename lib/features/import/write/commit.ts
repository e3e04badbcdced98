import { setTimeout as delay } from "node:timers/promises";
import { asksDateOrder } from "@/lib/domain/import/date-order";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { lockRegister } from "@/lib/features/processing-record/write/rows";
import { type Ctx, today } from "@/lib/platform/request/context";
import { log } from "@/lib/platform/log/log";
import { withOrg } from "@/lib/platform/database/transaction";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findRunHead } from "@/lib/features/import/read/queries";
import { planRun } from "@/lib/features/import/read/plan-run";
import { findStamp, isPlanned } from "@/lib/features/import/read/plan-store";
import type { PlannedImport } from "@/lib/features/import/read/planned";
import { reportProgress } from "@/lib/features/import/read/progress";
import type { CommitInput, StopInput } from "@/lib/features/import/schema";
import { writePlan, type Written } from "./write-plan";
import { refuseClosed, updateRun } from "./write-run";

const COMMIT_LIMITS = { timeoutMs: 300_000 };

/** Number of plans before a changing register is shown to the person. */
const ATTEMPTS = 3;

/** Writes the plan shown in one transaction, all or nothing. */
export async function commitImport(ctx: Ctx, input: CommitInput): Promise<Outcome<Written>> {
  if (!isAuthorised(ctx, "import.run")) return refuse({ kind: "forbidden" });
  await withOrg(ctx.scope, (tx) =>
    tx.importRun.updateMany({ where: { id: input.id, state: "open" }, data: { stopAskedAt: null } }),
  );
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const made = await planRun({ scope: ctx.scope, id: input.id, today: today(ctx) });
    if (!made) return refuse({ kind: "not-found" });
    if (!isPlanned(made.result) || made.result.fingerprint !== input.plan)
      return refuseOutdated(ctx, input.id);
    const outcome = await writePlanned(ctx, input, { stamp: made.stamp, planned: made.result });
    if (outcome !== "outdated") return outcome;
  }
  return invalid("", "planChanged");
}

/** Says that the run was ended since; otherwise the plan differs. */
async function refuseOutdated(ctx: Ctx, id: string): Promise<Outcome<never>> {
  const run = await withOrg(ctx.scope, (tx) => findRunHead(tx, id));
  return run?.state === "open" ? invalid("", "planChanged") : refuseClosed(run);
}

/** Requires the register's lock; "outdated" where an input changed since the plan. */
async function writePlanned(
  ctx: Authorised,
  input: CommitInput,
  { stamp, planned }: { stamp: string; planned: PlannedImport },
): Promise<Outcome<Written> | "outdated"> {
  let isOutdated = false;
  const outcome = await write<Written>(
    ctx,
    async (tx, journal) => {
      if (endsAbsent(planned) && !isAuthorised(ctx, "record.transition"))
        return refuse({ kind: "forbidden" });
      await lockRegister(tx, ctx.scope.org);
      const run = await findRunHead(tx, input.id);
      if (run?.state !== "open") return refuseClosed(run);
      const [unsaid] = planned.file.asked ?? [];
      if (unsaid) return invalid("", `${unsaid}Asked`);
      if (run.mapping.some(({ asked }) => asked)) return invalid("", "columnsAsked");
      if (asksDateOrder(run.mapping)) return invalid("", "dateOrderAsked");
      await reportProgress(tx, run.id, { written: 0, total: 0 });
      isOutdated = (await findStamp(tx, run.id, today(ctx))) !== stamp;
      if (isOutdated) return invalid("", "planChanged");
      const written = await writePlan(tx, ctx, journal, { runId: run.id, planned });
      if (written === "stopped") return invalid("", "stopped");
      isOutdated = written === "outdated";
      if (written === "outdated") return invalid("", "planChanged");
      const closed = await updateRun(tx, ctx, input, {
        state: "committed",
        committedAt: ctx.now,
        register: planned.capacity,
        tally: { ...written.tally, ...written.absent },
        rejects: written.rejects,
        recordIds: written.recordIds,
        plan: null,
        planStamp: null,
      });
      if (!closed.ok) return closed;
      journal.note({
        event: "import.committed",
        subject: { noun: "import", id: run.id, label: run.fileName },
        after: { ...written.tally, ...written.absent, controllers: written.controllers },
        batch: run.id,
      });
      return done(written);
    },
    COMMIT_LIMITS,
  );
  return isOutdated ? "outdated" : outcome;
}

/** Ending entries needs the same right as on their page. */
function endsAbsent({ plan }: PlannedImport): boolean {
  return plan.absent.some(({ choice, refusal }) => choice === "end" && refusal === null);
}

/** Asks a running commit to stop at its next batch; nothing is written. */
export async function stopImport(ctx: Ctx, input: StopInput): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "import.run")) return refuse({ kind: "forbidden" });
  const { count } = await withOrg(ctx.scope, (tx) =>
    tx.importRun.updateMany({ where: { id: input.id, state: "open" }, data: { stopAskedAt: ctx.now } }),
  );
  return count === 1 ? done({ id: input.id }) : refuse({ kind: "not-found" });
}

/** Milliseconds before the progress is shown. */
const PATIENCE_MS = 1_500;

/** Commits in the background beyond the wait and returns `isRunning`. Logs a failure; the run remains open. */
export async function commitOrFollow(ctx: Ctx, input: CommitInput): Promise<Outcome<{ isRunning: boolean }>> {
  const work = commitImport(ctx, input);
  const outcome = await Promise.race([work, delay(PATIENCE_MS, null, { ref: false })]);
  if (outcome) return outcome.ok ? done({ isRunning: false }) : outcome;
  work.catch((error: unknown) => log.error({ err: error }, "an import failed while nobody waited"));
  return done({ isRunning: true });
}
