import { approvalOf } from "@/lib/domain/call-script/approval";
import { decide } from "@/lib/domain/call-script/lifecycle";
import { mentionsOf } from "@/lib/domain/call-script/mentions";
import { refusalOfUse } from "@/lib/domain/call-script/use";
import { difference } from "@/lib/domain/journal/difference";
import type { EventName } from "@/lib/domain/nouns/events";
import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import { type Ctx, today } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import { allocateReference } from "@/lib/platform/versioned/numbering";
import { findRequests, lockController, type CallScriptRow } from "@/lib/features/call-script/read/queries";
import type { CallScriptCreate, CallScriptMove, CallScriptUpdate } from "@/lib/features/call-script/schema";
import { callScriptDocument } from "./document";

export function createCallScript(ctx: Ctx, input: CallScriptCreate): Promise<Outcome<CallScriptRow>> {
  return callScriptDocument.create(ctx, "call-script.write", async ({ tx }) => {
    if (!(await lockController(tx, input.controllerId))) return invalid("controllerId", "required");
    const reference = await allocateReference(tx, ctx, { table: "call_script", letters: "CS" });
    const fields = { ...input, reference, edition: 1, state: "draft" as const, usedEdition: null };
    return done({ fields, kind: "created", event: "call-script.created" });
  });
}

/** A change of what is said makes a new edition: what was approved was the text before. */
export function updateCallScript(
  ctx: Ctx,
  { id, version, ...patch }: CallScriptUpdate,
): Promise<Outcome<CallScriptRow>> {
  return callScriptDocument.update(ctx, { act: "call-script.write", id, version }, (before) => {
    if (before.state === "retired") return invalid("", "call-script.retired");
    const isSameText = before.text === patch.text && before.language === patch.language;
    const edition = isSameText ? before.edition : before.edition + 1;
    return done({ patch: { ...patch, edition }, kind: "saved", event: "call-script.updated" });
  });
}

const EVENTS = {
  use: "call-script.used",
  retire: "call-script.retired",
  reopen: "call-script.reopened",
} as const satisfies Record<CallScriptMove["event"], EventName>;

/** Puts the current edition into use, once its controller approved it and the law of the day admits it; or ends its use. */
export function moveCallScript(
  ctx: Ctx,
  { id, version, event, on, reason }: CallScriptMove,
): Promise<Outcome<CallScriptRow>> {
  return callScriptDocument.update(ctx, { act: "call-script.move", id, version }, async (before, { tx }) => {
    const decision = decide(before.state, { kind: event, on, reason }, today(ctx));
    if (!decision.ok) return invalid(decision.field, `call-script.${decision.key}`);
    const refusal = event === "use" ? await findRefusal(tx, ctx, before) : null;
    if (refusal) return invalid("event", `call-script.${refusal}`);
    const patch = { state: decision.state, usedEdition: event === "use" ? before.edition : null };
    const { state, usedEdition } = before;
    return done({
      patch,
      kind: "moved",
      event: EVENTS[event],
      fact: { event, on, reason },
      reason,
      difference: difference({ state, usedEdition }, patch),
    });
  });
}

async function findRefusal(tx: Tx, ctx: Ctx, script: CallScriptRow) {
  const approval = approvalOf(script.edition, await findRequests(tx, [script.id]));
  // Consumers are called in France, by whose days the law is dated.
  const day = todayIn("Europe/Paris", ctx.now.getTime());
  return refusalOfUse({ ...script, approval, findings: mentionsOf(script, day) });
}
