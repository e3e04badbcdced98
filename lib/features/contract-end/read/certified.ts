import { flowDownTerms } from "@/lib/domain/authorisation/flow-down-terms";
import { contractOn } from "@/lib/domain/contract/in-force";
import { lawColumns } from "@/lib/domain/controller/law-facts";
import type { GroundFacts } from "@/lib/domain/obligation/duty-ground";
import { bindingUnder } from "@/lib/domain/organisation/binding";
import type { GdprBinding } from "@/lib/domain/organisation/types";
import { applicableLaws } from "@/lib/domain/statute/applicable-laws";
import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import type { ContractRow } from "@/lib/features/contract/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

/** Finds by which laws a client is certified what its contract asked, on a day. */
export async function findCertifiedLaws(tx: Tx, contract: ContractRow, on: string): Promise<GroundFacts> {
  const [controller, { gdprBinding }] = await Promise.all([
    tx.controller.findFirstOrThrow({ where: { id: contract.controllerId }, select: lawColumns }),
    tx.organisation.findFirstOrThrow({ select: { gdprBinding: true } }),
  ]);
  const { binding } = contractOn(contract, on).contractTerms.terms;
  return {
    clients: [applicableLaws(controller, { on })],
    isOfOneClient: true,
    hasContract: true,
    isProcessorBound: bindingUnder(gdprBinding as GdprBinding, binding) !== "contractual-only",
  };
}

/**
 * Counts, for each sub-processor by its name, what the contract with it promises less than the client's did, 28(4): the processor
 * answers for it. Null where no contract with it is in force that day; a name that the list does not hold is left out.
 */
export async function countPromisedLess(
  tx: Tx,
  { contract, names, on }: { contract: ContractRow; names: readonly string[]; on: string },
): Promise<Map<string, number | null>> {
  const rows = await tx.subProcessor.findMany({
    where: { name: { in: [...names] } },
    select: { name: true, content: true },
  });
  const { contractTerms } = contractOn(contract, on);
  return new Map(
    rows.map(({ name, content }) => {
      const lines = flowDownTerms(contractTerms, subProcessorContentSchema.parse(content), on);
      return [name, lines && lines.filter(({ verdict }) => verdict === "weaker").length];
    }),
  );
}
