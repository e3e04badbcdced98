import { entryOf, itemAt } from "@/lib/domain/invariant/required";
import { contractContentSchema } from "@/lib/domain/contract/content";
import type { ContractDates } from "@/lib/domain/contract/types";
import { insertContracts } from "@/lib/features/contract/write/rows";
import type { ControllerRow } from "@/lib/features/controller/read/queries";
import { type Ctx, today } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { type ExampleContract, exampleContracts } from "@/lib/features/example/content/contracts";
import type { ExampleClient } from "@/lib/features/example/content/controllers";

const NO_DATES: ContractDates = { signedOn: null, effectiveOn: null, noticeGivenOn: null, endedOn: null };

/** Skips references already used. Returns the ids. */
export async function fillContracts(
  tx: Tx,
  ctx: Ctx,
  controllers: ReadonlyMap<ExampleClient, ControllerRow>,
): Promise<string[]> {
  const made: string[] = [];
  for (const stated of exampleContracts(today(ctx))) {
    const existing = await tx.contract.count({ where: { reference: stated.reference } });
    if (existing === 0)
      made.push(await fillContract(tx, ctx, stated, entryOf(controllers, stated.client).id));
  }
  return made;
}

async function fillContract(
  tx: Tx,
  ctx: Ctx,
  stated: ExampleContract,
  controllerId: string,
): Promise<string> {
  const { client: _client, contractTerms, amendments, dates, ...rest } = stated;
  const content = contractContentSchema.parse({
    deed: contractTerms,
    amendments: amendments.map((amendment) => ({ id: newId(ctx.now), ...amendment })),
  });
  const whole = { ...rest, ...NO_DATES, ...dates, content, controllerId };
  return itemAt(await insertContracts(tx, ctx, [whole], "created"), 0).id;
}
