import { conflict, done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { foldRequest } from "@/lib/domain/rights-request/file";
import { decide } from "@/lib/domain/rights-request/lifecycle";
import { isErasable } from "@/lib/domain/rights-request/retention";
import { findFacts, findRequest } from "@/lib/features/rights-request/read/queries";
import { findClosedWithPerson, findRule } from "@/lib/features/rights-request/read/retention";
import type { RequestErase, RetentionRule } from "@/lib/features/rights-request/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import type { Ctx, StaffCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { eraseReceipt } from "./receipt";
import { publicReferenceOf } from "@/lib/features/rights-request/read/public-reference";
import { appendFacts, lockRequest } from "./rows";

/** Decides how long the person of a closed request stays in its file. */
export async function saveRule(ctx: StaffCtx, input: RetentionRule): Promise<Outcome<{ version: number }>> {
  if (!isAuthorised(ctx, "rights-request.decide")) return refuse({ kind: "forbidden" });
  const { retentionMonths } = input;
  return write(ctx, async (tx, journal) => {
    const before = await findRule(tx);
    if ((before?.version ?? 0) !== input.version)
      return conflict({ retentionMonths: before?.retentionMonths ?? null }, before?.version ?? 0, {
        authorName: before?.updatedByName ?? "",
        recordedAt: before?.updatedAt ?? ctx.now,
      });
    const version = input.version + 1;
    const data = { retentionMonths, version, updatedAt: ctx.now, updatedByName: ctx.actor.name };
    const orgId = ctx.scope.org;
    await tx.rightsRequestRule.upsert({ where: { orgId }, create: { orgId, ...data }, update: data });
    journal.note({
      event: "rights-request.rule-set",
      subject: { noun: "rights-request", id: null },
      ...(before && { before: { retentionMonths: before.retentionMonths } }),
      after: { retentionMonths },
    });
    return done({ version });
  });
}

/** Empties a closed request of its person; facts, journal and figures stay. */
export async function eraseRequest(ctx: Ctx, { id }: RequestErase): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "rights-request.erase")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockRequest(tx, id);
    const row = await findRequest(tx, id);
    if (!row) return refuse({ kind: "not-found" });
    if (row.erasedAt !== null) return invalid("", "rights-request.erasedAlready");
    const file = foldRequest(await findFacts(tx, id));
    const decision = decide(file, "erased");
    if (!decision.ok) return invalid("", `rights-request.${decision.key}`);
    const fact = { kind: "erased", value: {}, at: ctx.now.getTime() } as const;
    await appendFacts({ tx, ctx, journal }, row, [fact], file);
    await eraseReceipt(tx, [row.reference, publicReferenceOf(row)], ctx.now);
    return done({ id });
  });
}

/** Erases what the organisation's rule has erased by now. A request that somebody erased meanwhile is left. */
export async function eraseDue(ctx: Ctx, signal: AbortSignal): Promise<number> {
  const now = ctx.now.getTime();
  const { rule, closed } = await withOrg(ctx.scope, async (tx) => ({
    rule: await findRule(tx),
    closed: await findClosedWithPerson(tx),
  }));
  const due = closed.filter(({ closedAt }) => isErasable(closedAt, rule?.retentionMonths ?? null, now));
  let erased = 0;
  for (const { id } of due) {
    if (signal.aborted) break;
    if ((await eraseRequest(ctx, { id })).ok) erased += 1;
  }
  return erased;
}
