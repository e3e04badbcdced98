import { nextSubProcessorReference } from "@/lib/domain/sub-processor/reference";
import { todayIn } from "@/lib/domain/time/zones";
import { findHighestReference, type SubProcessorRow } from "@/lib/features/sub-processor/read/queries";
import { insertSubProcessor, lockSubProcessors } from "@/lib/features/sub-processor/write/rows";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  EXAMPLE_SUB_PROCESSORS,
  type ExampleSubProcessor,
  exampleSubProcessors,
} from "@/lib/features/example/content/sub-processors";

export async function fillSubProcessors(
  tx: Tx,
  ctx: Ctx,
): Promise<ReadonlyMap<ExampleSubProcessor, SubProcessorRow>> {
  await lockSubProcessors(tx, ctx.scope.org);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const contents = exampleSubProcessors(today);
  const made = new Map<ExampleSubProcessor, SubProcessorRow>();
  for (const name of EXAMPLE_SUB_PROCESSORS) {
    const reference = nextSubProcessorReference(await findHighestReference(tx));
    made.set(name, await insertSubProcessor(tx, ctx, { reference, content: contents[name] }, today));
  }
  return made;
}
