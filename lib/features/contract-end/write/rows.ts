import { certificateNumber } from "@/lib/domain/contract-end/number";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { newId } from "@/lib/platform/database/ids";
import type { Ctx } from "@/lib/platform/request/context";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { DrawnLine } from "@/lib/domain/contract-end/types";
import type { Tx } from "@/lib/platform/database/transaction";

/** Serialises changes of a run and its lines. */
export async function lockRun(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM contract_end WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Serialises ends of a controller's contracts, to decide which is the last. */
export async function lockContractsOf(tx: Tx, controllerId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM contract WHERE controller_id = ${controllerId}::uuid ORDER BY id FOR UPDATE`;
}

/** Locks the contract against concurrent changes. */
export async function lockContract(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM contract WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Locks the series until the transaction ends, so that a refusal leaves no gap. */
export async function allocateNumber(tx: Tx, org: string, year: number) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`certificates ${org}`}, 0))`;
  const { _max } = await tx.contractEndCertificate.aggregate({ where: { year }, _max: { counter: true } });
  const counter = (_max.counter ?? 0) + 1;
  return { year, counter, number: certificateNumber({ year, counter }) };
}

export async function insertLines(
  tx: Tx,
  { scope, now }: Ctx,
  { id, lines: before }: { id: string; lines: readonly unknown[] },
  lines: readonly DrawnLine[],
): Promise<string[]> {
  const rows = lines.map((line, index) => ({
    ...line,
    id: newId(now),
    orgId: scope.org,
    contractEndId: id,
    position: before.length + index,
  }));
  await tx.contractEndLine.createMany({ data: rows });
  return rows.map((row) => row.id);
}
type NewFact = {
  contractEndId: string;
  lineId?: string;
  version: number;
  event: string;
  state: string;
  fields: Prisma.InputJsonObject;
};

export async function insertFact(tx: Tx, ctx: Ctx, fact: NewFact): Promise<void> {
  await tx.contractEndFact.create({ data: { ...fact, ...recordedBy(ctx), id: newId(ctx.now) } });
}
