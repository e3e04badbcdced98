import { todayIn } from "@/lib/domain/time/zones";
import type { SubProcessorRow } from "@/lib/features/sub-processor/read/queries";
import {
  allocateSubProcessorReference,
  subProcessorDocument,
} from "@/lib/features/sub-processor/write/document";
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
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const contents = exampleSubProcessors(today);
  const made = new Map<ExampleSubProcessor, SubProcessorRow>();
  for (const name of EXAMPLE_SUB_PROCESSORS) {
    const reference = await allocateSubProcessorReference(tx, ctx);
    const fields = { reference, state: "listed" as const, content: contents[name] };
    made.set(name, await subProcessorDocument.insert(tx, ctx, fields, "created"));
  }
  return made;
}
