import type { Tx } from "@/lib/platform/transaction";
import { standingAt } from "@/lib/platform/versions";
import type { RecordQuery } from "./query";

/** More than an organisation has; a choice of so many is no choice. */
const MOST = 1000;

/**
 * Sub-processors and measures that the list may be filtered by, as they were named then: all where the choices are open,
 * else the one that is chosen.
 */
export async function findRowChoices(tx: Tx, query: RecordQuery, at: Date | null) {
  return {
    subProcessors: await findSubProcessorChoices(tx, query, at),
    measures: await findMeasureChoices(tx, query, at),
  };
}

async function findSubProcessorChoices(tx: Tx, { panel, subProcessor }: RecordQuery, at: Date | null) {
  if (!panel && !subProcessor) return [];
  const chosen = panel ? {} : { id: subProcessor };
  const order = { reference: "asc" } as const;
  if (!at)
    return tx.subProcessor.findMany({
      where: chosen,
      orderBy: order,
      take: MOST,
      select: { id: true, reference: true, name: true },
    });
  const rows = await tx.subProcessorVersion.findMany({
    where: { ...standingAt(at), ...(panel ? {} : { subProcessorId: subProcessor }) },
    orderBy: order,
    take: MOST,
    select: { subProcessorId: true, reference: true, name: true },
  });
  return rows.map(({ subProcessorId, ...row }) => ({ id: subProcessorId, ...row }));
}

async function findMeasureChoices(tx: Tx, { panel, measure }: RecordQuery, at: Date | null) {
  if (!panel && !measure) return [];
  const order = { reference: "asc" } as const;
  if (!at)
    return tx.measure.findMany({
      where: panel ? {} : { id: measure },
      orderBy: order,
      take: MOST,
      select: { id: true, reference: true, title: true, libraryCode: true },
    });
  const rows = await tx.measureVersion.findMany({
    where: { ...standingAt(at), ...(panel ? {} : { measureId: measure }) },
    orderBy: order,
    take: MOST,
    select: { measureId: true, reference: true, title: true, libraryCode: true },
  });
  return rows.map(({ measureId, ...row }) => ({ id: measureId, ...row }));
}
