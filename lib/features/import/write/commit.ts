import { setTimeout as delay } from "node:timers/promises";
import { can } from "@/lib/domain/nouns/policy";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { lockRegister } from "@/lib/features/processing-record/write/rows";
import { type Ctx, today } from "@/lib/platform/request/context";
import { log } from "@/lib/platform/log/log";
import { withOrg } from "@/lib/platform/database/transaction";
import { write } from "@/lib/platform/write/write";
import { findRunHead } from "@/lib/features/import/read/queries";
import { planRun } from "@/lib/features/import/read/plan-run";
import { findStamp } from "@/lib/features/import/read/plan-store";
import type { PlannedImport } from "@/lib/features/import/read/planned";
import { reportProgress } from "@/lib/features/import/read/progress";
import type { CommitInput, StopInput } from "@/lib/features/import/schema";
import { writePlan, type Written } from "./write-plan";
import { updateRun } from "./write-run";

const COMMIT_LIMITS = { timeoutMs: 300_000 };

/** A register that changes under a commit is planned again so often before the person is asked to look. */
const ATTEMPTS = 3;

/** Writes the plan that the person saw, all of it in one transaction or nothing. */
export async function commitImport(ctx: Ctx, input: CommitInput): Promise<Outcome<Written>> {
  if (!can(ctx.actor, "import.run")) return refuse({ kind: "forbidden" });
  await withOrg(ctx.scope, (tx) =>
    tx.importRun.updateMany({ where: { id: input.id, state: "open" }, data: { stopAskedAt: null } }),
  );
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const made = await planRun({ scope: ctx.scope, id: input.id, today: today(ctx) });
    if (!made) return refuse({ kind: "not-found" });
    if (typeof made.result === "string" || made.result.fingerprint !== input.plan)
      return refuseOutdated(ctx, input.id);
    const outcome = await writePlanned(ctx, input, { stamp: made.stamp, planned: made.result });
    if (outcome !== "outdated") return outcome;
  }
  return invalid("", "planChanged");
}

/** A run that is closed is no longer there to be committed; else its plan is another now. */
async function refuseOutdated(ctx: Ctx, id: string): Promise<Outcome<never>> {
  const run = await withOrg(ctx.scope, (tx) => findRunHead(tx, id));
  return run?.state === "open" ? invalid("", "planChanged") : refuse({ kind: "not-found" });
}

/** Under the lock of the register; "outdated" where something changed since the plan was made. */
async function writePlanned(
  ctx: Ctx,
  input: CommitInput,
  { stamp, planned }: { stamp: string; planned: PlannedImport },
): Promise<Outcome<Written> | "outdated"> {
  let isOutdated = false;
  const outcome = await write<Written>(
    ctx,
    async (tx, journal) => {
      if (endsAbsent(planned) && !can(ctx.actor, "record.transition")) return refuse({ kind: "forbidden" });
      await lockRegister(tx, ctx.scope.org);
      const run = await findRunHead(tx, input.id);
      if (run?.state !== "open") return refuse({ kind: "not-found" });
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

/** To end an entry takes no less here than on its own page. */
function endsAbsent({ plan }: PlannedImport): boolean {
  return plan.absent.some(({ choice, refusal }) => choice === "end" && refusal === null);
}

/** Asks for the end of a commit that is at work: it stops at its next rows, and nothing of it was written. */
export async function stopImport(ctx: Ctx, input: StopInput): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "import.run")) return refuse({ kind: "forbidden" });
  const { count } = await withOrg(ctx.scope, (tx) =>
    tx.importRun.updateMany({ where: { id: input.id, state: "open" }, data: { stopAskedAt: ctx.now } }),
  );
  return count === 1 ? done({ id: input.id }) : refuse({ kind: "not-found" });
}

/** How long a person waits for a commit before they are shown how far it is. */
const PATIENCE_MS = 1_500;

/**
 * The same, for somebody who waits: a long import goes on by itself, and `isRunning` says that it does. What becomes of
 * it then stands on its page; a fault is logged, and the import stays open.
 */
export async function commitOrFollow(ctx: Ctx, input: CommitInput): Promise<Outcome<{ isRunning: boolean }>> {
  const work = commitImport(ctx, input);
  const outcome = await Promise.race([work, delay(PATIENCE_MS, null, { ref: false })]);
  if (outcome) return outcome.ok ? done({ isRunning: false }) : outcome;
  work.catch((error: unknown) => log.error({ err: error }, "an import failed while nobody waited"));
  return done({ isRunning: true });
}
