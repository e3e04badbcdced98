import { foldBreach, type BreachFile } from "@/lib/domain/breach/file";
import type { Fact } from "@/lib/domain/breach/facts";
import type { StatedFact } from "@/lib/domain/breach/issues";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { findFacts, type BreachRow } from "@/lib/features/breach/read/queries";

/** Serialises the numbering of breaches in this organisation. */
export async function lockBreachNumbers(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`breaches ${org}`}, 0))`;
}

/** Locks the row until the transaction ends: facts are numbered one after the other. */
export async function lockBreach(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM breach WHERE id = ${id}::uuid FOR UPDATE`;
}

export type Appended = { row: BreachRow; file: BreachFile; added: readonly Fact[] };

/**
 * Adds facts, and writes what all of them fold to: places first, the breach's own row last, from which it is searched.
 * The caller holds the lock.
 */
export async function appendFacts(
  tx: Tx,
  ctx: Ctx,
  row: BreachRow,
  stated: readonly StatedFact[],
): Promise<Appended> {
  const before = await findFacts(tx, row.id);
  await tx.breachFact.createMany({
    data: stated.map(({ at, value, ...fact }, index) => ({
      ...recordedBy(ctx),
      ...fact,
      id: newId(ctx.now),
      breachId: row.id,
      number: before.length + index + 1,
      value,
      at: at === null ? null : new Date(at),
      authorKind: ctx.actor.kind,
    })),
  });
  const facts = await findFacts(tx, row.id);
  const file = foldBreach(facts);
  await projectPlaces(tx, ctx, row.id, file);
  const data = {
    version: file.version,
    status: file.status,
    awareAt: file.awareAt === null ? null : new Date(file.awareAt),
    updatedAt: ctx.now,
  };
  const saved = await tx.breach.update({ where: { id: row.id }, data });
  return { row: saved, file, added: facts.slice(before.length) };
}

async function projectPlaces(tx: Tx, ctx: Ctx, breachId: string, { places }: BreachFile): Promise<void> {
  const orgId = ctx.scope.org;
  for (const { controllerId, status, fact } of places) {
    const proposed = fact.value.reasons;
    await tx.breachController.upsert({
      where: { orgId_breachId_controllerId: { orgId, breachId, controllerId } },
      create: {
        id: newId(ctx.now),
        orgId,
        breachId,
        controllerId,
        status,
        reasons: proposed ?? [],
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
      // Reasons of the proposal stay with a controller that is confirmed later.
      update: { status, updatedAt: ctx.now, ...(proposed && { reasons: proposed }) },
    });
  }
}
