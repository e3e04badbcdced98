import type { CellState } from "@/lib/domain/authorisation/authorisation-status";
import { findStatuses } from "@/lib/features/processing-record/read/sub-processors";
import type { Tx } from "@/lib/platform/database/transaction";

/** A sub-processor that open entries of one controller name, in the columns of a finding. */
export type SubProcessorUsePart = {
  controller_id: string;
  subject_id: string;
  reference: string;
  label: string;
  codes: CellState[];
};

/**
 * Sub-processors in use for each controller, with what the matrix of authorisations says of each pair: periods and
 * evidence are judged by the domain, which SQL does not compute.
 */
export async function findSubProcessorUses(tx: Tx, now: Date): Promise<SubProcessorUsePart[]> {
  const used = await tx.$queryRaw<{ controllerId: string; ids: string[] }[]>`
    SELECT r.controller_id AS "controllerId", array_agg(DISTINCT s.id::text) AS ids
    FROM processing_record r, unnest(r.sub_processor_ids) AS s(id)
    WHERE r.capacity = 'processor' AND r.state <> 'ended' AND r.controller_id IS NOT NULL
    GROUP BY r.controller_id`;
  const named = used.map(({ controllerId, ids }) => ({
    controllerId,
    content: { subProcessors: ids.map((subProcessorId) => ({ subProcessorId })) },
  }));
  const statusesOf = await findStatuses(tx, { now }, named);
  return named.flatMap((one) =>
    statusesOf(one).map(({ id, reference, name, state }) => ({
      ...{ controller_id: one.controllerId, subject_id: id, reference, label: name },
      codes: state === "active" ? [] : [state],
    })),
  );
}
