import { contractContentSchema } from "@/lib/domain/contract/content";
import { stateOn } from "@/lib/domain/contract/in-force";
import { instructionsInForce } from "@/lib/domain/instruction/in-force";
import { outOfScope } from "@/lib/domain/instruction/scope";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { Prisma } from "@/lib/generated/prisma/client";
import { readTogether } from "@/lib/platform/read/read-together";
import type { Tx } from "@/lib/platform/database/transaction";
import { datedInstruction, findInstructionsOf } from "./queries";

export type RecordRead = { id: string; controllerId: string; state: string; content: RecordContent };

export function findAgreed(tx: Tx, controllerIds: readonly string[]) {
  return readTogether({
    ledger: findInstructionsOf(tx, ...controllerIds),
    contracts: findContractsOf(tx, controllerIds),
    countries: findTransferCountries(tx, controllerIds),
  });
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

async function findContractsOf(tx: Tx, controllerIds: readonly string[]) {
  const rows = await tx.contract.findMany({
    where: { controllerId: { in: [...controllerIds] } },
    select: contractSelect,
  });
  return rows.map(({ content, ...dates }) => ({ ...dates, content: contractContentSchema.parse(content) }));
}

/** Countries of the transfers that these entries may name, by id. */
async function findTransferCountries(tx: Tx, controllerIds: readonly string[]) {
  const rows = await tx.transfer.findMany({
    where: { OR: [{ controllerId: { in: [...controllerIds] } }, { controllerId: null }] },
    select: { id: true, country: true },
  });
  return new Map(rows.map(({ id, country }) => [id, country]));
}

/** Operations that neither a contract nor an instruction in force covers, articles 28(3)(a) and 28(10). */
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
      // Takes the country from the linked transfer.
      destinations: destinations.map((to) =>
        to.transferId === null ? to : { ...to, country: countries.get(to.transferId) ?? null },
      ),
    },
    // Compares an entry with the contracts it names, else with all of its controller.
    contracts: contractIds.length === 0 ? theirs : theirs.filter(({ id }) => contractIds.includes(id)),
    instructions: own.filter(({ id }) => inForce.has(id)).map(({ covers }) => covers),
    day,
  });
}

export function contractsInForce(contracts: Awaited<ReturnType<typeof findContractsOf>>, day: string) {
  return contracts
    .filter((contract) => stateOn(contract, day) === "in-force")
    .map(({ id, reference }) => ({ id, reference }));
}
