import { contractContentSchema } from "@/lib/domain/contract/content";
import { stateOn } from "@/lib/domain/contract/in-force";
import { instructionsInForce } from "@/lib/domain/instruction/in-force";
import { outOfScope } from "@/lib/domain/instruction/scope";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/transaction";
import { datedInstruction, findInstructionsOf } from "./data";

/** An entry as it is compared with what was agreed. */
export type RecordRead = { id: string; controllerId: string; state: string; content: RecordContent };

/** All contracts of controllers and the whole of their ledgers. */
export async function findAgreed(tx: Tx, controllerIds: readonly string[]) {
  return {
    ledger: await findInstructionsOf(tx, ...controllerIds),
    contracts: await findContractsOf(tx, controllerIds),
  };
}

const contractSelect = {
  id: true,
  reference: true,
  controllerId: true,
  signedOn: true,
  effectiveOn: true,
  noticeGivenOn: true,
  endedOn: true,
  content: true,
} satisfies Prisma.ContractSelect;

/** Every contract of some controllers, as the rules read one. */
async function findContractsOf(tx: Tx, controllerIds: readonly string[]) {
  const rows = await tx.contract.findMany({
    where: { controllerId: { in: [...controllerIds] } },
    select: contractSelect,
  });
  return rows.map(({ content, ...dates }) => ({ ...dates, content: contractContentSchema.parse(content) }));
}

/** What an entry says that neither a contract nor an instruction in force on a day covers, 28(3)(a), 28(10). */
export function scopeOf(
  record: Pick<RecordRead, "id" | "controllerId" | "content">,
  { ledger, contracts }: Awaited<ReturnType<typeof findAgreed>>,
  day: string,
) {
  const own = ledger.filter(({ controllerId }) => controllerId === record.controllerId);
  const inForce = new Set(instructionsInForce(record, day, own.map(datedInstruction)).map(({ id }) => id));
  return outOfScope({
    content: record.content,
    contracts: contracts.filter(({ controllerId }) => controllerId === record.controllerId),
    instructions: own.filter(({ id }) => inForce.has(id)).map(({ covers }) => covers),
    day,
  });
}

/** Contracts in force on a day, which an amendment would change. */
export function contractsInForce(contracts: Awaited<ReturnType<typeof findContractsOf>>, day: string) {
  return contracts
    .filter((contract) => stateOn(contract, day) === "in-force")
    .map(({ id, reference }) => ({ id, reference }));
}
