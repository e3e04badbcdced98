import type { Tx } from "@/lib/platform/database/transaction";

/** Finds the code that begins a controller's numbers; null before the first instruction. */
export async function findCode(tx: Tx, controllerId: string): Promise<string | null> {
  const series = await tx.instructionSeries.findFirst({ where: { controllerId }, select: { code: true } });
  return series?.code ?? null;
}

/** Finds the codes of every controller: no two begin their numbers alike. */
export async function findTakenCodes(tx: Tx): Promise<Set<string>> {
  const rows = await tx.instructionSeries.findMany({ select: { code: true } });
  return new Set(rows.map(({ code }) => code));
}

/** Highest number of a year; requires the lock of the table. Rows are never deleted, so numbering has no gaps. */
export async function findHighestCounter(tx: Tx, controllerId: string, year: number): Promise<number> {
  const { _max } = await tx.instruction.aggregate({
    where: { controllerId, year, mergedFromId: null },
    _max: { counter: true },
  });
  return _max.counter ?? 0;
}
