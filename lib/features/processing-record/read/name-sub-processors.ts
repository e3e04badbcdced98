import { done, invalid, refuse, type Issue, type Outcome } from "@/lib/domain/outcome/outcome";
import type { SubProcessorNamed } from "@/lib/domain/processing-record/content";
import {
  refusedUses,
  resolveSubProcessors,
  type UseRefusal,
} from "@/lib/domain/processing-record/sub-processors";
import type { Tx } from "@/lib/platform/database/transaction";
import type { RecordRow } from "./queries";
import { lockStatuses } from "./sub-processors";

/**
 * Refuses each newly named sub-processor that is not active for the controller, article 28(2). Locks their
 * authorisations until the entry is written.
 */
export async function nameSubProcessors(
  tx: Tx,
  now: Date,
  before: RecordRow,
  written: readonly SubProcessorNamed[],
): Promise<Outcome<SubProcessorNamed[]>> {
  const { controllerId } = before;
  const statuses = await lockStatuses(tx, now, { controllerId, content: { subProcessors: written } });
  const named = resolveSubProcessors(written, statuses);
  const refused = refusedUses(before.content.subProcessors, named, statuses);
  return refused.length === 0 ? done(named) : refuse({ kind: "invalid", issues: refused.map(issueAtRow) });
}

/** Refuses a controller that has not authorised the sub-processors. */
export async function retainSubProcessors(
  tx: Tx,
  now: Date,
  { controllerId, content }: Pick<RecordRow, "controllerId" | "content">,
): Promise<Outcome<void>> {
  const statuses = await lockStatuses(tx, now, { controllerId, content });
  const refused = refusedUses([], content.subProcessors, statuses);
  const names = refused.map(({ name }) => name).join(", ");
  return refused.length === 0 ? done(undefined) : invalid("controllerId", "subProcessorsInactive", { names });
}

/** `missing` are requirements, worded by the form. */
function issueAtRow(refusal: UseRefusal): Issue {
  const { row, name } = refusal;
  const path = `subProcessors.${row}.subProcessorId`;
  if (refusal.key === "unlisted") return { path, key: "subProcessorUnlisted", params: { name } };
  if (refusal.missing.length === 0) return { path, key: "subProcessorEnded", params: { name } };
  return { path, key: "subProcessorInactive", params: { name, missing: refusal.missing.join(",") } };
}
