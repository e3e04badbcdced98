import { entryOf } from "@/lib/domain/invariant/required";
import { todayIn } from "@/lib/domain/time/zones";
import type { ControllerRow } from "@/lib/features/controller/read/queries";
import { findOwnImporter } from "@/lib/features/transfer/read/queries";
import { allocateTransferReference, transferDocument } from "@/lib/features/transfer/write/document";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import type { SubProcessorRow } from "@/lib/features/sub-processor/read/queries";
import { assessSubProcessors } from "@/lib/features/sub-processor/write/rows";
import type { ExampleClient } from "@/lib/features/example/content/controllers";
import type { ExampleSubProcessor } from "@/lib/features/example/content/sub-processors";
import { exampleTransfers } from "@/lib/features/example/content/transfers";

type Parties = {
  controllers: ReadonlyMap<ExampleClient, ControllerRow>;
  subProcessors: ReadonlyMap<ExampleSubProcessor, SubProcessorRow>;
};

/** Numbers transfers on from the highest; the organisation is the importer. Returns the ids. */
export async function fillTransfers(
  tx: Tx,
  ctx: Ctx,
  { controllers, subProcessors }: Parties,
): Promise<string[]> {
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const { name, address, contact } = await findOwnImporter(tx);
  const made: string[] = [];
  for (const { client, subProcessor, content } of exampleTransfers(today)) {
    const reference = await allocateTransferReference(tx, ctx);
    const controllerId = client && entryOf(controllers, client).id;
    const importer = client ? { ...content.importer, name, address, contact } : content.importer;
    const subProcessorId = subProcessor && entryOf(subProcessors, subProcessor).id;
    const parties = { reference, controllerId, subProcessorId };
    const fields = { ...parties, state: "running" as const, content: { ...content, importer } };
    made.push((await transferDocument.insert(tx, ctx, fields, "created")).id);
  }
  await assessSubProcessors(tx, today);
  return made;
}
