import { contractContentSchema } from "@/lib/domain/contract/content";
import type { ContractDates } from "@/lib/domain/contract/types";
import { todayIn } from "@/lib/domain/time/zones";
import { columnsOf, findContract, findPlaces, keepContractVersion } from "@/lib/features/contract/data";
import type { ControllerRow } from "@/lib/features/controller/data";
import type { Ctx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import type { Tx } from "@/lib/platform/transaction";
import { exampleContracts, type ExampleContract } from "./content/contracts";
import type { ExampleClient } from "./content/controllers";

const NO_DATES: ContractDates = { signedOn: null, effectiveOn: null, noticeGivenOn: null, endedOn: null };

/** The contracts with the example's clients; those whose reference is taken are left out. Returns their ids. */
export async function fillContracts(
  tx: Tx,
  ctx: Ctx,
  controllers: ReadonlyMap<ExampleClient, ControllerRow>,
): Promise<string[]> {
  const made: string[] = [];
  for (const said of exampleContracts(todayIn("Africa/Casablanca", ctx.now.getTime()))) {
    const taken = await tx.contract.count({ where: { reference: said.reference } });
    if (taken === 0) made.push(await fillContract(tx, ctx, said, controllers.get(said.client)!.id));
  }
  return made;
}

async function fillContract(tx: Tx, ctx: Ctx, said: ExampleContract, controllerId: string): Promise<string> {
  const { org } = ctx.scope;
  const id = newId(ctx.now);
  const dates = { ...NO_DATES, ...said.dates };
  const content = contractContentSchema.parse({
    deed: said.deed,
    amendments: said.amendments.map((amendment) => ({ id: newId(ctx.now), ...amendment })),
  });
  const instructors = said.instructors.map((instructor) => ({ id: newId(ctx.now), ...instructor }));
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const columns = columnsOf({ ...dates, content, instructors }, await findPlaces(tx), today);
  const { reference, title } = said;
  const stamp = { id, orgId: org, createdAt: ctx.now, updatedAt: ctx.now };
  await tx.contract.create({
    data: { ...stamp, ...dates, ...columns, controllerId, reference, title, content },
  });
  await tx.contractInstructor.createMany({
    data: instructors.map(({ from, until, ...rest }) => ({
      ...rest,
      orgId: org,
      contractId: id,
      controllerId,
      fromOn: from,
      untilOn: until,
      createdAt: ctx.now,
    })),
  });
  await keepContractVersion(tx, ctx, (await findContract(tx, id))!, columns, "created");
  return id;
}
