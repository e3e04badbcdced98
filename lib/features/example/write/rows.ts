import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import type { ExampleNoun } from "@/lib/features/example/read/queries";

/** Notes inserted rows, so that clearing deletes exactly these. */
export async function markExample(
  tx: Tx,
  { scope, now }: Ctx,
  marked: readonly { noun: ExampleNoun; id: string }[],
): Promise<void> {
  await tx.exampleRow.createMany({
    data: marked.map(({ noun, id }) => ({ orgId: scope.org, noun, subjectId: id, createdAt: now })),
  });
}
