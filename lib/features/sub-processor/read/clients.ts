import { exportLawsFinder, lawColumns } from "@/lib/domain/controller/law-facts";
import type { ReliantClient } from "@/lib/domain/sub-processor/sub-processor-case";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionAtSql } from "@/lib/platform/database/versions";
import { findReliantPairs } from "./reliance";

/** Laws under which each controller exports on a day, as they are stored now. */
async function findExportLaws(tx: Tx, on: string, ids: readonly string[]) {
  const { gdprBinding } = await tx.organisation.findFirstOrThrow({ select: { gdprBinding: true } });
  const where = { id: { in: [...ids] } };
  const rows = await tx.controller.findMany({ where, select: { id: true, ...lawColumns } });
  return exportLawsFinder({ rows, isProcessorBound: gdprBinding !== "contractual-only", on });
}

/** Controllers that rely on each sub-processor, by name, with the laws under which they export on a day. */
export async function findClients(
  tx: Tx,
  { on, subProcessorIds }: { on: string; subProcessorIds: readonly string[] },
): Promise<(subProcessorId: string) => ReliantClient[]> {
  const pairs = await findReliantPairs(tx, subProcessorIds);
  return clientsOf(tx, pairs, on);
}

/** Controllers whose open entries named it at an instant, with the laws of that day on their present facts. */
export async function findClientsAt(
  tx: Tx,
  { at, on, subProcessorId }: { at: Date; on: string; subProcessorId: string },
): Promise<ReliantClient[]> {
  const pairs = await tx.$queryRaw<Pair[]>`
    SELECT DISTINCT ${subProcessorId}::uuid AS "subProcessorId", v.controller_id AS "controllerId"
    FROM record_version v
    WHERE v.sub_processor_ids @> ARRAY[${subProcessorId}::uuid] AND v.controller_id IS NOT NULL AND v.state <> 'ended'
      AND ${versionAtSql("v", at)}`;
  return (await clientsOf(tx, pairs, on))(subProcessorId);
}

type Pair = { subProcessorId: string; controllerId: string };

async function clientsOf(tx: Tx, pairs: readonly Pair[], on: string) {
  const ids = [...new Set(pairs.map(({ controllerId }) => controllerId))];
  if (ids.length === 0) return (): ReliantClient[] => [];
  const lawsOf = await findExportLaws(tx, on, ids);
  const controllers = await tx.controller.findMany({
    where: { id: { in: ids } },
    select: { id: true, legalName: true },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
  });
  const relies = new Set(pairs.map((pair) => `${pair.subProcessorId} ${pair.controllerId}`));
  return (subProcessorId: string): ReliantClient[] =>
    controllers
      .filter(({ id }) => relies.has(`${subProcessorId} ${id}`))
      .map(({ id, legalName }) => ({ id, name: legalName, laws: lawsOf(id) }));
}
