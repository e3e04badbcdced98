import { conflict, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Fact, FactKind } from "@/lib/domain/rights-request/facts";
import { decide, stateAfter } from "@/lib/domain/rights-request/lifecycle";
import { findClockedRequests, type ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import type { RequestEvent } from "@/lib/features/rights-request/schema";
import type { Tx } from "@/lib/platform/database/transaction";
import { lockRequest } from "./rows";

/** Locks a request and reads it with its clocks; refuses what somebody overtook, and what its life does not allow. */
export async function openRequest(tx: Tx, input: RequestEvent): Promise<Outcome<ClockedRequest>> {
  await lockRequest(tx, input.id);
  const [found] = await findClockedRequests(tx, { id: input.id });
  if (!found) return refuse({ kind: "not-found" });
  const meanwhile = findConflictingFact(input, found.facts);
  if (meanwhile) {
    const { kind, authorName, recordedAt } = meanwhile;
    return conflict({ kind }, found.file.version, { authorName, recordedAt: new Date(recordedAt) });
  }
  const decision = decide(found.file, input.kind);
  return decision.ok ? { ok: true, value: found } : invalid("kind", `rights-request.${decision.key}`);
}

/** Kinds that others of the same kind do not contradict. */
const MANY: ReadonlySet<FactKind> = new Set(["task-added", "controller-received"]);

/** Decides what moves a request, or answers a line, on everything that was recorded. */
function findConflictingFact(
  { kind, version, taskId }: RequestEvent,
  facts: readonly Fact[],
): Fact | undefined {
  if (MANY.has(kind)) return undefined;
  return facts.find(
    (one) =>
      one.number > version &&
      (kind === "task-answered"
        ? one.value.taskId === taskId
        : one.kind === kind || (stateAfter(kind) !== null && stateAfter(one.kind) !== null)),
  );
}
