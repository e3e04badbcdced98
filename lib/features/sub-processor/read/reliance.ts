import type { FlowLine } from "@/lib/domain/authorisation/flow-down";
import { contractContentSchema } from "@/lib/domain/contract/content";
import { contractOn } from "@/lib/domain/contract/in-force";
import type { SubProcessorContent } from "@/lib/domain/sub-processor/content";
import { flowDownTerms } from "@/lib/domain/authorisation/flow-down-terms";
import { isInForce } from "@/lib/domain/sub-processor/use-requirements";
import type { Tx } from "@/lib/platform/database/transaction";

/** Controllers with a request not refused, or with open entries that name it. */
export async function findReliant(tx: Tx, subProcessorId: string): Promise<string[]> {
  const pairs = await findReliantPairs(tx, [subProcessorId]);
  return pairs.map(({ controllerId }) => controllerId);
}

/** Reliance on several sub-processors in one round trip, each pair once. */
export function findReliantPairs(
  tx: Tx,
  subProcessorIds: readonly string[],
): Promise<{ subProcessorId: string; controllerId: string }[]> {
  return tx.$queryRaw`
    SELECT s.id AS "subProcessorId", r.controller_id AS "controllerId"
    FROM unnest(${[...subProcessorIds]}::uuid[]) AS s (id)
    JOIN processing_record r ON r.sub_processor_ids @> ARRAY[s.id]
    WHERE r.controller_id IS NOT NULL AND r.state <> 'ended'
    UNION SELECT a.sub_processor_id, a.controller_id FROM authorisation a
    WHERE a.sub_processor_id = ANY (${[...subProcessorIds]}::uuid[])
      AND a.state IN ('submitted', 'notified', 'approved', 'suspended')`;
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
      id: true,
      reference: true,
      title: true,
      controllerName: true,
      content: true,
      signedOn: true,
      effectiveOn: true,
      noticeGivenOn: true,
      endedOn: true,
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
