import { projectSubProcessor } from "@/lib/domain/sub-processor/projection";
import { conflict, done, type Outcome } from "@/lib/domain/outcome/outcome";
import { announce } from "@/lib/platform/write/announce";
import { type Ctx, today } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  digestScope,
  findKnownNumbers,
  findLinkedTransfers,
  findVersions,
  type SubProcessorRow,
} from "@/lib/features/sub-processor/read/queries";
import { insertSubProcessorVersion, type SubProcessorChange } from "./rows";

type Change = {
  before: SubProcessorRow;
  /** Version that the person read. */
  version: number;
  /** Changed fields; others are unaffected. */
  said: Partial<Pick<SubProcessorRow, "content" | "state">>;
  kind: SubProcessorChange;
  /** Current fields of the form, shown in a conflict. */
  shown: (current: SubProcessorRow) => object;
};

/** Updates conditionally on the version read, and inserts a version row. */
export async function changeSubProcessor(
  tx: Tx,
  ctx: Ctx,
  { before, version, said, kind, shown }: Change,
): Promise<Outcome<SubProcessorRow>> {
  const { content, state } = { ...before, ...said };
  const scopeDigest = digestScope(content, await findKnownNumbers(tx, before.id));
  const after = { ...before, content, state, scopeDigest, version: version + 1 };
  const transfers = await findLinkedTransfers(tx, before.id);
  const columns = projectSubProcessor({ content, transfers, on: today(ctx) });
  const { count } = await tx.subProcessor.updateMany({
    where: { id: before.id, version },
    data: { content, state, scopeDigest, ...columns, version: version + 1, updatedAt: ctx.now },
  });
  if (count === 0) {
    const [last] = await findVersions(tx, before.id, 1);
    return conflict(shown(before), before.version, last);
  }
  await insertSubProcessorVersion(tx, ctx, after, columns, kind);
  await announce(tx, ctx, { event: "sub-processor.changed", subProcessorIds: [before.id] });
  return done(after);
}

export function subjectOf({ id, reference, content }: Pick<SubProcessorRow, "id" | "reference" | "content">) {
  return { noun: "sub-processor" as const, id, label: `${reference} · ${content.identity.name}` };
}
