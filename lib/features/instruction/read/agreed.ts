import { contractContentSchema } from "@/lib/domain/contract/content";
import { stateOn } from "@/lib/domain/contract/in-force";
import { instructionsInForce } from "@/lib/domain/instruction/in-force";
import { outOfScope } from "@/lib/domain/instruction/scope";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { datedInstruction, findInstructionsOf } from "./queries";

/** An entry as it is compared with what was agreed. */
export type RecordRead = { id: string; controllerId: string; state: string; content: RecordContent };

/** All contracts of controllers and the whole of their ledgers. */
export async function findAgreed(tx: Tx, controllerIds: readonly string[]) {
  return {
    ledger: await findInstructionsOf(tx, ...controllerIds),
    contracts: await findContractsOf(tx, controllerIds),
    countries: await findTransferCountries(tx, controllerIds),
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

/** Where the transfers that entries of these controllers may name lead to, by their ids. */
async function findTransferCountries(tx: Tx, controllerIds: readonly string[]) {
  const rows = await tx.transfer.findMany({
    where: { OR: [{ controllerId: { in: [...controllerIds] } }, { controllerId: null }] },
    select: { id: true, country: true },
  });
  return new Map(rows.map(({ id, country }) => [id, country]));
}

/** What an entry says that neither a contract nor an instruction in force on a day covers, 28(3)(a), 28(10). */
export function scopeOf(
  record: Pick<RecordRead, "id" | "controllerId" | "content">,
  { ledger, contracts, countries }: Awaited<ReturnType<typeof findAgreed>>,
  day: string,
) {
  const own = ledger.filter(({ controllerId }) => controllerId === record.controllerId);
  const inForce = new Set(instructionsInForce(record, day, own.map(datedInstruction)).map(({ id }) => id));
  const theirs = contracts.filter(({ controllerId }) => controllerId === record.controllerId);
  const { contractIds, destinations } = record.content;
  return outOfScope({
    content: {
      ...record.content,
      // A destination that names a transfer is where its row leads to.
      destinations: destinations.map((to) =>
        to.transferId === null ? to : { ...to, country: countries.get(to.transferId) ?? null },
      ),
    },
    // An entry that names its contracts is compared with those, any other with all of its controller's.
    contracts: contractIds.length === 0 ? theirs : theirs.filter(({ id }) => contractIds.includes(id)),
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
