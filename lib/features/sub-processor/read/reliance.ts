import type { FlowLine } from "@/lib/domain/authorisation/flow-down";
import { contractContentSchema } from "@/lib/domain/contract/content";
import { contractOn } from "@/lib/domain/contract/in-force";
import type { SubProcessorContent } from "@/lib/domain/sub-processor/content";
import { flowDownTerms } from "@/lib/domain/authorisation/flow-down-terms";
import { isInForce } from "@/lib/domain/sub-processor/use-requirements";
import type { Tx } from "@/lib/platform/database/transaction";

/** Controllers with a request not refused, or with open entries that name it. */
export async function findReliant(tx: Tx, subProcessorId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.controller_id AS id FROM processing_record r
    WHERE r.sub_processor_ids @> ARRAY[${subProcessorId}::uuid] AND r.controller_id IS NOT NULL AND r.state <> 'ended'
    UNION SELECT a.controller_id FROM authorisation a
    WHERE a.sub_processor_id = ${subProcessorId}::uuid
      AND a.state IN ('submitted', 'notified', 'approved', 'suspended')`;
  return rows.map(({ id }) => id);
}

export type ComparedClient = {
  contractId: string;
  reference: string;
  title: string;
  controllerName: string;
  lines: FlowLine[];
};

/** Contracts in force of reliant controllers beside its own, article 28(4). */
export async function compareClients(
  tx: Tx,
  { id: subProcessorId, content }: { id: string; content: SubProcessorContent },
  today: string,
): Promise<ComparedClient[]> {
  if (!isInForce(content.contract, today)) return [];
  const rows = await tx.contract.findMany({
    where: {
      controllerId: { in: await findReliant(tx, subProcessorId) },
      // The stored state is of the last assessment, so terms are judged by the requested day.
      state: { not: "ended" },
    },
    orderBy: [{ controllerName: "asc" }, { reference: "asc" }],
    select: {
      ...{ id: true, reference: true, title: true, controllerName: true, content: true },
      ...{ signedOn: true, effectiveOn: true, noticeGivenOn: true, endedOn: true },
    },
  });
  return rows.flatMap(({ id, reference, title, controllerName, content: deeds, ...dates }) => {
    const { state, contractTerms } = contractOn(
      { ...dates, content: contractContentSchema.parse(deeds) },
      today,
    );
    if (state !== "in-force") return [];
    const lines = flowDownTerms(contractTerms, content, today) ?? [];
    return [{ contractId: id, reference, title, controllerName, lines }];
  });
}
