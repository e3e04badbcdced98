import type { CellState } from "@/lib/domain/authorisation/authorisation-status";
import { findStatuses } from "@/lib/features/processing-record/read/sub-processors";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Reader } from "@/lib/platform/read/reader";

/** A sub-processor that open entries of one controller name, in the columns of a finding. */
export type SubProcessorUsePart = {
  controller_id: string;
  subject_id: string;
  reference: string;
  label: string;
  codes: CellState[];
};

/** Sub-processors that open entries of a controller name. */
export type NamedSubProcessors = { controllerId: string; ids: string[] };

/** Finds what entries name, by controller: of the entries that a condition on `r` chooses, or of all. */
export function findNamedSubProcessors(
  tx: Reader,
  chosen: Prisma.Sql = Prisma.sql`WHERE TRUE`,
): Promise<NamedSubProcessors[]> {
  return tx.$queryRaw`
    SELECT r.controller_id AS "controllerId", array_agg(DISTINCT s.id::text) AS ids
    FROM processing_record r, unnest(r.sub_processor_ids) AS s(id) ${chosen}
      AND r.capacity = 'processor' AND r.state <> 'ended' AND r.controller_id IS NOT NULL
    GROUP BY r.controller_id`;
}

/**
 * Judges sub-processors in use for each controller as the matrix of authorisations does each pair: periods and evidence
 * are judged by the domain, which SQL does not compute.
 */
export async function judgeUses(
  tx: Tx,
  now: Date,
  used: readonly NamedSubProcessors[],
): Promise<SubProcessorUsePart[]> {
  const named = used.map(({ controllerId, ids }) => ({
    controllerId,
    content: { subProcessors: ids.map((subProcessorId) => ({ subProcessorId })) },
  }));
  const statusesOf = await findStatuses(tx, { now }, named);
  return named.flatMap((one) =>
    statusesOf(one).map(({ id, reference, name, state }) => ({
      controller_id: one.controllerId,
      subject_id: id,
      reference,
      label: name,
      codes: state === "active" ? [] : [state],
    })),
  );
}

export async function findSubProcessorUses(tx: Tx, now: Date): Promise<SubProcessorUsePart[]> {
  return judgeUses(tx, now, await findNamedSubProcessors(tx));
}
